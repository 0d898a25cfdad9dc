/** A new directory for an operator, outside the checkout of Dialtone, with a git repository of its own. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../diagnostics/errors';
import { checkout as usedCheckout } from './checkout';
import { gitEnvironment } from './gitEnvironment';

/** What it can begin with: folders of `examples/`. */
export const TEMPLATES = ['payphones', 'empty'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

const EXAMPLES = 'examples';
const SCHEMA = 'schema';
const NOT_PUBLISHED = '.gitignore';

export interface NewSchema {
  /** Absolute. */
  readonly folder: string;
  /** All that was written, but git's own. */
  readonly files: readonly string[];
}

export interface NewDirectory extends NewSchema {
  readonly from: TemplateName;
}

/**
 * Makes it. Nothing is committed: who commits is the operator.
 *
 * @param checkout of Dialtone.
 * @throws UserError when the folder holds anything, or is part of the checkout.
 */
export function makeDirectory(
  asked: string,
  from: TemplateName = 'empty',
  checkout = usedCheckout(),
): NewDirectory {
  const folder = path.resolve(asked);
  refuseUsed(folder, asked);
  refuseInside(folder, checkout);
  mkdirSync(folder, { recursive: true });
  beginRepository(folder);
  const examples = path.join(checkout, EXAMPLES);
  cpSync(path.join(examples, from), folder, { recursive: true });
  cpSync(path.join(examples, 'empty', NOT_PUBLISHED), path.join(folder, NOT_PUBLISHED));
  copySchema(folder, checkout);
  return { folder, from, files: filesOf(folder) };
}

/**
 * Brings what editors know of the files up to date in a directory that is there.
 *
 * @returns The files, in its `.schema`.
 * @throws UserError when the folder is no directory.
 */
export function updateSchema(asked: string, checkout = usedCheckout()): NewSchema {
  const folder = path.resolve(asked);
  if (!existsSync(path.join(folder, 'site.yaml'))) {
    throw new UserError(
      `${asked} has no site.yaml: it is no directory`,
      'Name the folder that has it, or set DIALTONE_DIRECTORY.',
    );
  }
  copySchema(folder, checkout);
  const files = readdirSync(path.join(checkout, SCHEMA)).map((name) => path.join('.schema', name));
  return { folder, files };
}

function copySchema(folder: string, checkout: string): void {
  cpSync(path.join(checkout, SCHEMA), path.join(folder, '.schema'), { recursive: true });
}

function refuseUsed(folder: string, asked: string): void {
  if (!existsSync(folder)) return;
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (cause) {
    throw new UserError(`${asked} is not a folder that you can read`, 'Name another.', { cause });
  }
  if (names.length === 0) return;
  throw new UserError(
    `${asked} is not empty`,
    'Name a new or empty folder, such as: init ../phones',
  );
}

/** There `git clean` could delete it, and `git add` could publish it. */
function refuseInside(folder: string, checkout: string): void {
  const inside = path.relative(realpathSync(checkout), realOf(folder));
  if (inside.startsWith('..') || path.isAbsolute(inside)) return;
  throw new UserError(
    `${folder} is inside the checkout of Dialtone`,
    'Name a folder beside it, such as: init ../phones',
  );
}

/** Of a folder that need not be there yet. */
function realOf(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  return path.join(realOf(path.dirname(folder)), path.basename(folder));
}

function beginRepository(folder: string): void {
  const { status, error, stderr } = spawnSync('git', ['init', '--quiet', folder], {
    encoding: 'utf8',
    env: gitEnvironment(),
  });
  if (status === 0) return;
  throw new UserError(
    `git init failed in ${folder}: ${error?.message ?? stderr.trim()}`,
    'Install git, and run init again.',
  );
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(`.git${path.sep}`))
    .sort();
}
