/** Collects what is wrong with a directory, so that one run reports it all. */
import { type Diagnostic, isError } from '../../diagnostics/diagnostic';
import { FILES, type FileName, formatPath, type Path } from './files';

/** Where in the operator's files a path stands: the path as written, and its line. */
export type Locate = (file: FileName, path: Path) => { readonly path: Path; readonly line: number };

export class Diagnostics {
  readonly #diagnostics: Diagnostic[] = [];

  constructor(private readonly locate: Locate) {}

  error(file: FileName, path: Path, message: string, fix: string): void {
    this.add({ severity: 'error', where: this.#where(file, path), message, fix });
  }

  warn(file: FileName, path: Path, message: string, fix: string): void {
    this.add({ severity: 'warning', where: this.#where(file, path), message, fix });
  }

  /** One whose place is known already. */
  add(diagnostic: Diagnostic): void {
    this.#diagnostics.push(diagnostic);
  }

  /** Whether an error has been reported of this very place. */
  has(file: FileName, path: Path): boolean {
    const { path: written } = this.#where(file, path);
    return this.#diagnostics.some(
      (each) => isError(each) && each.where.file === file && each.where.path === written,
    );
  }

  /** In the order of the files and lines. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics].sort(
      ({ where: a }, { where: b }) =>
        fileOrder(a.file) - fileOrder(b.file) || compare(a.file, b.file) || a.line - b.line,
    );
  }

  get failed(): boolean {
    return this.#diagnostics.some(isError);
  }

  #where(file: FileName, path: Path): Diagnostic['where'] {
    const { line, path: written } = this.locate(file, path);
    return { file, line, path: formatPath(written) };
  }
}

function fileOrder(file: string): number {
  const order = (FILES as readonly string[]).indexOf(file);
  return order < 0 ? FILES.length : order;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
