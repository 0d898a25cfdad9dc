/** The recordings that menus and the operator's desk name, and the sentences that are spoken instead. */
import { loadDirectory, type Source } from '../read/load';
import { listed, sentenceOf } from '../compile/menus';
import {
  candidates,
  type Hosted,
  type Recordings,
  readRecordings,
  recordingUrl,
  stemOf,
} from './recordings';
import { hostOf, recordingOf } from '../compile/sentences';
import type { PromptSource } from '../schema';
import { type SentenceName, textOf } from '../../runtime/calls';
import type { CallLanguage } from '../../runtime/model/directory';

/** A prompt in one language. */
export interface NamedRecording {
  readonly language: CallLanguage;
  /** Where it stands, such as `menu main, key 1`. */
  readonly where: string;
  /** As the prompt names it; absent where it has a sentence alone. */
  readonly play?: string;
  /** Below `sounds/` of the directory. */
  readonly file?: string;
  /** Behind the operator's own base URL. */
  readonly url?: string;
  readonly sentence?: string;
}

/** Of a directory that builds; of what is faulty nothing. */
export function namedRecordings(folder: string): readonly NamedRecording[] {
  const { source } = loadDirectory(folder);
  const recordings = readRecordings(folder);
  const { site } = source;
  const prompts = promptsOf(source).flatMap(([where, prompt]) =>
    site.languages.map((language) => named(where, prompt, language, site, recordings)),
  );
  return [...prompts, ...sentencesOf(source, recordings)];
}

/** Those that a recording is to stand in for, with what is spoken without it. */
function sentencesOf({ site }: Source, recordings: Recordings): readonly NamedRecording[] {
  return Object.entries(site.sentences).flatMap(([name, written]) =>
    site.languages.flatMap((language) => {
      const play = recordingOf(written, language);
      if (play === undefined) return [];
      const prompt = { play, say: { [language]: textOf(name as SentenceName, language) } };
      const where = `site.yaml, sentences.${name}`;
      return [named(where, prompt, language, hostOf(name, site), recordings)];
    }),
  );
}

function promptsOf({ menus, operators }: Source): [string, PromptSource][] {
  const inMenus = [...menus].flatMap(([name, { menu }]) => [
    ...listed(menu.intro).map((prompt) => [`menu ${name}, intro`, prompt] as const),
    ...(menu.oneOf ?? []).map((prompt) => [`menu ${name}, oneOf`, prompt] as const),
    ...Object.entries(menu.keys ?? {}).flatMap(([key, { prompt }]) =>
      listed(prompt).map((each) => [`menu ${name}, key ${key}`, each] as const),
    ),
  ]);
  const hold = operators?.hold ? [['operators.yaml, hold', operators.hold] as const] : [];
  return [...inMenus, ...hold].map(([where, prompt]) => [where, prompt]);
}

function named(
  where: string,
  prompt: PromptSource,
  language: CallLanguage,
  site: Hosted,
  recordings: Recordings,
): NamedRecording {
  const { play } = prompt;
  const sentence = sentenceOf(prompt, language);
  const common = { language, where, ...(sentence !== undefined && { sentence }) };
  if (play === undefined) return common;
  if (site.menus.recordings) {
    const url = recordingUrl(play, language, site, recordings);
    return { ...common, play, ...(url !== undefined && { url }) };
  }
  const [file] = candidates(stemOf(play, language), recordings);
  return { ...common, play, ...(file !== undefined && { file }) };
}
