/** Raw data: what a file holds before its schema has been applied. */
import type { Path } from './files';

export type Raw = Record<string | number, unknown>;

/** The value at a path; undefined when there is none. */
export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) => (isContainer(here) && Object.hasOwn(here, step) ? here[step] : undefined),
    value,
  );
}

/** An object or an array. */
export function isContainer(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null;
}

/** Every single value under a key of this name, however deep; without recursion, for it may be deep. */
export function scalarsAt(name: string, value: unknown): string[] {
  const found: string[] = [];
  const open = [value];
  while (open.length > 0) {
    const here = open.pop();
    if (!isContainer(here)) continue;
    for (const [key, each] of Object.entries(here)) {
      if (key === name && typeof each === 'string') found.push(each);
      else open.push(each);
    }
  }
  return found;
}

/** An entry by its name; `toString` is none unless it is written. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
