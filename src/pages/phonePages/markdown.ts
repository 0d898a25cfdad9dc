/** Pieces of a page in Markdown; prettier puts them in order. */
import type { Said, Value } from '../../phones/sheet/guide';

export const MARK = '†';

/** Between backticks all stands as it is; outside, an angle bracket or a star would be markup. */
export function prose(text: string): string {
  return text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? `\`${part}\`` : part.replace(/[*<>]/g, '\\$&')))
    .join('');
}

export function bullets(said: readonly Said[]): string {
  return said
    .map(({ text, unproven }) => `- ${prose(text)}${unproven ? ` ${MARK}` : ''}`)
    .join('\n');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function meaning({ text, unproven }: Said): string {
  return `${prose(text)}${unproven ? ` ${MARK}` : ''}`;
}

/** What is made from the directory has a link in place of a value. */
export function valueCell({ value, dialPlan, inWords }: Value): string {
  if (dialPlan) return '[the dial plan](../dial-plans.md)';
  return inWords ? value : `\`${value}\``;
}
