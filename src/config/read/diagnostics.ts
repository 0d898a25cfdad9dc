/** Collects every error of a directory, so that one run reports them all. */
import { printable } from '../../diagnostics/printable';
import { FILES, type FileName, formatPath, type Path } from './files';

export interface Diagnostic {
  /** File name within the directory, such as `extensions.yaml`. */
  readonly file: string;
  /** Counted from 1; 0 means the file as a whole. */
  readonly line: number;
  /** Such as `classes.local.allow[0]`; empty means the file as a whole. */
  readonly path: string;
  /** What is wrong. */
  readonly message: string;
  /** How to fix it. */
  readonly fix: string;
  /** A directory with an `error` does not build. */
  readonly severity: 'error' | 'warning';
}

/** Where in the operator's files a path stands: the path as written, and its line. */
export type Locate = (file: FileName, path: Path) => { readonly path: Path; readonly line: number };

export class Diagnostics {
  readonly #diagnostics: Diagnostic[] = [];

  constructor(private readonly locate: Locate) {}

  diagnostic(file: FileName, path: Path, message: string, fix: string): void {
    this.#add(file, path, message, fix, 'error');
  }

  warn(file: FileName, path: Path, message: string, fix: string): void {
    this.#add(file, path, message, fix, 'warning');
  }

  /** An error whose line is known already. */
  add(diagnostic: Omit<Diagnostic, 'path' | 'severity'> & { readonly path: Path }): void {
    this.#diagnostics.push({ ...diagnostic, path: formatPath(diagnostic.path), severity: 'error' });
  }

  /** In the order of the files and lines. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics].sort(
      (a, b) => fileOrder(a.file) - fileOrder(b.file) || compare(a.file, b.file) || a.line - b.line,
    );
  }

  get failed(): boolean {
    return this.#diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  }

  #add(file: FileName, path: Path, message: string, fix: string, severity: Diagnostic['severity']) {
    const place = this.locate(file, path);
    const { line } = place;
    this.#diagnostics.push({ file, line, path: formatPath(place.path), message, fix, severity });
  }
}

function fileOrder(file: string): number {
  const order = (FILES as readonly string[]).indexOf(file);
  return order < 0 ? FILES.length : order;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * Errors as text: a tree by file, two lines each, without colours.
 *
 * @returns empty text when there are none.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return '';
  const files = [...new Set(diagnostics.map((diagnostic) => diagnostic.file))];
  const trees = files.map((file) =>
    [
      printable(file),
      ...diagnostics.filter((diagnostic) => diagnostic.file === file).map(formatDiagnostic),
    ].join('\n'),
  );
  return [...trees, summary(diagnostics)].join('\n\n') + '\n';
}

function formatDiagnostic({ file, line, path, message, fix, severity }: Diagnostic): string {
  const place = line > 0 ? `${file}:${line}` : file;
  const what = severity === 'warning' ? `warning: ${message}` : message;
  const text = [place, path, what].filter(Boolean).join('  ');
  return `  ${printable(text)}\n      fix: ${printable(fix)}`;
}

function summary(diagnostics: readonly Diagnostic[]): string {
  const failing = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const parts = [
    failing > 0 && count(failing, 'error'),
    failing < diagnostics.length && count(diagnostics.length - failing, 'warning'),
  ];
  return parts.filter(Boolean).join(', ');
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
