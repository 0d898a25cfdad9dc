/**
 * Where an operator's own files are that are no part of the directory: master keys, env files. They live in the
 * directory's folder, so that nothing of the operator's is in the checkout of Dialtone. Older installations have them
 * in the checkout, where they are still found.
 */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { EnvironmentName } from '../runtime/model/directory';
import { UserError } from '../diagnostics/errors';
import { checkout } from './checkout';

/** Names of an environment's files in the folder. */
export const keyName = (environment: EnvironmentName): string => `.keys/${environment}.key`;
export const envFileName = (environment: EnvironmentName): string => `.env.${environment}`;

/**
 * The path of such a file, whether or not it is there.
 *
 * @param folder of the directory; undefined where the operator has none yet: then it is the former one.
 * @param former folder of older installations.
 * @throws UserError when both have one and they differ. Nothing is chosen then: another key changes every password.
 */
export function ownFile(name: string, folder: string | undefined, former = checkout()): string {
  const file = path.join(folder ?? former, name);
  const old = formerFile(name, folder, former);
  if (old === undefined) return file;
  if (!isThere(file)) return old;
  if (sameText(file, old)) return file;
  throw new UserError(
    `${file} and ${old} differ, so neither is used`,
    `Compare them, and move the wrong one away; ${file} is used once ${old} is gone. Then run plan, which stops if the key is wrong.`,
  );
}

/** What to move where, a line for each file of the environment that is found in its former place alone. */
export function moveAdvice(
  environment: EnvironmentName,
  folder: string | undefined,
  former = checkout(),
): string[] {
  return [keyName(environment), envFileName(environment)].flatMap((name) => {
    const old = formerFile(name, folder, former);
    const file = path.join(folder ?? former, name);
    if (old === undefined || isThere(file)) return [];
    return [`Using ${old}. It now belongs in ${file}: move it there (docs/own-folder.md).`];
  });
}

/** Undefined where there is none, or where the former place is the folder itself. */
function formerFile(name: string, folder: string | undefined, former: string): string | undefined {
  if (folder === undefined || isSame(folder, former)) return undefined;
  const old = path.join(former, name);
  return isThere(old) ? old : undefined;
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** A pipe would be waited for. */
function sameText(one: string, other: string): boolean {
  if (![one, other].every((file) => statSync(file).isFile())) return false;
  return readFileSync(one, 'utf8').trim() === readFileSync(other, 'utf8').trim();
}

function isSame(one: string, other: string): boolean {
  return real(one) === real(other);
}

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}

/** Windows says of every file that all may read it, whoever really may: nothing is known there. */
export function isOpenToOthers({ mode }: { readonly mode: number }): boolean {
  return process.platform !== 'win32' && (mode & 0o077) !== 0;
}
