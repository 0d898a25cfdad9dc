/** What zod found, in an operator's words. */
import type * as z from 'zod';
import type { Diagnostics } from './diagnostics';
import type { Path } from './files';
import { knownKeys } from './knownKeys';
import { at } from './raw';
import type { SourceFile } from './sourceFile';
import { didYouMean } from './suggest';

/** Reports one issue; unknown keys become one error each. */
export function reportIssue(
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
  const key = path.at(-1) ?? '';
  if (found === undefined) {
    report.error(file.name, path, `\`${key}\` is missing`, `Add \`${key}:\` here.`);
    return;
  }
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
