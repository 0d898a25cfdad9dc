/** What a caller has to wait for: Twilio fetches every recording of a document before it plays the first. */
import type { CallLanguage, Menu, Prompt } from '../../runtime/model/directory';
import { menuSequence, type Visitor } from '../../runtime/calls/menus/sequence';

/** More than these are worth recording as one: each that is not at hand takes a third of a second. */
export const MOST_RECORDINGS = 3;

/** A longer chain of menus without keys is counted no further. */
const LONGEST_CHAIN = 10;

/** How many recordings stand in the document in which a menu's keys can first be pressed. */
export function recordingsToFirstKey(
  menu: Menu,
  menus: ReadonlyMap<string, Menu>,
  language: CallLanguage,
): number {
  const openToAll = { get: (name: string) => unconditional(menus.get(name)) };
  return menuSequence(menu.name, openToAll, EVERYBODY)
    .entered.slice(0, LONGEST_CHAIN)
    .map((each) => {
      const count = (prompts: readonly Prompt[]) =>
        prompts.filter((prompt) => isRecording(prompt, language)).length;
      return count(each.intro) + Math.min(1, count(each.oneOf)) + count(each.prompts);
    })
    .reduce((sum, count) => sum + count, 0);
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
