/** A folder as a git repository, as an operator has it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export function git(folder: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=Example', '-c', 'user.email=example@example.org'];
  const options = { encoding: 'utf8', stdio: 'pipe' } as const;
  return execFileSync('git', ['-C', folder, ...who, ...args], options).trim();
}

/** Makes the repository where there is none yet, and commits what is in the folder. */
export function commit(folder: string, ...paths: readonly string[]): string {
  if (!existsSync(path.join(folder, '.git'))) git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A', '--', ...(paths.length > 0 ? paths : ['.']));
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'Example');
  return git(folder, 'rev-parse', 'HEAD');
}
