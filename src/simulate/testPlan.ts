/** A test plan: calls in a CSV file, each with what should become of it. */
import { readFileSync } from 'node:fs';
import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import { type Diagnostic, errorAt } from '../diagnostics/diagnostic';
import { formatDiagnostics } from '../diagnostics/text';
import { didYouMean } from '../config/read/suggest';
import { ENVIRONMENTS } from '../runtime/model/directory';
import { UserError } from '../diagnostics/errors';
import type { Question } from './question';
import { type Press, readKeys } from './keys';
import { MOMENT_FIX, readMoment } from './moment';
import type { Project } from '../config/project';
import { summaryOf } from './summary';
import { simulateKeys } from './simulateKeys';

const COLUMNS = ['direction', 'from', 'to', 'environment', 'at', 'keys', 'expect', 'note'] as const;
const NEEDED = ['from', 'to', 'expect'] as const;
const DIRECTIONS = ['outgoing', 'incoming'] as const;
const KINDS = [
  ...(['connect', 'ring', 'emergency', 'answer', 'handOff', 'refuse', 'menu', 'dialTone'] as const),
  ...(['queue', 'record', 'hangUp'] as const),
];

export interface PlannedCall {
  readonly line: number;
  readonly question: Question;
  /** Pressed after the first answer. */
  readonly keys?: readonly Press[];
  readonly expected: string;
  readonly note?: string;
}

export interface PlanResult extends PlannedCall {
  readonly actual: string;
  readonly passed: boolean;
}

/**
 * Reads `direction,from,to,environment,at,keys,expect,note`; `from`, `to` and `expect`
 * are needed, empty cells take the default.
 *
 * @throws UserError that lists every error with its line.
 */
export function readTestPlan(file: string, now: Date): PlannedCall[] {
  const diagnostics: Diagnostic[] = [];
  const addError = (line: number, path: string, message: string, fix: string) =>
    void diagnostics.push(errorAt({ file, line, path }, message, fix));

  const [header, ...rows] = parseRows(file);
  const names = header?.record ?? [];
  const headerLine = header?.info.lines ?? 0;
  for (const name of names.filter((name) => !isOneOf(COLUMNS, name))) {
    const fix = didYouMean(name, COLUMNS, 'Remove it.');
    addError(headerLine, name, 'is not a column of a test plan', fix);
  }
  for (const name of NEEDED.filter((name) => !names.includes(name))) {
    addError(headerLine, name, 'the column is missing', `The columns are ${COLUMNS.join(', ')}.`);
  }
  if (diagnostics.length === 0 && rows.length === 0) {
    addError(0, '', 'it contains no calls', `Write one call a line: ${COLUMNS.join(', ')}.`);
  }
  if (diagnostics.length > 0) throw new UserError(formatDiagnostics(diagnostics));

  const plan = rows.map(({ record, info: { lines: line } }) => {
    if (record.length !== names.length) {
      const message = `has ${record.length} cells, but there are ${names.length} columns`;
      addError(line, '', message, 'Write "…" around a cell that contains a comma.');
    }
    const cells = Object.fromEntries(names.map((name, i) => [name, record[i] ?? '']));
    return readCall(line, cells, now, (path, message, fix) => addError(line, path, message, fix));
  });
  if (diagnostics.length > 0) throw new UserError(formatDiagnostics(diagnostics));
  return plan;
}

/** Explains every call and compares. A kind alone, such as `refuse`, expects any of it. */
export function runTestPlan(plan: readonly PlannedCall[], project: Project): PlanResult[] {
  return plan.map((planned) => {
    const { steps, unheard } = simulateKeys(planned.question, planned.keys ?? [], project);
    const reached = steps.map(({ decision }) => summaryOf(decision)).at(-1) ?? '';
    const actual = unheard.length > 0 ? `${reached}, before ${unheard.join(' ')}` : reached;
    const passed = planned.expected === actual || planned.expected === actual.split(' ', 1)[0];
    return { ...planned, actual, passed };
  });
}

/** One line of the plan; what is wrong with it is reported. */
function readCall(
  line: number,
  cells: Partial<Record<string, string>>,
  now: Date,
  addError: (column: string, message: string, fix: string) => void,
): PlannedCall {
  const { from = '', to = '', note = '', expect: expected = '' } = cells;
  const choice = <T extends string>(column: string, choices: readonly T[], unlessGiven: T): T => {
    const text = cells[column] || unlessGiven;
    if (isOneOf(choices, text)) return text;
    const fix = didYouMean(text, choices, 'Choose one.');
    addError(column, `there is no ${column} \`${text}\``, fix);
    return unlessGiven;
  };
  const at = cells.at ? readMoment(cells.at) : now;
  if (!at) addError('at', `\`${cells.at}\` is not a time`, MOMENT_FIX);
  const kind = expected.split(' ', 1)[0] ?? '';
  if (!isOneOf(KINDS, kind)) {
    const fix = didYouMean(kind, KINDS, 'Choose one.');
    addError('expect', expected === '' ? 'is empty' : `there is no decision \`${kind}\``, fix);
  }
  const keys = keysOf(cells.keys ?? '', (message, fix) => addError('keys', message, fix));
  return {
    line,
    ...(keys.length > 0 && { keys }),
    question: {
      direction: choice('direction', DIRECTIONS, 'outgoing'),
      from,
      to,
      environment: choice('environment', ENVIRONMENTS, 'prod'),
      at: at ?? now,
    },
    expected,
    ...(note !== '' && { note }),
  };
}

function keysOf(text: string, addError: (message: string, fix: string) => void): readonly Press[] {
  try {
    return readKeys(text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    addError(error.message, error.fix ?? '');
    return [];
  }
}

function isOneOf<T extends string>(choices: readonly T[], text: string): text is T {
  return (choices as readonly string[]).includes(text);
}

interface Row {
  readonly record: readonly string[];
  readonly info: InfoRecord;
}

function parseRows(file: string): Row[] {
  try {
    return parse(readFileSync(file), {
      info: true,
      trim: true,
      comment: '//',
      comment_no_infix: true,
      skip_empty_lines: true,
      relax_column_count: true,
      bom: true,
    }) as unknown as Row[];
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw error instanceof CsvError
      ? new UserError(`${file}:${String(error.lines)}  ${cause}`, 'Write it as CSV.', {
          cause: error,
        })
      : new UserError(`${file} cannot be read: ${cause}`, 'Name a file with --file.', {
          cause: error,
        });
  }
}
