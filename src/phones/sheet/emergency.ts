/** What a sheet says of calling for help on this phone: only what somebody will answer. */
import type { PhoneSettings } from '../phone';
import type { SheetAbout } from './about';
import { isLifted } from './answers';
import { type Guide, say, type Said, unproven } from './guide';
import type { EmergencyCall } from './help';
import { type Html, html } from './html';
import { CATALOGUES, type SheetCatalogue, type SheetLanguage, sheetLanguages } from './language';
import { phrase } from './parts';

export type Handset = Pick<Guide, 'noHandset'>;
type Words = SheetCatalogue['emergency'];

/** How to hear the address that help would be sent to. */
export function emergencyTest(
  settings: PhoneSettings,
  guide: Handset,
  { language, testNumber, address, answers }: SheetAbout,
): readonly Said[] {
  if (!settings.emergency || testNumber === undefined) return [];
  const words = CATALOGUES[language].emergency;
  const { test } = answers.help;
  if (test === undefined) return [say(words.noAddressTest)];
  const said = test.proven ? say : unproven;
  const how = begin(testNumber, test, isLifted(settings), guide, settings, words);
  return [said(words.hearAddress(how) + (address === undefined ? '' : words.mustBe(address)))];
}

/** `Dial 933`; or by its keys where it cannot be dialled. */
function begin(
  number: string,
  { by }: EmergencyCall,
  lifts: boolean,
  { noHandset }: Handset,
  { rotary }: PhoneSettings,
  words: Words,
): string {
  const keys = [...number].map((key) => `\`${key}\``).join('-');
  if (by === 'dialled') return words.dial(number);
  if (rotary) return words.liftThenDial(number);
  if (!lifts) return words.hashThenPress(keys);
  return noHandset ? words.handsFreeThenPress(keys) : words.liftThenPress(keys);
}

/** The last section: how 911 is called here, and a label where it cannot be, or not as people try first. */
export function emergencyBox(
  settings: PhoneSettings,
  guide: Handset,
  about: SheetAbout,
): readonly Html[] {
  const { language, emergencyNumber: number, answers } = about;
  const { calls, elsewhere } = answers.help;
  const words = CATALOGUES[language].emergency;
  if (settings.emergency && elsewhere) return [box(words.otherSystem(number))];
  const proven = calls.find((call) => call.proven);
  const [first] = calls;
  if (!settings.emergency || first === undefined) {
    return [label(settings, language, (own) => [own.noCalls(number), own.cannotCall])];
  }
  const lifts = isLifted(settings);
  const how = (call: EmergencyCall, own: Words) => begin(number, call, lifts, guide, settings, own);
  const doubt = first.proven ? '' : words.doubt(number);
  const text = proven
    ? words.mayCall(number, lower(how(proven, words)), doubt)
    : words.unshown(number, lower(how(first, words)));
  // Where it can be dialled people dial it, whatever this sheet says.
  const said =
    first.by === 'keys' && !lifts
      ? [label(settings, language, (own) => [own.dialsNobody(number), how(first, own)])]
      : [];
  return [box(text), ...said];
}

/** For whoever uses the phone, in every language of its callers: how, and no promise that nobody has tried. */
export function emergencyCard(
  settings: PhoneSettings,
  guide: Handset,
  { emergencyNumber: number, answers }: SheetAbout,
): Html {
  const [first] = answers.help.calls;
  const call = answers.help.calls.find((each) => each.proven) ?? first;
  return labelIn(settings, (own) => {
    if (!settings.emergency || call === undefined) return [own.noCalls(number), own.cannotCall];
    const how = begin(number, call, isLifted(settings), guide, settings, own);
    const dialsNobody = first?.by === 'keys' && !isLifted(settings);
    const title = dialsNobody ? own.dialsNobody(number) : number;
    return [title, call.proven ? `${how}.` : `${how}. ${own.notTried}`];
  });
}

function box(text: string): Html {
  return html`<section class="box">${phrase(text)}</section>`;
}

/** To cut out, in all the languages of its callers that sheets have. */
function label(settings: PhoneSettings, language: SheetLanguage, said: Labelled): Html {
  const { headings } = CATALOGUES[language];
  return html`<section>
    <h2>${settings.model.softphone ? headings.labelApp : headings.label}</h2>
    ${labelIn(settings, said)}
  </section>`;
}

type Labelled = (words: Words) => readonly [title: string, text: string];

function labelIn({ languages }: PhoneSettings, said: Labelled): Html {
  return html`<div class="label">
    ${sheetLanguages(languages).map((each) => {
      const [title, text] = said(CATALOGUES[each].emergency);
      return html`<div lang="${each}"><strong>${title}</strong><span>${phrase(text)}</span></div>`;
    })}
  </div>`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
