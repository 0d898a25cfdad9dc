/** Which directory is built for a deployment: the operator's own or none at all, never the example. */
import type { Origin } from '../twilio/deploy/stamp';
import { isDeepStrictEqual } from 'node:util';
import { EMPTY } from '../config';
import { UserError } from '../diagnostics/errors';
import type { EnvironmentName } from '../runtime/model/directory';
import { checkedProject, type Warn } from '../config/checkedProject';
import { inCheckout } from '../config/checkout';
import { COPY_EXAMPLE, isExample, refuseExample, refuseExampleFolder } from '../config/example';
import type { Env } from '../config/folderVariable';
import {
  directoryFolder,
  emptyProject,
  EXAMPLE_DIRECTORY,
  namedFolder,
  OWN_DIRECTORY,
  type Project,
} from '../config/project';

/** What to do where there is no directory yet. */
export const NO_DIRECTORY = `no phones: there is no ${OWN_DIRECTORY}/ yet (${COPY_EXAMPLE}, and make it yours)`;

/**
 * The folder of the operator's own files; undefined where there is none yet.
 *
 * @throws UserError when it is the example's folder, by whatever path.
 */
export function ownFolder(asked: string | undefined, env: Env): string | undefined {
  const folder = directoryFolder(asked, env);
  if (namedFolder(asked, env) === undefined && folder === inCheckout(EXAMPLE_DIRECTORY))
    return undefined;
  refuseExampleFolder(folder);
  return folder;
}

/** The same, where the command is about phones. */
export function requiredFolder(asked: string | undefined, env: Env): string {
  const folder = ownFolder(asked, env);
  if (folder !== undefined) return folder;
  throw new UserError('There is nothing to compare Twilio with.', `There are ${NO_DIRECTORY}.`);
}

/** The project of the operator's own directory, else the empty one. */
export function projectToDeploy(asked: string | undefined, env: Env, warn: Warn): Project {
  const folder = ownFolder(asked, env);
  return folder === undefined ? emptyProject() : checkedProject(folder, warn);
}

/**
 * The same, for an environment: a copy of the example in which nothing was changed may be tried on dev.
 *
 * @throws UserError for stage and prod.
 */
export function projectFor(
  environment: EnvironmentName,
  asked: string | undefined,
  { env, warn }: { readonly env: Env; readonly warn: Warn },
): Project {
  const folder = ownFolder(asked, env);
  if (folder === undefined) return emptyProject();
  if (environment !== 'dev') refuseExample(folder);
  return checkedProject(folder, warn);
}

export function originOf({ compiled }: Pick<Project, 'compiled'>): Origin {
  if (isDeepStrictEqual(compiled, EMPTY)) return 'empty';
  return isExample(compiled) ? 'example' : 'own';
}
