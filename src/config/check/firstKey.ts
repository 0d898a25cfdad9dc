/** What a caller has to wait for: Twilio fetches every recording of a document before it plays the first. */
import type { CallLanguage, Menu, Prompt } from '../../runtime/model/directory';

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
  return documentOf(menu, menus)
    .map((each) => {
      const count = (prompts: readonly Prompt[]) =>
        prompts.filter((prompt) => isRecording(prompt, language)).length;
      return count(each.intro) + Math.min(1, count(each.oneOf)) + count(each.prompts);
    })
    .reduce((sum, count) => sum + count, 0);
}

/** A menu without keys stands in one document with the menu that follows it. */
function documentOf(menu: Menu, menus: ReadonlyMap<string, Menu>): readonly Menu[] {
  const document = [menu];
  for (let last = menu; Object.keys(last.keys).length === 0 && 'menu' in last.next;) {
    const next = menus.get(last.next.menu);
    if (!next || document.includes(next) || document.length === LONGEST_CHAIN) break;
    document.push(next);
    last = next;
  }
  return document;
}

function isRecording(prompt: Prompt, language: CallLanguage): boolean {
  const sound = prompt[language];
  return sound !== undefined && 'play' in sound;
}
