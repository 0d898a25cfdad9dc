/** A test plan: calls in a CSV file, each with what should become of it. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { ENVIRONMENTS } from '../directory/types';
import { UserError } from './errors';
import { explain, type Question } from './explain';
import type { Project } from './project';
import { summaryOf } from './summary';

const row = z.strictObject({
  direction: z.enum(['outgoing', 'incoming']).default('outgoing'),
  from: z.string(),
  to: z.string(),
  environment: z.enum(ENVIRONMENTS).default('prod'),
  at: z.iso.datetime({ offset: true, local: false, precision: null }).optional(),
  expect: z.string().min(1),
  note: z.string().optional(),
});

export interface PlannedCall {
  readonly line: number;
  readonly question: Question;
  readonly expected: string;
  readonly note?: string | undefined;
}

export interface PlanResult extends PlannedCall {
  readonly actual: string;
  readonly passed: boolean;
}

/**
 * Reads `direction,from,to,environment,at,expect,note`; `from`, `to` and `expect`
 * are needed, empty cells take the default.
 *
 * @throws UserError that names the line.
 */
export function readTestPlan(file: string, now: Date): PlannedCall[] {
  return parseRows(file).map(({ record, info }) => {
    const filled = Object.fromEntries(
      Object.entries(record).filter(([key, cell]) => cell !== '' || key === 'from' || key === 'to'),
    );
    const parsed = row.safeParse(filled);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new UserError(
        `${file}:${info.lines}  ${issue?.path.join('.')}: ${issue?.message}`,
        'The columns are direction, from, to, environment, at, expect, note.',
      );
    }
    const { expect: expected, note, at, ...call } = parsed.data;
    return {
      line: info.lines,
      question: { ...call, at: at === undefined ? now : new Date(at) },
      expected,
      note,
    };
  });
}

/** Explains every call and compares. `refuse` alone expects any refusal. */
export function runTestPlan(plan: readonly PlannedCall[], project: Project): PlanResult[] {
  return plan.map((planned) => {
    const actual = summaryOf(explain(planned.question, project).decision);
    const passed = actual === planned.expected || actual.startsWith(`${planned.expected} `);
    return { ...planned, actual, passed };
  });
}

interface Row {
  readonly record: Record<string, string>;
  readonly info: { readonly lines: number };
}

function parseRows(file: string): Row[] {
  try {
    return parse(readFileSync(file), {
      columns: true,
      info: true,
      trim: true,
      comment: '//',
      skipEmptyLines: true,
      bom: true,
    }) as unknown as Row[];
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(`${file}: ${cause}`, 'Write it as CSV with a line of column names.', {
      cause: error,
    });
  }
}
