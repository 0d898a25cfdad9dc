/**
 * The master key of an environment, from which its SIP passwords are derived. It stands in the
 * environment variable `DIALTONE_KEY_<ENVIRONMENT>` or in a file that only its owner can read.
 */
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ENVIRONMENTS, type EnvironmentName } from '../../runtime/model/directory';
import type { Env } from '../../config/folderVariable';
import { UserError } from '../../diagnostics/errors';
import { isOpenToOthers, keyName, ownFile } from '../../config/ownFiles';
import { envFile, readEnvFile } from '../client/envFile';

const KEY_BYTES = 32;
/** As `createKey` writes it: 32 random bytes in base64url. */
const FORM = /^[A-Za-z0-9_-]{43}$/;
const KEY_VARIABLE_PREFIX = 'DIALTONE_KEY';

export function keyVariable(environment: EnvironmentName): string {
  return `${KEY_VARIABLE_PREFIX}_${environment.toUpperCase()}`;
}

/** @param folder of the directory; undefined where there is none. */
export function keyFile(environment: EnvironmentName, folder: string | undefined): string {
  return ownFile(keyName(environment), folder);
}

/**
 * The environment's key; undefined where there is none yet.
 *
 * @throws UserError when others may read the file, or when it holds no key.
 */
export function findKey(
  environment: EnvironmentName,
  folder: string | undefined,
  env: Env,
): Buffer | undefined {
  const variable = keyVariable(environment);
  const given = env[variable];
  if (given) return parseKey(given, `The variable ${variable}`);
  const file = keyFile(environment, folder);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isFile()) throw new UserError(`${file} is not a file`, 'Remove it.');
  if (isOpenToOthers(found)) {
    throw new UserError(`${file} can be read by others`, `Run: chmod 600 ${file}`);
  }
  return parseKey(readFileSync(file, 'utf8').trim(), file);
}

/**
 * Writes a new key where there is none, for its owner alone.
 *
 * @returns the file.
 * @throws UserError when the environment has a key: another one changes every password.
 */
export function createKey(
  environment: EnvironmentName,
  folder: string | undefined,
  env: Env,
): string {
  const file = keyFile(environment, folder);
  if (env[keyVariable(environment)]) {
    throw new UserError(
      `${environment} has a key, in the variable ${keyVariable(environment)}`,
      'Another key changes every password of the environment. If that is what you want, unset it first.',
    );
  }
  // A key that is written through a link lies where the link leads.
  if (linkAt(path.dirname(file))) {
    throw new UserError(`${path.dirname(file)} is a link`, 'Replace it with a folder.');
  }
  if (lstatSync(file, { throwIfNoEntry: false })) {
    throw new UserError(
      `${file} exists`,
      'Another key changes every password of the environment. If that is what you want, move the file away first.',
    );
  }
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, {
    mode: 0o600,
    flag: 'wx',
  });
  // No `git add` takes it, whatever repository it is in.
  writeFileSync(path.join(path.dirname(file), '.gitignore'), '*\n');
  // Of a former key.
  rmSync(copyNote(file), { force: true });
  return file;
}

/**
 * The file of a key of which nobody has noted that there is a copy: doctor asks for one. Undefined where there is a
 * note, where the key is in a variable, and where there is none.
 */
export function uncopiedKey(
  environment: EnvironmentName,
  folder: string | undefined,
  env: Env,
): string | undefined {
  if (env[keyVariable(environment)]) return undefined;
  const file = keyFile(environment, folder);
  return existsSync(file) && !existsSync(copyNote(file)) ? file : undefined;
}

/** An empty file that the operator makes: `touch .keys/prod.copied`. */
export function copyNote(keyFile: string): string {
  return keyFile.replace(/\.key$/, '.copied');
}

/**
 * A deployment uploads every variable of the environment's file, so no environment's key may stand there.
 *
 * @throws UserError when it does, under whatever name.
 */
export function refuseKeyInEnvFile(
  environment: EnvironmentName,
  folder: string | undefined,
  env: Env,
): void {
  const file = envFile(environment, folder);
  const keys = ENVIRONMENTS.flatMap((name) => findKey(name, folder, env) ?? []);
  for (const [name, value] of Object.entries(readEnvFile(file))) {
    if (holdsKey(name, value, ...keys)) {
      throw new UserError(
        `${file} holds a master key, as ${name}: a deployment would upload it`,
        `Remove it. It belongs in ${keyName(environment)} or the variable ${keyVariable(environment)}.`,
      );
    }
  }
}

/** Whether a variable is a master key, by its name or by its value in any usual form. */
export function holdsKey(
  name: string,
  value: string | undefined,
  ...keys: readonly (Buffer | undefined)[]
): boolean {
  if (name.startsWith(KEY_VARIABLE_PREFIX)) return true;
  const forms = keys.flatMap((key) =>
    key ? (['base64url', 'base64', 'hex'] as const).map((form) => key.toString(form)) : [],
  );
  return forms.some((form) => value?.includes(form) || value?.includes(form.toUpperCase()));
}

function linkAt(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function parseKey(text: string, where: string): Buffer {
  if (FORM.test(text)) return Buffer.from(text, 'base64url');
  throw new UserError(
    `${where} does not contain a key of 32 bytes`,
    'Make one with: ./dialtone key new --environment <name>',
  );
}
