/** Diagnostics as people read them. */
import { type Diagnostic, isError, type Where } from './diagnostic';
import { fold, type Folded } from './fold';
import { printable } from './printable';

/** How a severity is coloured; not at all where nothing is said. */
export type Paint = Readonly<Record<Diagnostic['severity'], (text: string) => string>>;

const PLAIN: Paint = { error: (text) => text, warning: (text) => text };

/** So many other locations of an error are named. */
const MOST_LOCATIONS = 5;

interface Listing {
  readonly paint?: Paint;
  /** One of each kind, and how to see them all. */
  readonly folded?: { readonly all: string };
}

/** `3 errors` */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/**
 * Diagnostics as text: a tree by file, two lines each.
 *
 * @returns empty text when there are none.
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  { paint, folded }: Listing = {},
): string {
  if (diagnostics.length === 0) return '';
  const listed: readonly (Diagnostic | Folded)[] = folded ? fold(diagnostics) : diagnostics;
  const files = [...new Set(listed.map(({ where }) => where.file))];
  const trees = files.map((file) => {
    const here = listed.filter(({ where }) => where.file === file);
    return [printable(file), ...here.map((each) => indented(formatDiagnostic(each, paint)))].join(
      '\n',
    );
  });
  const rest = folded && listed.length < diagnostics.length ? ` Each of them: ${folded.all}` : '';
  return [...trees, summaryOf(diagnostics) + (rest && `.${rest}`)].join('\n\n') + '\n';
}

/** One diagnostic in two lines: where and what, then how to fix it. */
export function formatDiagnostic(diagnostic: Diagnostic | Folded, paint = PLAIN): string {
  const { severity, where, message, fix } = diagnostic;
  const more = 'more' in diagnostic ? diagnostic.more : [];
  const what = isError(diagnostic) ? message : `warning: ${message}`;
  const head = [
    ...locationOf(where),
    paint[severity](printable(what)),
    ...(more.length > 0 && !isError(diagnostic) ? [`(and ${more.length} more)`] : []),
  ];
  return [
    head.join('  '),
    `fix: ${printable(fix)}`,
    ...(more.length > 0 && isError(diagnostic) ? [`also: ${locationsText(more)}`] : []),
  ].join('\n    ');
}

function locationOf({ file, line, path, environment }: Where): string[] {
  return [line > 0 ? `${file}:${line}` : file, path, environment ? `in ${environment}` : '']
    .filter((part) => part !== '')
    .map(printable);
}

function locationsText(locations: readonly Where[]): string {
  const named = locations.slice(0, MOST_LOCATIONS).map((where) => locationOf(where).join(' '));
  const rest = locations.length - named.length;
  return named.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
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
