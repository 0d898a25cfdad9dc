/** The tables of docs/emergency.md, as the code has them. */
import type { Row } from '../config/emergency/emergencyRows';
import { AT_VOICE_URL, ROUTES } from '../config/emergency/emergencyRows';
import type { Form } from '../config/emergency/answer';
import { EMERGENCY_MODES } from '../runtime/model/directory';
import { answersTo, FORM_NAMES, placerText } from '../simulate/whoAnswers';

const NUMBER = '+15035550123';
const PHONES: readonly (readonly [string, string])[] = [
  ['its own number', NUMBER],
  ['a word', 'booth'],
];

/** Who answers which form, by the name of the phone and the mode. */
export function modesTable(): string {
  const rows = PHONES.flatMap(([name, username]) =>
    (['dialled', 'prefixed', 'keys'] as const).map((form: Form) => {
      const cells = EMERGENCY_MODES.map((mode) => {
        const answer = answersTo({ username, number: NUMBER }, mode).find(
          (each) => each.form === form,
        );
        return answer ? placerText(answer) : '';
      });
      return [name, FORM_NAMES[form], ...cells];
    }),
  );
  return table(['username', 'what happens', ...EMERGENCY_MODES.map(code)], rows);
}

/** What is known of each case, and from where. */
export function sourcesTable(): string {
  return table(
    ['where', 'who', 'proof', 'why'],
    [...ROUTES, ...AT_VOICE_URL].map((row) => [
      conditionText(row.when),
      row.by === 'voiceUrl' ? 'whoever answers at the voice URL' : row.by,
      row.proof,
      row.page === undefined ? row.why : `[${row.why}](${row.page})`,
    ]),
  );
}

const KEYS: Readonly<Record<string, string>> = {
  flag: 'emergency calling',
  emergencyCaller: 'an emergency caller for the whole domain',
  voiceUrl: 'voice URL',
  number: 'number',
  name: 'username',
  dials: 'the functions dial',
  form: 'form',
  credential: 'credential',
  hotline: 'hotline',
};

function conditionText(when: Row['when']): string {
  return Object.entries(when)
    .map(([key, value]) => `${KEYS[key] ?? key}: ${[value].flat().map(valueText).join(' or ')}`)
    .join('; ');
}

function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
