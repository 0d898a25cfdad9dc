/** A directory that is edited while its phones are served: what it says now, once it builds. */
import { realpathSync } from 'node:fs';
import { watch } from 'chokidar';
import { checkedProject } from './check';
import { printError, UserError } from './errors';
import type { Project } from '../config/project';

/** An editor writes several files at once. */
const SETTLES_MS = 200;

/** Calls after every change that builds; of one with faults it prints them, and all stays as it was. */
export function followDirectory(
  folder: string,
  changed: (project: Project) => void,
): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(realpathSync(folder), { ignoreInitial: true, followSymlinks: false });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => readAgain(folder, changed), SETTLES_MS);
  });
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

function readAgain(folder: string, changed: (project: Project) => void): void {
  try {
    changed(checkedProject(folder));
  } catch (error) {
    if (error instanceof UserError) printError(error);
    else console.error(error);
    console.error('The phones stay as they were.');
  }
}
