/** `dialtone sounds check`: whether everything that menus name can be heard. */
import { readRecordings, Refused } from '..';
import { type NamedRecording, namedRecordings } from './namedRecordings';
import { checkFile } from './file';
import { type Diagnostic, errorAt, warningAt } from '../../diagnostics/diagnostic';
import { playable, readRecording } from './recording';
import { checkUrls } from './remote';

export interface SoundReport {
  readonly diagnostics: readonly Diagnostic[];
  /** How many recordings were looked at. */
  readonly checked: number;
  /** Spoken by a voice. */
  readonly sentences: readonly NamedRecording[];
  /** Files of `sounds/` that nothing names. */
  readonly unused: readonly string[];
}

/** The project's own tones, which an operator's files may take the place of. */
const TONE_FILES = ['dial-tone.wav', 'busy.wav', 'hold.wav'];

/** What recorders and editors write beside MP3 and WAV. Notes and pictures may lie there too. */
const OTHER_SOUNDS =
  /\.(aac|aiff?|alaw|amr|au|caf|flac|g722|gsm|m4[ab]|mp[24]|og[ag]|opus|sln|webm|wma)$/i;

export async function checkSounds(folder: string): Promise<SoundReport> {
  const named = namedRecordings(folder);
  const there = [...readRecordings(folder)].sort();
  const names = new Set(playable(folder));
  const used = new Set(named.flatMap(({ file }) => file ?? []));
  const urls = [...new Set(named.flatMap(({ url }) => url ?? []))].sort();
  const local = [...names].sort();

  const diagnostics: Diagnostic[] = named.flatMap(missing);
  for (const file of local) diagnostics.push(...(await checkRecording(folder, file)));
  diagnostics.push(...(await checkUrls(urls)));
  for (const file of there) if (!names.has(file)) diagnostics.push(...notBuilt(file));
  return {
    diagnostics,
    checked: local.length + urls.length,
    sentences: named.filter(({ file, url }) => file === undefined && url === undefined),
    unused: local.filter((file) => !used.has(file) && !TONE_FILES.includes(file)),
  };
}

async function checkRecording(folder: string, file: string): Promise<readonly Diagnostic[]> {
  const where = `sounds/${file}`;
  try {
    return await checkFile(readRecording(folder, file), where);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return [errorAt(where, error.why, error.fix ?? '')];
  }
}

/** A sound that a build leaves out: by its name, or because Twilio does not play it. */
function notBuilt(file: string): Diagnostic[] {
  const where = `sounds/${file}`;
  if (/\.(mp3|wav|ulaw)$/i.test(file)) {
    const fix = 'Name it with letters, digits, `_` and `-`, as .mp3 or .wav.';
    return [warningAt(where, 'is not part of the build', fix)];
  }
  if (!OTHER_SOUNDS.test(file)) return [];
  return [
    warningAt(where, 'is not part of the build: Twilio plays MP3 and WAV', 'Convert it to MP3.'),
  ];
}

function missing(recording: NamedRecording): Diagnostic[] {
  const { play, file, url, sentence, language, where: namedBy } = recording;
  if (play === undefined || file !== undefined || url !== undefined) return [];
  const message = `is used by ${namedBy}, but missing in ${language}`;
  const where = `sounds/${play}`;
  if (sentence === undefined) return [errorAt(where, message, 'Record it.')];
  return [warningAt(where, `${message}: its sentence is spoken instead`, 'Record it.')];
}
