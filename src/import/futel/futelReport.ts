/** What the person who imports must know of the phones that were taken over. */
import { MOST_OF_A_NUMBER } from '../../runtime/model/defaults';
import type { EmergencyMode } from '../../runtime/model/directory';
import type { Destination } from './ivrs/destination';
import { type Beside, crowded, opens } from './futelFiles';
import type { Phone } from './futelPhones';
import { emergencyMode, type FutelOptions, isNamedByWord, misnamed } from './futelSite';
import { type Report, shown } from './report';

/** @param hash where menus that are imported too lead. */
export function reportPhones(
  phones: readonly Phone[],
  options: FutelOptions,
  report: Report,
  hash: Beside['hash'] = () => undefined,
): void {
  const crowds = crowded(phones);
  for (const phone of phones) {
    const { username, number, emergency, menu, toneMenu } = phone;
    const shows = number === undefined ? 'shows the house number' : `has the number ${number}`;
    report.add(username, 'kept', `${shows}${emergency ? ', may call 911' : ''}`);
    reportMenu(username, '`#`', menu, opens(menu ?? '', options, hash), options, report);
    reportMenu(username, AT_TONE, toneMenu, opens(toneMenu ?? '', options, hash), options, report);
    if (menu?.startsWith('incoming')) {
      const text = `its menu ${shown(menu)} is for callers from outside: perhaps it is not a phone`;
      report.add(username, 'changed', text, 'If nothing registers under its name, remove it.');
    }
    if (isNamedByWord(phone)) {
      const text =
        'may call 911, but its username is a word: Twilio rejects 911 dialled on it, as it does today';
      report.add(username, 'wrong', text, SAY_HOW);
    }
    if (number !== undefined && crowds.get(number)?.slice(MOST_OF_A_NUMBER).includes(username)) {
      const text = `a call to ${number} does not ring it: a number rings at most ${MOST_OF_A_NUMBER}`;
      const fix = 'Say in numbers.yaml which phones it rings.';
      report.addForCallers({ extension: username, severity: 'changed', text, fix });
    }
  }
}

const SAY_HOW =
  'Let its device dial `#` when lifted, or send 1911, and write `dial911As: keys` or `1911`; or name it by its number.';

const AT_TONE = '`#` at the dial tone';

/** Where one of its keys leads. */
function reportMenu(
  username: string,
  key: string,
  menu: string | undefined,
  to: Destination | undefined,
  options: FutelOptions,
  report: Report,
): void {
  if (menu === undefined) return;
  if (to === undefined) {
    const text = `${key} opened the menu ${shown(menu)}, and does nothing now`;
    const fix = options.handOffHost === undefined ? HOST : WRITE;
    return report.addForCallers({ extension: username, severity: 'lost', text, fix });
  }
  if ('handOff' in to) {
    const text = `${key} hands off to ${to.handOff}`;
    return report.add(username, 'changed', text, 'Check that the menu exists.');
  }
  const gives = 'do' in to && to.do === 'dialTone' ? 'gives the dial tone' : undefined;
  report.add(username, 'kept', `${key} ${gives ?? `opens ${shown(menu)}`}`);
}

const WRITE = 'Write where it leads.';
const HOST = 'Import with --hand-off-host, whose host has the menu, or write where it leads.';

/** What holds for all of them. */
export function reportSite(phones: readonly Phone[], report: Report): void {
  if (phones.length === 0) report.add(null, 'wrong', 'there are no extensions', 'Add phones.');
  else {
    const text = 'every phone keeps its password: `passwordGeneration: 0`';
    report.add(
      null,
      'kept',
      text,
      'For a password that the directory makes, at each phone: `dialtone rotate <extension>`.',
    );
    const device =
      'only comments say that a phone dials `#` when it is lifted: its model is missing';
    report.add(null, 'lost', device, 'Write `phone: { model, mac, dial: hotline }` for each.');
  }
  const mode = emergencyMode(phones);
  if (mode !== undefined) reportMode(mode, phones, report);
  if (mode !== undefined) {
    const text = 'addresses registered for 911 stay registered, but the directory has none';
    report.add(null, 'kept', text, 'Write the `address` of each phone that may call 911.');
  }
  report.add(null, 'kept', LISTS, NO_ROTATION);
  report.add(
    null,
    'kept',
    NUMBERS,
    'If another carrier has one, write `elsewhere: true` for it in numbers.yaml.',
  );
}

const LISTS =
  'credential lists that were made by hand stay in use, also one that several SIP domains share';
const NO_ROTATION =
  'A phone on a list that several share keeps its password: `rotate` needs a list of one SIP domain.';
const NUMBERS = 'every number of a phone is taken to be on the Twilio account';

/** Before everything else: who answers 911. */
function reportMode(mode: EmergencyMode, phones: readonly Phone[], report: Report): void {
  report.addFirst('changed', MODES[mode].text, MODES[mode].fix);
  for (const { username, emergency } of misnamed(phones)) {
    const text = emergency
      ? 'its username is a number other than the one it calls 911 as: Twilio would place its 911 under that name'
      : 'has a number as its username and may not call 911: Twilio places its 911 anyway, and bills you for it';
    report.add(username, 'wrong', text, 'Give it a name that is not a number.');
  }
}

const FROM_MENUS = 'from menus the functions dial +1911, as before (`dial911As: +1911`)';

const MODES: Readonly<Record<EmergencyMode, { readonly text: string; readonly fix: string }>> = {
  direct: {
    text: `911: Twilio handles what is dialled, as before (\`emergency: direct\`); ${FROM_MENUS}`,
    fix: 'Dial 933 on each phone that may call it; see docs/emergency.md.',
  },
  menus: {
    text: `911: ${FROM_MENUS}; Twilio’s emergency calling stays on (\`emergency: menus\`)`,
    fix: 'Press 9-3-3 in the menu of each phone that may call it; see docs/emergency.md.',
  },
  webhook: {
    text: '911: NOT as before. `emergency: webhook` switches Twilio’s emergency calling off; it is here only because of the phones’ usernames',
    fix: 'Rename them, and write `emergency: menus` in site.yaml before you apply.',
  },
};
