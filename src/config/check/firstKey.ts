/** What a caller has to wait for: Twilio fetches every recording of a document before it plays the first. */
import type { CallLanguage, Directory, Menu, Prompt, Site } from '../../runtime/model/directory';
import { menuSequence, type Visitor } from '../../runtime/calls/menus/sequence';

/** More than these are worth recording as one: each that is not at hand takes a third of a second. */
export const MOST_RECORDINGS = 3;

/** A longer chain of menus without keys is counted no further. */
const LONGEST_CHAIN = 10;

/**
 * How many recordings stand in each document from entering a menu until its keys have been said: two
 * documents where intros come `apart`, else one.
 */
export function recordingsFetched(
  menu: Menu,
  { menus, site }: Pick<Directory, 'menus'> & { readonly site: Pick<Site, 'menus'> },
  language: CallLanguage,
): readonly number[] {
  const openToAll = { get: (name: string) => unconditional(menus.get(name)) };
  const { entered, end } = menuSequence(menu.name, openToAll, EVERYBODY);
  const count = (prompts: readonly Prompt[]) =>
    prompts.filter((prompt) => isRecording(prompt, language)).length;
  const all = entered
    .slice(0, LONGEST_CHAIN)
    .map(({ intro, oneOf, prompts }) => count(intro) + Math.min(1, count(oneOf)) + count(prompts))
    .reduce((sum, count) => sum + count, 0);
  const ofKeys = end === 'keys' ? count(entered.at(-1)?.prompts ?? []) : 0;
  const isApart = site.menus.intro === 'apart' && ofKeys > 0 && all > ofKeys;
  return isApart ? [all - ofKeys, ofKeys] : [all];
}

const EVERYBODY: Visitor = { emergency: true, isOpen: () => true };

/** Who may enter changes with the caller and the hour. */
function unconditional(menu: Menu | undefined): Menu | undefined {
  return menu && { ...menu, only: undefined };
}

function isRecording(prompt: Prompt, language: CallLanguage): boolean {
  const sound = prompt[language];
  return sound !== undefined && 'play' in sound;
}
