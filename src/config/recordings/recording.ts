/** The recordings of a directory that a build takes: read once, and what was looked at is what is built. */
import path from 'node:path';
import { type Diagnostic, errorAt } from '../../diagnostics/diagnostic';
import { OwnFolder, readRecordings, Refused } from '..';
import { soundKind } from './kind';

/** Letters, digits, `_` and `-`, in folders or not: they stand in URLs as they are. */
const NAME = /^([A-Za-z0-9_-]+\/)*[A-Za-z0-9_-]+\.(mp3|wav)$/;

/** One asset (https://www.twilio.com/docs/serverless/functions-assets/functions#limits). */
const LARGEST = {
  bytes: 25 * 2 ** 20,
  why: 'is larger than 25 MB, Twilio’s limit',
  fix: 'Make it shorter, or an MP3.',
};

/** Paths below `sounds/`. */
export function playable(folder: string): readonly string[] {
  return [...readRecordings(folder)].filter((name) => NAME.test(name)).sort();
}

/**
 * The bytes of a recording below `sounds/`.
 *
 * @throws Refused where it is no sound that Twilio keeps: by what it holds, not by its name.
 */
export function readRecording(folder: string, name: string): Buffer {
  const file = path.posix.join('sounds', name);
  const bytes = new OwnFolder(folder).read(file, LARGEST);
  const kind = soundKind(bytes);
  if (kind === path.extname(name).slice(1)) return bytes;
  const found = kind === undefined ? 'is not a sound' : `is ${kind === 'wav' ? 'a WAV' : 'an MP3'}`;
  throw new Refused(
    path.join(folder, file),
    `${found}, not what its name says`,
    'Convert it to MP3, or to WAV with 16-bit PCM.',
  );
}

/** Such a directory does not build. Links are reported with the rest of the directory. */
export function soundDiagnostics(folder: string): Diagnostic[] {
  const own = new OwnFolder(folder);
  return playable(folder).flatMap((name): Diagnostic[] => {
    const file = path.posix.join('sounds', name);
    if (own.refusal(file)) return [];
    const refused = refusalOf(folder, name);
    if (!refused) return [];
    const { why: message, fix = '' } = refused;
    return [errorAt(file, message, fix)];
  });
}

/** Reported by `sounds check` among what else is wrong with a recording. */
export function isSoundDiagnostic({ where }: Diagnostic): boolean {
  return where.file.startsWith('sounds/');
}

function refusalOf(folder: string, name: string): Refused | undefined {
  try {
    readRecording(folder, name);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
