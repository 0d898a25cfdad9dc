/** Menus and prompts with the names in them resolved. */
import type { Source } from '../read/load';
import { type Recordings, recordingUrl } from '../recordings/recordings';
import type { MenuSource, PromptSource } from '../schema';
import { allTaken } from './allTaken';
import { compileTarget } from './targets';
import {
  type Key,
  KEYS,
  type CallLanguage,
  type Menu,
  type Prompt,
  type Sound,
  type Target,
} from '../../runtime/model/directory';

/** What a menu is compiled in. */
type Compiling = Pick<Source, 'calling' | 'files' | 'menus' | 'site'>;

export function compileMenus(source: Compiling, recordings: Recordings): readonly Menu[] {
  return [...source.menus].map(([name, { menu }]) => compileMenu(name, menu, source, recordings));
}

function compileMenu(
  name: string,
  menu: MenuSource,
  source: Compiling,
  recordings: Recordings,
): Menu {
  const { menus } = source.site;
  const { intro, oneOf, keys: written, next, only, otherwise, ...others } = menu;
  const { waitSeconds = menus.waitSeconds, rounds = menus.rounds, ...rest } = others;
  const sounds = (prompts: readonly PromptSource[]) =>
    prompts.map((prompt) => compilePrompt(prompt, source.site, recordings));
  const keys = writtenKeys(name, menu, source);
  allTaken(rest);
  return {
    name,
    intro: sounds(listed(intro)),
    oneOf: sounds(oneOf ?? []),
    prompts: sounds(keys.flatMap((key) => listed(written?.[key]?.prompt))),
    keys: Object.fromEntries(
      keys.map((key) => [key, written?.[key] && compileTarget(written[key].target, source)]),
    ),
    next: compileTarget(next ?? { do: 'hangUp' }, source),
    waitSeconds,
    rounds,
    ...(only && otherwise && { only: compileOnly(only, compileTarget(otherwise, source)) }),
  };
}

function compileOnly(only: NonNullable<MenuSource['only']>, otherwise: Target): Menu['only'] {
  const { emergency, hours, ...rest } = only;
  allTaken(rest);
  return {
    ...(emergency !== undefined && { emergency }),
    ...(hours && { hours }),
    otherwise,
  };
}

/** The keys in the order in which they are written, which an object of digits does not keep. */
function writtenKeys(name: string, menu: MenuSource, { files, menus }: Compiling): readonly Key[] {
  const file = menus.get(name)?.file;
  const written = file === undefined ? [] : (files[file]?.keys([name, 'keys']) ?? []);
  return written.filter(
    (key): key is Key => KEYS.includes(key as Key) && menu.keys?.[key] !== undefined,
  );
}

/** One prompt, or several. */
export function listed(
  prompts: PromptSource | readonly PromptSource[] | undefined,
): readonly PromptSource[] {
  if (prompts === undefined) return [];
  return Array.isArray(prompts) ? (prompts as readonly PromptSource[]) : [prompts as PromptSource];
}

/** Checked before: every language has one of the two. */
export function compilePrompt(
  prompt: PromptSource,
  site: Source['site'],
  recordings: Recordings,
): Prompt {
  return Object.fromEntries(
    site.languages.flatMap((language) => {
      const sound = soundOf(prompt, language, site, recordings);
      return sound ? [[language, sound]] : [];
    }),
  );
}

function soundOf(
  prompt: PromptSource,
  language: CallLanguage,
  site: Source['site'],
  recordings: Recordings,
): Sound | undefined {
  const play = prompt.play && recordingUrl(prompt.play, language, site, recordings);
  if (play !== undefined) return { play };
  const say = sentenceOf(prompt, language);
  if (say === undefined) return undefined;
  const spoken = languageOf(prompt, language);
  return spoken === language ? { say } : { say, language: spoken };
}

/** The language of a sentence that is heard in a menu in `menu`. */
function languageOf({ language }: PromptSource, menu: CallLanguage): CallLanguage {
  return (typeof language === 'string' ? language : language?.[menu]) ?? menu;
}

/** The sentence of a prompt in a language: the only one, where it is written without. */
export function sentenceOf({ say }: PromptSource, language: CallLanguage): string | undefined {
  return typeof say === 'string' ? say : say?.[language];
}
