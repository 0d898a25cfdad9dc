/** The SIP password of an extension, for the volunteer who sets its phone up. */
import { keyName } from '../../config/ownFiles';
import { findKey } from './key';
import { sipPassword } from './passwords';
import type { Env } from '../../config/folderVariable';
import type { EnvironmentName } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';
import type { Project } from '../../config/project';

/** @throws UserError when there is no such phone, no key, or a password that was set by hand. */
export function passwordOf(
  username: string,
  environment: EnvironmentName,
  { directory, provisioning, folder }: Project,
  env: Env,
): string {
  const extension = directory.extensions.get(username);
  if (!extension?.environments.includes(environment)) {
    throw new UserError(
      `${folder} has no extension ${username} in ${environment}`,
      'The name is the key in extensions.yaml.',
    );
  }
  const generation = provisioning.extensions.get(username)?.passwordGeneration ?? 1;
  if (generation === 0) {
    throw new UserError(
      `The password of ${username} was set by hand; nobody here knows it`,
      `For a derived one: ./dialtone rotate ${username}`,
    );
  }
  const key = findKey(environment, folder, env);
  if (key) return sipPassword(key, { environment, username, generation });
  throw new UserError(
    `There is no master key of ${environment}`,
    `Get ${keyName(environment)} from whoever keeps it.`,
  );
}
