/** What is wrong, where, and how to fix it: one shape for whatever is checked, printed by `text.ts` alone. */

export interface Problem {
  /** What is wrong. */
  readonly message: string;
  /** How to fix it. */
  readonly fix: string;
}

export interface Where {
  /** As the operator knows it: within the directory, such as `extensions.yaml`; or a URL. Empty: several files. */
  readonly file: string;
  /** Counted from 1; 0 means the file as a whole. */
  readonly line: number;
  /** Such as `classes.local.allow[0]`; empty means the file as a whole. */
  readonly path: string;
  /** Absent where it is true of every environment. */
  readonly environment?: string;
}

export interface Diagnostic extends Problem {
  /** What has an `error` does not build, or does not work. */
  readonly severity: 'error' | 'warning';
  readonly where: Where;
}

/** @param where a name alone means the file as a whole. */
export function errorAt(where: string | Where, message: string, fix: string): Diagnostic {
  return { severity: 'error', where: whereOf(where), message, fix };
}

/** @param where a name alone means the file as a whole. */
export function warningAt(where: string | Where, message: string, fix: string): Diagnostic {
  return { severity: 'warning', where: whereOf(where), message, fix };
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function whereOf(where: string | Where): Where {
  return typeof where === 'string' ? { file: where, line: 0, path: '' } : where;
}
