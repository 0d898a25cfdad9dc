/** The recordings of a directory that a build takes, and those that are too large for it. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { type Fault, readRecordings } from '../../directory';

/** Letters, digits, `_` and `-`, in folders or not: they stand in URLs as they are. */
const NAME = /^([A-Za-z0-9_-]+\/)*[A-Za-z0-9_-]+\.(mp3|wav)$/;

/** Of one asset, in bytes (https://www.twilio.com/docs/serverless/functions-assets/functions#limits). */
const LARGEST = 25 * 2 ** 20;

export const TOO_LARGE = {
  message: 'is larger than 25 MB, the most that Twilio keeps',
  mend: 'Make it shorter, or an MP3.',
};

/** Paths below `sounds/`. */
export function playable(folder: string): readonly string[] {
  return [...readRecordings(folder)].filter((name) => NAME.test(name)).sort();
}

export function isTooLarge(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST;
}

/** Such a directory does not build. */
export function sizeFaults(folder: string): Fault[] {
  return playable(folder)
    .map((name) => path.join('sounds', name))
    .filter((file) => isTooLarge(path.join(folder, file)))
    .map((file) => ({ file, line: 0, path: '', ...TOO_LARGE, severity: 'fault' }));
}

/** Told by `sounds check` among what else is wrong with a recording. */
export function isSizeFault({ message }: Fault): boolean {
  return message === TOO_LARGE.message;
}
