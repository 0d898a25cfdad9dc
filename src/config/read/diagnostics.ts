/** Collects every fault of a directory, so that one run reports them all. */
import { printable } from '../../diagnostics/printable';
import { FILES, type FileName, formatPath, type Path } from './files';

export interface Fault {
  /** File name within the directory, such as `extensions.yaml`. */
  readonly file: string;
  /** Counted from 1; 0 means the file as a whole. */
  readonly line: number;
  /** Such as `classes.local.allow[0]`; empty means the file as a whole. */
  readonly path: string;
  /** What is wrong. */
  readonly message: string;
  /** How to mend it. */
  readonly mend: string;
  /** A directory with a `fault` does not build. */
  readonly severity: 'fault' | 'warning';
}

/** Where in the operator's files a path stands: the path as written, and its line. */
export type Locate = (file: FileName, path: Path) => { readonly path: Path; readonly line: number };

export class Diagnostics {
  readonly #faults: Fault[] = [];

  constructor(private readonly locate: Locate) {}

  fault(file: FileName, path: Path, message: string, mend: string): void {
    this.#add(file, path, message, mend, 'fault');
  }

  warn(file: FileName, path: Path, message: string, mend: string): void {
    this.#add(file, path, message, mend, 'warning');
  }

  /** A fault whose line is known already. */
  add(fault: Omit<Fault, 'path' | 'severity'> & { readonly path: Path }): void {
    this.#faults.push({ ...fault, path: formatPath(fault.path), severity: 'fault' });
  }

  /** In the order of the files and lines. */
  get faults(): readonly Fault[] {
    return [...this.#faults].sort(
      (a, b) => fileOrder(a.file) - fileOrder(b.file) || compare(a.file, b.file) || a.line - b.line,
    );
  }

  get failed(): boolean {
    return this.#faults.some((fault) => fault.severity === 'fault');
  }

  #add(file: FileName, path: Path, message: string, mend: string, severity: Fault['severity']) {
    const place = this.locate(file, path);
    const { line } = place;
    this.#faults.push({ file, line, path: formatPath(place.path), message, mend, severity });
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
 * Faults as text: a tree by file, two lines each, without colours.
 *
 * @returns empty text when there are none.
 */
export function formatFaults(faults: readonly Fault[]): string {
  if (faults.length === 0) return '';
  const files = [...new Set(faults.map((fault) => fault.file))];
  const trees = files.map((file) =>
    [printable(file), ...faults.filter((fault) => fault.file === file).map(formatFault)].join('\n'),
  );
  return [...trees, summary(faults)].join('\n\n') + '\n';
}

function formatFault({ file, line, path, message, mend, severity }: Fault): string {
  const place = line > 0 ? `${file}:${line}` : file;
  const what = severity === 'warning' ? `warning: ${message}` : message;
  const text = [place, path, what].filter(Boolean).join('  ');
  return `  ${printable(text)}\n      mend: ${printable(mend)}`;
}

function summary(faults: readonly Fault[]): string {
  const failing = faults.filter((fault) => fault.severity === 'fault').length;
  const parts = [
    failing > 0 && count(failing, 'fault'),
    failing < faults.length && count(faults.length - failing, 'warning'),
  ];
  return parts.filter(Boolean).join(', ');
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
