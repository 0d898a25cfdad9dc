/** What a check is, and how one is written: a pure function of what was read. */
import type { Problem } from '../../diagnostics/diagnostic';
import type { CheckName } from './catalogue';
import type { ActualSource } from '../readActual';
import type { Examined } from './examined';

/** `unknown`: it could not be looked at. */
export type Status = 'ok' | 'warning' | 'wrong' | 'unknown';

export interface Check extends Partial<Problem> {
  /** One of the catalogue; it stays the same from one version to the next. */
  readonly name: CheckName;
  readonly status: Status;
  /** Never holds a secret, nor a caller's number. */
  readonly message: string;
  /** A command to run, or the console's page where no command can do it; absent where all is well. */
  readonly fix?: string;
}

export type CheckResult = Omit<Check, 'name'>;

/** What is read apart from the rest, and may be refused apart from the rest. */
export type Source =
  | ActualSource
  | 'build'
  | 'variables'
  | 'sync'
  | 'ledger'
  | 'alerts'
  | 'balance'
  | 'profiles'
  | 'settings';

export interface Examination {
  readonly name: CheckName;
  /** Without one of these the check is `unknown`. */
  readonly needs: readonly Source[];
  /** Nothing where there is nothing to say, since another check says it. */
  readonly look: (examined: Examined) => readonly CheckResult[];
}

export function ok(message: string): CheckResult {
  return { status: 'ok', message };
}

export function warning(message: string, fix: string): CheckResult {
  return { status: 'warning', message, fix };
}

export function wrong(message: string, fix: string): CheckResult {
  return { status: 'wrong', message, fix };
}

/** The errors; where there are none, that all is well. */
export function diagnosticsOr(
  diagnostics: readonly CheckResult[],
  well: string,
): readonly CheckResult[] {
  return diagnostics.length > 0 ? diagnostics : [ok(well)];
}
