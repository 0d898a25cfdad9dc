/** Recordings: the sound files of a directory, and the URLs at which Twilio plays them. */
import type { Source } from '../read/load';
import { OwnFolder } from '../read/ownFolder';
import type { CallLanguage } from '../../runtime/model/directory';

/** Paths below `sounds/`, such as `en/welcome.mp3`. */
export type Recordings = ReadonlySet<string>;

/** What Twilio plays (https://www.twilio.com/docs/voice/twiml/play). */
const PLAYED = ['mp3', 'wav'] as const;

/** The public assets that a build makes of them. */
const ASSETS = '/sounds/';

/** Where recordings are, if not in the directory. */
export interface Hosted {
  readonly menus: Pick<Source['site']['menus'], 'recordings'>;
}

export const NO_RECORDINGS: Recordings = new Set();

/** Everything below `sounds/` of a directory's folder but folders; nothing where there is no such folder. */
export function readRecordings(folder: string): Recordings {
  return new Set(new OwnFolder(folder).below('sounds'));
}

/** The name of a recording in one language, without its ending: `en/welcome`, or `bells` of `/bells`. */
export function stemOf(name: string, language: CallLanguage): string {
  return name.startsWith('/') ? name.slice(1) : `${language}/${name}`;
}

/** The files that a recording may be; one is right. */
export function candidates(stem: string, recordings: Recordings): readonly string[] {
  return PLAYED.map((extension) => `${stem}.${extension}`).filter((file) => recordings.has(file));
}

/** Where Twilio plays a recording; undefined when it is missing. */
export function recordingUrl(
  name: string,
  language: CallLanguage,
  { menus }: Hosted,
  recordings: Recordings,
): string | undefined {
  const stem = stemOf(name, language);
  if (menus.recordings) return `${menus.recordings.url}${stem}.${menus.recordings.extension}`;
  const [file] = candidates(stem, recordings);
  return file === undefined ? undefined : ASSETS + file;
}
