/** A directory that is edited while its phones are served: what it says now, once it builds. */
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { watch } from 'chokidar';
import { UserError } from '../../../diagnostics/errors';
import { type Context } from '../../command';
import { openProject } from '../../project';
import type { Project } from '../../../config/project';

export interface Following {
  close(): Promise<void>;
}

/** What phones put, beside the directory and never under git: no part of it. */
export const UPLOADS = '.provision';

/** An editor writes several files at once. */
const DEBOUNCE_MS = 200;

/**
 * Calls after every change that builds; of one with errors it prints them, and all stays as it was.
 *
 * @returns as soon as no change can be missed any more.
 */
export async function followDirectory(
  folder: string,
  changed: (project: Project) => void,
  context: Context,
): Promise<Following> {
  let timer: NodeJS.Timeout | undefined;
  const real = realpathSync(folder);
  const watcher = watch(real, {
    ignored: path.join(real, UPLOADS),
    ignoreInitial: true,
    followSymlinks: false,
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => readAgain(folder, changed, context), DEBOUNCE_MS);
  });
  await once(watcher, 'ready');
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

function readAgain(folder: string, changed: (project: Project) => void, context: Context): void {
  const { terminal } = context;
  try {
    changed(openProject(context, folder));
  } catch (error) {
    if (error instanceof UserError) terminal.error(error);
    else terminal.say(error instanceof Error ? (error.stack ?? '') : String(error));
    terminal.say('The phones stay as they were.');
  }
}
