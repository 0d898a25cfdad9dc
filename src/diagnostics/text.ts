/** Diagnostics as people read them. */
import { type Diagnostic, isError } from './diagnostic';
import { printable } from './printable';

/** How a severity is coloured; not at all where nothing is said. */
export type Paint = Readonly<Record<Diagnostic['severity'], (text: string) => string>>;

const PLAIN: Paint = { error: (text) => text, warning: (text) => text };

/** `3 errors` */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/**
 * Diagnostics as text: a tree by file, two lines each, without colours.
 *
 * @returns empty text when there are none.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return '';
  const files = [...new Set(diagnostics.map(({ where }) => where.file))];
  const trees = files.map((file) => {
    const here = diagnostics.filter(({ where }) => where.file === file);
    return [printable(file), ...here.map((each) => indented(formatDiagnostic(each)))].join('\n');
  });
  return [...trees, summaryOf(diagnostics)].join('\n\n') + '\n';
}

/** One diagnostic in two lines: where and what, then how to fix it. */
export function formatDiagnostic(diagnostic: Diagnostic, paint = PLAIN): string {
  const { severity, where, message, fix } = diagnostic;
  const { file, line, path, environment } = where;
  const parts = [line > 0 ? `${file}:${line}` : file, path, environment && `in ${environment}`];
  const what = isError(diagnostic) ? message : `warning: ${message}`;
  const head = [
    ...parts.filter(Boolean).map((part) => printable(part ?? '')),
    paint[severity](printable(what)),
  ];
  return `${head.join('  ')}\n    fix: ${printable(fix)}`;
}

/** `1 error, 2 warnings`; empty when there are none. */
export function summaryOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(isError).length;
  const warnings = diagnostics.length - errors;
  return [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')]
    .filter(Boolean)
    .join(', ');
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
