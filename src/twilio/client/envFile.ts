/** The env file of an environment: the login on this machine, and what a deployment uploads. */
import { readFileSync, statSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { envFileName, ownFile } from '../../config/ownFiles';
import { UserError } from '../../diagnostics/errors';
import type { EnvironmentName } from '../../runtime/model/directory';

/** @param folder of the directory; undefined where there is none. */
export function envFile(environment: EnvironmentName, folder: string | undefined): string {
  return ownFile(envFileName(environment), folder);
}

/** The variables of an env file; none when there is no such file. */
export function readEnvFile(file: string): Readonly<Record<string, string | undefined>> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return {};
  // A pipe would be waited for.
  if (!found.isFile()) throw new UserError(`${file} is not a file`, 'Remove it.');
  return parseEnv(readFileSync(file, 'utf8'));
}
