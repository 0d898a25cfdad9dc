/**
 * A raw file as typed source, with every error reported. What is faulty is left out
 * and the rest kept, so that one run can check names across files as well.
 */
import type * as z from 'zod';
import type { Diagnostics } from './diagnostics';
import { formatPath, type Path } from './files';
import { at, isContainer, type Raw } from './raw';
import type { SourceFile } from './sourceFile';
import { reportIssues } from './zodErrors';
import { plainIssues } from './zodIssues';

/** Each round leaves out what the last one found; nothing nests deeper than this. */
const MAX_ROUNDS = 10;

/**
 * Parses a file with its schema.
 *
 * @param fallback what stands in for a required key at the root that is missing or faulty.
 */
export function validate<T>(
  file: SourceFile,
  schema: z.ZodType<T>,
  fallback: Raw,
  report: Diagnostics,
): T {
  if (!file.readable) return schema.parse(structuredClone(fallback));
  let value = file.value;
  let result = schema.safeParse(value);
  if (!result.success) {
    reportIssues(plainIssues(result.error.issues, value), file, value, report);
    value = isContainer(value) && !Array.isArray(value) ? structuredClone(value) : {};
  }
  for (let round = 0; !result.success && round < MAX_ROUNDS; round++) {
    leaveOut(invalidPaths(result.error.issues, value), value as Raw, fallback, file);
    result = schema.safeParse(value);
  }
  return result.success ? result.data : schema.parse(structuredClone(fallback));
}

function invalidPaths(issues: readonly z.core.$ZodIssue[], value: unknown): Path[] {
  return plainIssues(issues, value).flatMap((issue): Path[] => {
    const path = issue.path as Path;
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
    // What is missing cannot be left out; at the root it is filled in instead.
    const missing = path.length > 1 && at(value, path) === undefined;
    return [missing ? path.slice(0, -1) : path];
  });
}

function leaveOut(paths: readonly Path[], root: Raw, fallback: Raw, file: SourceFile): void {
  const distinct = [...new Map(paths.map((path) => [formatPath(path), path])).values()];
  const isItem = (path: Path) => typeof path.at(-1) === 'number';
  for (const path of distinct.filter((each) => !isItem(each))) {
    const parent = at(root, path.slice(0, -1));
    const key = path.at(-1);
    if (key === undefined || !isContainer(parent)) continue;
    if (path.length === 1 && Object.hasOwn(fallback, key))
      root[key] = structuredClone(fallback[key]);
    else delete parent[key];
  }
  // Items last, and from the end of each list, so that positions hold until then.
  const items = distinct.filter(isItem).sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)));
  for (const path of items) {
    const list = at(root, path.slice(0, -1));
    if (!Array.isArray(list)) continue;
    list.splice(Number(path.at(-1)), 1);
    file.leaveOut(path);
  }
}
