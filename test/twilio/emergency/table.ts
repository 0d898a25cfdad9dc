/** The table of emergency calls, read by itself: nothing of the code that is judged by it. */
import { readFileSync } from 'node:fs';

export const FORMS = ['dialled', 'prefixed', 'keys'] as const;
export type Form = (typeof FORMS)[number];

const QUESTIONS = [
  'form',
  'flag',
  'caller',
  'voiceUrl',
  'name',
  'number',
  'credential',
  'hotline',
  'dials',
  'drilled',
] as const;
export type Question = Readonly<Record<(typeof QUESTIONS)[number], string>>;

export interface Cell {
  readonly by: string;
  readonly proof: string;
  readonly address: string;
}

const [head = [], ...rows] = readFileSync('test/config/tables/emergency-routing.csv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(','));
const known = new Map<string, Cell>();

export function lookUp(question: Question): Cell {
  const key = QUESTIONS.map((name) => question[name]).join();
  const cell = known.get(key) ?? find(question);
  known.set(key, cell);
  return cell;
}

function find(question: Question): Cell {
  const row = rows.find((cells) =>
    QUESTIONS.every((name) => {
      const cell = cells[head.indexOf(name)];
      return cell === '*' || cell?.split('/').includes(question[name]);
    }),
  );
  const at = (name: string) => row?.[head.indexOf(name)] ?? '';
  if (!row) throw new Error(`No row for ${JSON.stringify(question)}`);
  return { by: at('by'), proof: at('proof'), address: at('address') };
}
