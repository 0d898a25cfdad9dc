/** One file of the directory, read but not yet understood. */
import { type FileName, formatPath, type Path } from './files';
import type { Tree } from './yaml';

export interface ValueComment {
  readonly path: Path;
  /** What was read before it. */
  readonly text: string;
  /** From the `#` on. */
  readonly comment: string;
}

export class SourceFile {
  /** Per list with faulty items: the written positions of the items that were kept. */
  readonly #kept = new Map<string, number[]>();

  constructor(
    readonly name: FileName,
    private readonly tree: Tree | undefined,
    /** False when it is there but cannot be read, or must be there and is not. */
    readonly readable: boolean,
  ) {}

  /** Notes that a faulty list item is left out, so that later ones keep their place in errors. */
  leaveOut(path: Path): void {
    const list = path.slice(0, -1);
    const tree = this.at(list);
    const positions = tree?.kind === 'list' ? tree.items.map((_, i) => i) : [];
    const kept = this.#kept.get(formatPath(list)) ?? positions;
    kept.splice(Number(path.at(-1)), 1);
    this.#kept.set(formatPath(list), kept);
  }

  /** The path as written, for one in the data without its faulty items. */
  written(path: Path): Path {
    return path.map((step, i) =>
      typeof step === 'number'
        ? (this.#kept.get(formatPath(path.slice(0, i)))?.[step] ?? step)
        : step,
    );
  }

  /** Strings, arrays and objects; an empty object when the file is absent or empty. */
  get value(): unknown {
    return this.tree === undefined || isEmpty(this.tree) ? {} : plain(this.tree);
  }

  /** The line of the value at `path`, or of the nearest thing around it. 0 without a file. */
  line(path: Path): number {
    let tree = this.tree;
    let line = path.length === 0 ? 0 : (tree?.line ?? 0);
    for (const step of path) {
      tree = child(tree, step);
      if (tree === undefined) return line;
      line = tree.line;
    }
    return line;
  }

  /** The keys written at `path`, also those whose values are faulty. */
  keys(path: Path): readonly string[] {
    const tree = this.at(path);
    return tree?.kind === 'map' ? [...tree.entries.keys()] : [];
  }

  /** Comments that follow a value in its line. */
  comments(): readonly ValueComment[] {
    return this.tree === undefined ? [] : commentsIn(this.tree, []);
  }

  /** Whether anything is written at `path`. */
  has(path: Path): boolean {
    return this.at(path) !== undefined;
  }

  private at(path: Path): Tree | undefined {
    return path.reduce<Tree | undefined>(child, this.tree);
  }
}

function child(tree: Tree | undefined, step: string | number): Tree | undefined {
  if (tree?.kind === 'map') return tree.entries.get(String(step));
  return tree?.kind === 'list' ? tree.items[Number(step)] : undefined;
}

function commentsIn(tree: Tree, path: Path): ValueComment[] {
  switch (tree.kind) {
    case 'scalar':
      return tree.comment === undefined ? [] : [{ path, text: tree.text, comment: tree.comment }];
    case 'list':
      return tree.items.flatMap((item, i) => commentsIn(item, [...path, i]));
    case 'map':
      return [...tree.entries].flatMap(([key, value]) => commentsIn(value, [...path, key]));
  }
}

function isEmpty(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.text === '';
}

function plain(tree: Tree): unknown {
  switch (tree.kind) {
    case 'scalar':
      return tree.text;
    case 'list':
      return tree.items.map(plain);
    case 'map':
      return Object.fromEntries([...tree.entries].map(([key, value]) => [key, plain(value)]));
  }
}
