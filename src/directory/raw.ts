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
