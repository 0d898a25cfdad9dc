/** Recordings of our own sentences, as URLs in each language that has one. */
import { isAnnouncement } from '../../runtime/calls';
import type { CallLanguage, Site } from '../../runtime/model/directory';
import type { Source } from '../read/load';
import { type Hosted, type Recordings, recordingUrl } from '../recordings/recordings';
import type { SentencesSource } from '../schema/sentences';

export type SentenceSource = SentencesSource[string];

/** The recording of a sentence in one language, as `play` would name it. */
export function recordingOf(source: SentenceSource, language: CallLanguage): string | undefined {
  return typeof source === 'string' ? source : source[language];
}

/** Before an emergency call no host but our own is asked for a recording. */
export function hostOf(name: string, site: Source['site']): Hosted {
  return isAnnouncement(name) ? { menus: {} } : site;
}

export function compileSentences(
  sentences: SentencesSource,
  site: Source['site'],
  recordings: Recordings,
): Pick<Site, 'sentences'> {
  const entries = Object.entries(sentences).map(([name, source]) => {
    const urls = site.languages.flatMap((language) => {
      const play = recordingOf(source, language);
      const url = play && recordingUrl(play, language, hostOf(name, site), recordings);
      return url === undefined ? [] : [[language, url] as const];
    });
    return [name, Object.fromEntries(urls)] as const;
  });
  return entries.length === 0 ? {} : { sentences: Object.fromEntries(entries) };
}
