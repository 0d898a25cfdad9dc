/** The example directory, which is served and tested but never deployed or applied: its numbers are fictional. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../diagnostics/errors';
import { ownCheckout } from './checkout';
import { EXAMPLE_DIRECTORY, OWN_DIRECTORY, type Project, readProject } from './project';

export const COPY_EXAMPLE = `cp -r ${EXAMPLE_DIRECTORY} ${OWN_DIRECTORY}`;

/** By whatever path, or link, and from whatever folder. */
export function isExampleFolder(folder: string): boolean {
  return examples().some((example) => realpathSync(folder) === realpathSync(example));
}

/** By content: a copy of the example in which nothing was changed is the example. */
export function isExample(compiled: Project['compiled']): boolean {
  return examples().some((example) =>
    isDeepStrictEqual(compiled, readProject(example).project?.compiled),
  );
}

/** The current folder may be one checkout, and the program another's. */
function examples(): string[] {
  const all = ['.', ownCheckout()].map((folder) => path.resolve(folder, EXAMPLE_DIRECTORY));
  return [...new Set(all)].filter((example) => existsSync(example));
}

/** @throws UserError when the folder is the example's. */
export function refuseExampleFolder(folder: string): void {
  if (!isExampleFolder(folder)) return;
  throw new UserError(
    `${folder} is the example: its numbers are fictional, so it cannot go to an account.`,
    `npm start serves it; copy it to ${OWN_DIRECTORY}/ and make it yours: ${COPY_EXAMPLE}`,
  );
}

/** @throws UserError when the folder is the example's, or a copy in which nothing was changed. */
export function refuseExample(folder: string): void {
  refuseExampleFolder(folder);
  const compiled = readProject(folder).project?.compiled;
  if (!compiled || !isExample(compiled)) return;
  throw new UserError(
    `${folder} is still the example: its numbers are fictional, so it cannot go to an account.`,
    'Make it yours first: its SIP domains, its phones, its numbers.',
  );
}
