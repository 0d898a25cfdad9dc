/** What Polycom phones put: kept for the operator to read, never handed to any phone. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Keeps the latest of each name. The names are a fixed few and each is bounded, so that a device's
 * folder is too.
 *
 * @param device twelve hexadecimal digits.
 * @param name one of `uploadNames`.
 */
export function keepUpload(folder: string, device: string, name: string, content: Buffer): void {
  const own = path.join(folder, device);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const file = path.join(own, name);
  // A phone's own settings may hold passwords.
  const unfinished = `${file}.part`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, content, { mode: 0o600, flag: 'wx' });
  renameSync(unfinished, file);
}
