/** What zod found, in an operator's words. */
import type * as z from 'zod';
import type { Diagnostics } from './diagnostics';
import { formatPath, type Path } from './files';
import { knownKeys } from './knownKeys';
import { at } from './raw';
import type { SourceFile } from './sourceFile';
import { didYouMean } from './suggest';

/** Reports all issues of a file but what follows from errors that have been reported; of keys missing in one place, one. */
export function reportIssues(
  issues: readonly z.core.$ZodIssue[],
  file: SourceFile,
  value: unknown,
  report: Diagnostics,
): void {
  const reported = (path: Path) => path.length > 0 && report.has(file.name, path);
  const fresh = issues.filter(
    ({ path, code }) => code === 'unrecognized_keys' || !reported(path as Path),
  );
  const missing = new Map<string, Path[]>();
  for (const { path } of fresh.filter((issue) => isMissing(issue, value))) {
    const parent = path.slice(0, -1) as Path;
    const key = formatPath(parent);
    if (!reported(parent)) missing.set(key, [...(missing.get(key) ?? []), path as Path]);
  }
  for (const paths of missing.values()) reportMissing(paths, file, report);
  for (const issue of fresh) if (!isMissing(issue, value)) reportIssue(issue, file, value, report);
}

function isMissing(issue: z.core.$ZodIssue, value: unknown): boolean {
  return issue.code === 'invalid_type' && at(value, issue.path as Path) === undefined;
}

function reportMissing(paths: readonly Path[], file: SourceFile, report: Diagnostics): void {
  const [first = [], ...others] = paths;
  const keys = paths.map((path) => path.at(-1) ?? '');
  if (others.length === 0) {
    report.error(file.name, first, `\`${keys[0]}\` is missing`, `Add \`${keys[0]}:\` here.`);
    return;
  }
  const message = `${listed(keys)} are missing`;
  const fix = `Add ${listed(keys.map((key) => `${key}:`))} here.`;
  report.error(file.name, first.slice(0, -1), message, fix);
}

function listed(keys: readonly (string | number)[]): string {
  const quoted = keys.map((key) => `\`${key}\``);
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** Reports one issue; unknown keys become one error each. */
function reportIssue(
  issue: z.core.$ZodIssue,
  file: SourceFile,
  value: unknown,
  report: Diagnostics,
): void {
  const path = issue.path as Path;
  // Our scalars tell what is wrong themselves, so the other codes do not come up.
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) {
        const fix = didYouMean(key, knownKeys(file.name, path), 'Remove it.');
        report.error(file.name, [...path, key], `unknown key \`${key}\``, fix);
      }
      return;
    case 'invalid_type':
      return reportType(issue.expected, path, file, at(value, path), report);
    case 'too_small':
      return report.error(file.name, path, 'is empty', 'Add at least one, or remove the key.');
    case 'custom': {
      const fix = (issue.params as { fix?: string } | undefined)?.fix;
      return report.error(file.name, path, issue.message, fix ?? 'Fix the value.');
    }
    default:
      return report.error(file.name, path, issue.message, 'See docs/directory.md.');
  }
}

const SHAPES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
  string: 'one value',
};

function reportType(
  expected: string,
  path: Path,
  file: SourceFile,
  found: unknown,
  report: Diagnostics,
): void {
  const message = `should be ${SHAPES[expected] ?? expected}, but is ${describe(found)}`;
  const fix =
    expected === 'array' && typeof found === 'string' && found !== ''
      ? `Write \`[${found}]\`.`
      : 'See docs/directory.md.';
  report.error(file.name, path, message, fix);
}

function describe(value: unknown): string {
  if (value === '') return 'empty';
  if (typeof value === 'string') return `one value (\`${value}\`)`;
  return Array.isArray(value) ? 'a list' : 'keys and values';
}
