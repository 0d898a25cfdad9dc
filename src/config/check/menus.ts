/** Menus, each by itself: its name, its keys, its prompts and the names in its targets. */
import { type FileName, isMenuFile } from '../read/files';
import type { MenuEntry } from '../read/load';
import { MOST_RECORDINGS, recordingsFetched } from './firstKey';
import { compileMenus, listed } from '../compile/menus';
import { keyExits, otherwiseExit, silentExit } from '../compile/menuTargets';
import type { MenuSource, PromptSource } from '../schema';
import { KEYS, type Menu } from '../../runtime/model/directory';
import { hasKeys } from '../../runtime/calls/menus/sequence';
import type { Context } from './context';
import { checkPrompt } from './prompts';
import { below, checkTarget, type Location, addError } from './values';

export function checkMenus(context: Context): void {
  checkNames(context);
  checkRecordings(context);
  for (const [name, { file, menu }] of context.source.menus) {
    const location: Location = { file, path: [name] };
    checkKeys(context, location, menu);
    for (const exit of exitsOf(menu))
      checkTarget(context, below(location, ...exit.path), exit.target, true);
    for (const { path, prompt } of promptsOf(menu))
      checkPrompt(context, below(location, ...path), prompt);
    checkAudio(context, location, menu);
  }
}

/** In all files together. */
function checkNames(context: Context): void {
  const seen = new Map<string, Location>();
  for (const file of Object.values(context.source.files)) {
    const { name: path } = file;
    if (!isMenuFile(path)) continue;
    for (const name of file.keys([])) {
      const location: Location = { file: path, path: [name] };
      const first = seen.get(name);
      if (first) {
        const where = `${first.file}:${context.source.files[first.file]?.line([name])}`;
        const message = `there are two menus \`${name}\`: the other is in ${where}`;
        addError(context, location, message, 'Rename one of them, or remove it.');
      } else if (!/^[a-z0-9-]{1,40}$/.test(name)) {
        const message = `\`${name}\` cannot be the name of a menu`;
        addError(
          context,
          location,
          message,
          'Use up to 40 lower-case letters, digits and hyphens.',
        );
      }
      seen.set(name, first ?? location);
    }
  }
}

const SET_KEYS: Readonly<Record<string, string>> = {
  '*': '`*` changes the language on every menu',
  '#': '`#` goes back on every menu',
};

function checkKeys(context: Context, location: Location, { keys = {} }: MenuSource): void {
  for (const key of Object.keys(keys)) {
    if ((KEYS as readonly string[]).includes(key)) continue;
    const message = SET_KEYS[key] ?? `\`${key}\` cannot be a key of a menu`;
    addError(context, below(location, 'keys', key), message, 'Use another key, 0 to 9.');
  }
}

function exitsOf(menu: MenuSource) {
  const otherwise = otherwiseExit(menu);
  const next = menu.next ? [silentExit(menu)] : [];
  return [...keyExits(menu), ...next, ...(otherwise ? [otherwise] : [])];
}

function promptsOf(menu: MenuSource): readonly PlacedPrompt[] {
  return [
    ...placed(menu.intro, ['intro'], ['intro']),
    ...placed(menu.oneOf, ['oneOf'], ['oneOf']),
    ...Object.entries(menu.keys ?? {}).flatMap(([key, { prompt }]) =>
      placed(prompt, ['keys', key], ['keys', key, 'prompts']),
    ),
  ];
}

interface PlacedPrompt {
  readonly path: readonly (string | number)[];
  readonly prompt: PromptSource;
}

/** One prompt at `one`, or several in the list at `several`. */
function placed(
  prompts: PromptSource | readonly PromptSource[] | undefined,
  one: readonly string[],
  several: readonly string[],
): PlacedPrompt[] {
  const list = Array.isArray(prompts);
  return listed(prompts).map((prompt, i) => ({ path: list ? [...several, i] : one, prompt }));
}

/** One warning a file, at the first of its menus; of each menu the language with the most. */
function checkRecordings({ source, recordings, report }: Context): void {
  const { site } = source;
  const menus = new Map(compileMenus(source, recordings).map((menu) => [menu.name, menu]));
  const many = new Map<FileName, { menu: Menu; most: number }[]>();
  for (const [name, { file }] of source.menus) {
    const menu = menus.get(name);
    if (!menu) continue;
    const most = Math.max(
      ...site.languages.flatMap((language) => recordingsFetched(menu, { menus, site }, language)),
    );
    if (most > MOST_RECORDINGS) many.set(file, [...(many.get(file) ?? []), { menu, most }]);
  }
  for (const [file, found] of many) {
    const names = found.map(({ menu, most }) => `${menu.name} (${most})`);
    const message = `Twilio fetches many recordings before the first one plays: ${names.join(', ')}`;
    const ofKeys = found.some(({ menu }) => menu.prompts.length > 0);
    const what = ofKeys ? 'the keys say as one file, at the first key' : 'is said as one file';
    const [first] = found.map(({ menu }) => menu.name);
    report.warn(file, [first ?? ''], message, `Record what ${what}: at most ${MOST_RECORDINGS}.`);
  }
}

/** Settings without a use, and menus that nobody would notice. */
function checkAudio(
  { report, source }: Context,
  location: Location,
  menu: MenuEntry['menu'],
): void {
  const warn = (path: readonly string[], message: string, fix: string) =>
    report.warn(location.file, [...location.path, ...path], message, fix);
  // What is faulty has been left out: then nothing is known of the whole.
  const file = source.files[location.file];
  const whole = (key: string) =>
    (menu as Record<string, unknown>)[key] !== undefined || !file?.has([...location.path, key]);
  if (!whole('keys') || !whole('intro') || !whole('oneOf')) return;
  if (promptsOf(menu).length === 0) {
    const fix = 'Add `intro`, or `say` what a key does.';
    warn(
      [],
      hasKeys(menu) ? 'takes keys, but says nothing' : 'is empty: callers hear nothing',
      fix,
    );
  }
  if (hasKeys(menu)) return;
  for (const setting of ['waitSeconds', 'rounds'] as const) {
    if (menu[setting] === undefined) continue;
    warn([setting], 'has no effect in a menu without keys', 'Remove it.');
  }
}
