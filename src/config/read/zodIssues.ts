/** What may be written in one of several ways: which of them was meant, and what is wrong with it. */
import type * as z from 'zod';
import type { Path } from './files';
import { at } from './raw';

type Issue = z.core.$ZodIssue;

/** Each union's issue replaced by those of the way that has the shape of what was written. */
export function plainIssues(issues: readonly Issue[], value: unknown): readonly Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const alternatives = issue.errors.map((errors) =>
      errors.map((each) => below(issue.path, each)),
    );
    const path = issue.path as Path;
    const meant = alternatives.find((alternative) =>
      alternative.every((each) => !isOtherShape(each, path, value)),
    );
    return plainIssues(meant ?? alternatives.at(-1) ?? [], value);
  });
}

function below(path: Issue['path'], issue: Issue): Issue {
  return { ...issue, path: [...path, ...issue.path] };
}

/** Such as a list where this way wants one value. */
function isOtherShape(issue: Issue, path: Path, value: unknown): boolean {
  return (
    issue.code === 'invalid_type' &&
    issue.path.length === path.length &&
    at(value, path) !== undefined
  );
}
