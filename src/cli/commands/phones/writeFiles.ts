/** Where files with passwords are written: for their owner alone. */
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { ConfigFile } from '../../../phones/phone';
import { isOpenToOthers } from '../../../config/ownFiles';
import { UserError } from '../../../diagnostics/errors';

/**
 * Writes files under the names that devices ask for, whole or not at all.
 *
 * @returns their paths.
 * @throws UserError where others may read the folder.
 */
export function writeFiles(files: readonly ConfigFile[], folder: string): readonly string[] {
  privateFolder(folder);
  return files.map(({ name, content, secret }) => {
    const file = path.join(folder, path.basename(name));
    writePrivately(file, content, secret ? 0o600 : 0o644);
    return file;
  });
}

/** Replaces what stood there, whoever could read that. A folder that is missing is made. */
export function writePrivately(file: string, content: string, mode = 0o600): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${process.pid}.part`;
  const descriptor = openSync(unfinished, 'wx', mode);
  try {
    writeSync(descriptor, content);
    closeSync(descriptor);
    // The umask may have taken more than it should.
    chmodSync(unfinished, mode);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Made where it is missing. */
function privateFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return;
  }
  if (!found.isDirectory()) throw new UserError(`${folder} is not a folder`, 'Name another.');
  if (isOpenToOthers(found)) {
    throw new UserError(
      `${folder} can be read by others, but the files contain passwords`,
      `Name a new folder, or run: chmod 700 ${folder}`,
    );
  }
}
