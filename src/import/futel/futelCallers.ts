/** What whoever picks up a phone or calls a number notices of an import: what only their code said, and ours says. */
import type { Beside } from './futelFiles';
import { DIAL_TONE } from './futelEntries';
import type { Phone } from './futelPhones';
import type { FutelOptions } from './futelSite';
import { type Report, shown } from './report';

/** Codes of three digits that go to whom a city or carrier says (https://www.nanpa.com/numbering/n11-codes). */
const N11 = ['211', '311', '411', '511', '611', '711', '811'];

export function reportCallers(
  phones: readonly Phone[],
  house: string | undefined,
  { incomingMenu }: FutelOptions,
  report: Report,
  beside?: Beside,
): void {
  const add = (text: string, fix?: string) =>
    report.addForCallers({ extension: null, severity: 'changed', text, ...(fix && { fix }) });
  if (house !== undefined && beside?.incoming !== undefined) {
    const text = `a call to the house number ${house} opens ${shown(incomingMenu)}, from a phone too; phones called it outside`;
    add(text, 'If another carrier has the number, import without --incoming-menu.');
  }
  const refused = N11.filter((code) => !Object.hasOwn(beside?.serviceCodes ?? {}, code));
  if (refused.length > 0) {
    const text = `${listed(refused)} are refused: they went to Twilio as +1${refused[0]} and so on, and the files do not say which of them it connected`;
    add(text, SERVICE_CODES);
  }
  add(REFUSED, 'Add to `allow` in calling.yaml what phones may call.');
  add(SPOKEN, 'Write `busy: tone` under `defaults` in site.yaml, and a busy line is a tone again.');
  if (phones.some(({ number }) => number === undefined)) add(INSIDE);
  if (beside === undefined) return;
  if (phones.some(({ menu, toneMenu }) => menu !== DIAL_TONE || toneMenu !== undefined)) {
    add('`#` in a menu goes to the first menu without its welcome, which it played again');
  }
  if (phones.some(({ emergency }) => emergency)) {
    add(NINE, 'Try 933 from every phone that may call 911.');
  }
  if (beside.written.operator) add(OPERATOR, OPERATOR_FIX);
}

const SERVICE_CODES =
  'Write those that should work under `serviceCodes` in calling.yaml, or give their numbers in --destinations: `{ "211": "+15035550111" }`.';
const REFUSED =
  'refused now, and dialled before: Guam, American Samoa, the Northern Marianas and the US Virgin Islands, Jamaica’s 658, ' +
  'exchange 976, numbers that belong to no place (5XX, 700), and area codes newer than Dialtone’s numbering data';
const SPOKEN =
  'a call that is refused, busy, not answered or not possible ends with a sentence: callers heard a busy signal or nothing';
const INSIDE = 'a phone that shows the house number outside is shown to other phones by its name';
const NINE =
  'a call to 911 from a menu is announced, and hanging up cancels it; 9 waits two seconds for the rest of 911, and where the menu has no 9 the caller is then asked whether 911 is meant';
const OPERATOR_FIX =
  'See `waitSeconds` and `hold` of operators.yaml. If you have a recording of what is said before a message, name it as `leaveMessage` under `sentences` in site.yaml.';

const OPERATOR =
  'whoever asks for the operator waits for 60 seconds with a tone, and then hears our sentence before leaving a message; before, as long as one recording played, and then a recording';

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
