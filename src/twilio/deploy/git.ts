/** What git knows of some files: their commit, their content, and what descends from what. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import path from 'node:path';
import { gitEnvironment } from '../../config/gitEnvironment';

/** Files of one repository. */
export interface Part {
  /** As messages name it. */
  readonly name: string;
  /** Where git is asked. */
  readonly folder: string;
  /** Relative to the folder. */
  readonly paths: readonly string[];
  /** Files that are written by applying and deploying themselves. */
  readonly except?: RegExp;
}

const DIGEST_LENGTH = 16;
const MOST_OUTPUT = 256 * 1_024 * 1_024;
/** Commits that are looked through for what was live. */
const MOST_COMMITS = 500;

/** The commit that is checked out; undefined without git, a repository or a commit. */
export function headOf({ folder }: Part): string | undefined {
  const { code, out } = git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  return code === 0 ? out.trim() : undefined;
}

/** Of the files' content as they are; undefined where git ignores them all. */
export function digestHere(part: Part): string | undefined {
  const { folder, paths } = part;
  const listed = git(folder, ['ls-files', '-z', '-co', '--exclude-standard', '--', ...paths]);
  const files = [...new Set(listed.out.split('\0'))].filter(
    (file) => file !== '' && counts(file, part) && isFile(path.join(folder, file)),
  );
  if (listed.code !== 0 || files.length === 0) return undefined;
  // Below the repository's top git would look for relative paths there.
  const absolute = files.map((file) => path.resolve(folder, file));
  const hashed = git(folder, ['hash-object', '--stdin-paths'], `${absolute.join('\n')}\n`);
  if (hashed.code !== 0) return undefined;
  const hashes = hashed.out.trim().split('\n');
  return digestOf(files.map((file, i) => `${file} ${hashes[i]}`));
}

/** Of the same files' content in a commit. */
export function digestAt(commit: string, part: Part): string | undefined {
  const { folder, paths } = part;
  const { code, out } = git(folder, ['ls-tree', '-r', '-z', commit, '--', ...paths]);
  if (code !== 0) return undefined;
  const files = out.split('\0').flatMap((line) => {
    const [, hash, file] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return file !== undefined && counts(file, part) ? [`${file} ${hash}`] : [];
  });
  return digestOf(files);
}

/** Commits after `from` that changed the files, the newest first. */
export function commitsSince(from: string, { folder, paths }: Part): string[] {
  const range = `${from}..HEAD`;
  const { out } = git(folder, ['log', '--format=%H', `-n${MOST_COMMITS}`, range, '--', ...paths]);
  return out.split('\n').filter(Boolean);
}

export function hasCommit(commit: string, { folder }: Part): boolean {
  return git(folder, ['cat-file', '-e', `${commit}^{commit}`]).code === 0;
}

export function isAncestor(ancestor: string, commit: string, { folder }: Part): boolean {
  return git(folder, ['merge-base', '--is-ancestor', ancestor, commit]).code === 0;
}

/** Whether its history ends somewhere before its beginning. */
export function isShallow({ folder }: Part): boolean {
  return git(folder, ['rev-parse', '--is-shallow-repository']).out.trim() === 'true';
}

function counts(file: string, { except }: Part): boolean {
  return !except?.test(file);
}

function isFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function digestOf(files: readonly string[]): string {
  const text = [...files].sort().join('\0');
  return createHash('sha256').update(text).digest('hex').slice(0, DIGEST_LENGTH);
}

function git(folder: string, args: readonly string[], input = ''): { code: number; out: string } {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: MOST_OUTPUT,
    env: { ...gitEnvironment(), GIT_OPTIONAL_LOCKS: '0' },
  });
  return { code: status ?? -1, out: stdout ?? '' };
}
