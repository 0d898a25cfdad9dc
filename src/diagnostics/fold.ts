/** Many diagnostics as few: what is said of a hundred recordings is read once. */
import { type Diagnostic, isError, type Where } from './diagnostic';

/** One diagnostic, and where the same is true. */
export interface Folded extends Diagnostic {
  readonly more: readonly Where[];
}

/** One of each kind, in the order of the first of them. */
export function fold(diagnostics: readonly Diagnostic[]): readonly Folded[] {
  const kinds = new Map<string, Diagnostic[]>();
  for (const each of diagnostics) {
    const kind = kindOf(each);
    kinds.set(kind, [...(kinds.get(kind) ?? []), each]);
  }
  return [...kinds.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, more: others.map(({ where }) => where) }] : [],
  );
}

/** Errors are one where one fix ends them, such as a file that is missing; warnings, where only names and numbers differ. */
function kindOf(diagnostic: Diagnostic): string {
  const { message, fix, severity, where } = diagnostic;
  if (isError(diagnostic)) return [severity, where.environment, message, fix].join('\n');
  return [severity, where.environment, shapeOf(message)].join('\n');
}

function shapeOf(message: string): string {
  return message
    .replace(/`[^`]*`/g, '`')
    .replace(/`(?:, `)+/g, '`')
    .replace(/\+?\d+/g, '0');
}
