/** A menu report in words and columns. */
import { MOST_RECORDINGS } from '../../config/check/firstKey';
import { count } from '../../diagnostics/text';
import type { MenuLine, MenuReport } from './report';

export function reportText(folder: string, report: MenuReport): string {
  const { menus, keys, depth, prompts, each } = report;
  if (menus === 0) return `${folder}: no menus. docs/menus.md says how to write one.`;
  const width = Math.max(...each.map(({ name }) => name.length), 4);
  const head = `  ${'menu'.padEnd(width)}  keys  depth  requests  recordings before the first sound`;
  const lines = each.map(
    (line) =>
      `  ${line.name.padEnd(width)}  ${pad(line.keys, 4)}  ${pad(line.depth, 5)}  ` +
      `${pad(line.requests, 8)}  ${recordings(line)}`,
  );
  const summary =
    `${folder}: ${count(menus, 'menu')}, ${count(keys, 'key')}, at most ${count(depth, 'key')} deep; ` +
    `${count(prompts.recorded, 'prompt')} recorded, ${prompts.spoken} spoken.`;
  return [head, ...lines, '', summary].join('\n');
}

function recordings({ recordings: each }: MenuLine): string {
  const most = Math.max(0, ...Object.values(each));
  const counts = Object.entries(each).map(([language, n]) => `${language} ${n}`);
  return counts.join(', ') + (most > MOST_RECORDINGS ? '  record them as one file' : '');
}

function pad(n: number, width: number): string {
  return String(n).padStart(width);
}
