/** Menus as the files of the folder `menus`: one for each of theirs. */
import type { MenuFile } from '../../../config/read/files';
import { Block, type Entry, type Value, schemaLine, yamlText } from '../yamlText';
import { HANG_UP } from './destinations';
import type { Destination } from './destination';
import type { Draft, Recording } from './drafts';
import type { Names } from './names';
import type { Prompt, Prompts } from './prompts';
import { UNAVAILABLE } from './resolver';

/**
 * @param drafts only those that are to be written.
 * @param own which of the import's own menus something leads to.
 */
export function menuFiles(
  drafts: Iterable<Draft>,
  names: Names,
  prompts: Prompts,
  own: readonly string[],
): Record<MenuFile, string> {
  const entries = new Map<string, Entry[]>();
  const files = [...drafts].map((draft) => [draft.file, entryOf(draft, names, prompts)] as const);
  for (const name of own) files.push(['import', ownEntry(name, names.of(name))]);
  for (const [file, entry] of files) entries.set(file, [...(entries.get(file) ?? []), entry]);
  const called = fileNames([...entries.keys()]);
  return Object.fromEntries(
    [...entries].map(([file, each]): [MenuFile, string] => {
      const head = file.endsWith('.json') ? `Imported from ${file}.` : 'Made by the import.';
      return [called(file), yamlText(`${schemaLine('menus', '../')}\n\n${head}`, each)];
    }),
  );
}

function entryOf(draft: Draft, names: Names, prompts: Prompts): Entry {
  const audioOf = (all: readonly Recording[]) => all.flatMap((each) => prompts.of(each) ?? []);
  const to = (destination: Destination) => targetValue(destination, names);
  const intro = audioOf(draft.intro);
  const oneOf = audioOf(draft.oneOf);
  const keys = draft.keys.map(({ key, says, to: target }): [string, Value] => [
    key,
    { ...keyPrompts(audioOf(says)), ...to(target) },
  ]);
  const value: Record<string, Value> = {
    ...(draft.onlyEmergency && { only: { emergency: 'true' }, otherwise: to(HANG_UP) }),
    ...(intro.length > 0 && {
      intro: intro.length === 1 ? promptValue(intro[0]) : intro.map(promptValue),
    }),
    ...(oneOf.length > 0 && { oneOf: oneOf.map(promptValue) }),
    ...(keys.length > 0 && { keys: new Block(keys) }),
    // After a menu it is what holds anyhow.
    ...((keys.length === 0 || draft.next !== HANG_UP) && { next: to(draft.next ?? HANG_UP) }),
  };
  return { key: names.of(draft.context), value, apart: true };
}

function keyPrompts(prompts: readonly Prompt[]): Record<string, Value> {
  const [first, second] = prompts;
  if (first === undefined) return {};
  return second === undefined ? promptValue(first) : { prompts: prompts.map(promptValue) };
}

function promptValue(prompt: Prompt | undefined): Record<string, Value> {
  return {
    ...(prompt?.play !== undefined && { play: prompt.play }),
    ...(prompt?.say && { say: { ...prompt.say } }),
  };
}

/** A destination as it is written; without `names` it is no menu. */
export function targetValue(to: Destination, names?: Names): Record<string, Value> {
  return 'menu' in to ? { menu: names?.of(to.menu) ?? to.menu } : { ...to };
}

/** What the import adds: where nobody is reached any more, and the way to 911. */
function ownEntry(own: string, key: string): Entry {
  if (own === UNAVAILABLE) {
    const say = {
      en: 'We are sorry. This is not available at the moment.',
      es: 'Lo sentimos. Esto no está disponible en este momento.',
    };
    const before = 'For keys whose destination was nothing, or is missing.';
    const value: Value = { intro: { say }, next: { do: 'hangUp' } };
    return { key, value, before, apart: true };
  }
  const value: Value = {
    only: { emergency: 'true' },
    otherwise: { do: 'hangUp' },
    next: { do: 'emergency' },
  };
  return { key, value, before: 'For keys that called 911.', apart: true };
}

/** `ivrs_outgoing.json` is menus/outgoing.yaml. */
function fileNames(files: readonly string[]): (file: string) => MenuFile {
  const taken = new Map<string, MenuFile>();
  for (const file of files) {
    const plain = file.toLowerCase().replace(/^ivrs?_|\.json$/g, '');
    const base = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'menus';
    let name: MenuFile = `menus/${base}.yaml`;
    for (let n = 2; [...taken.values()].includes(name); n++) name = `menus/${base}-${n}.yaml`;
    taken.set(file, name);
  }
  return (file) => taken.get(file) ?? 'menus/menus.yaml';
}
