/** The account that a command may write to: the one that the directory names, where it does. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { connect, findLogin } from '../client/login';
import { refuseOtherAccount, refuseOtherKey } from './pin';
import type { Rest, RestOptions } from '../client/rest';
import type { EnvironmentName } from '../../runtime/model/directory';
import type { Env } from '../../config/folderVariable';
import { UserError } from '../../diagnostics/errors';

/**
 * The `accountSid` of an environment, read also where the directory has an error: an earlier build
 * must be served again whatever the directory is like now.
 */
export function pinnedAccount(
  folder: string | undefined,
  environment: EnvironmentName,
): string | undefined {
  if (folder === undefined) return undefined;
  const file = path.join(folder, 'site.yaml');
  const document = parseDocument(readFileSync(file, 'utf8'), { schema: 'failsafe' });
  if (document.errors.length > 0) {
    throw new UserError(
      `${file} cannot be read`,
      'Fix it: it names the account that Dialtone may write to.',
    );
  }
  const pinned = document.getIn(['environments', environment, 'accountSid']);
  return typeof pinned === 'string' ? pinned : undefined;
}

/**
 * @param folder of the operator's files; undefined where there are none.
 * @throws UserError when the login is another account's, before anything is written.
 */
export async function connectToWrite(
  environment: EnvironmentName,
  folder: string | undefined,
  env: Env,
  options: RestOptions = {},
): Promise<Rest> {
  const login = findLogin(environment, folder, env);
  refuseOtherAccount(environment, pinnedAccount(folder, environment), login);
  const rest = connect(environment, folder, env, options);
  await refuseOtherKey(rest, login);
  return rest;
}

/** What to add to site.yaml after the first success; undefined where it is there. */
export function pinText(
  environment: EnvironmentName,
  folder: string | undefined,
  accountSid: string,
): string | undefined {
  if (folder === undefined || pinnedAccount(folder, environment) !== undefined) return undefined;
  return (
    `Add \`accountSid: ${accountSid}\` to ${environment} in site.yaml: ` +
    'then no command writes to another account by mistake.'
  );
}
