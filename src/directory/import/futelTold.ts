/** What the person who imports must know of the phones that were taken over. */
import { type Beside, crowded, handOffOf } from './futelFiles';
import { MOST_AT_ONCE, type Phone } from './futelPhones';
import { emergencyMode, type FutelOptions } from './futelSite';
import { type Report, shown } from './report';

/** @param hash where menus that are imported too lead. */
export function tellPhones(
  phones: readonly Phone[],
  options: FutelOptions,
  report: Report,
  hash: Beside['hash'] = () => undefined,
): void {
  const crowds = crowded(phones);
  for (const phone of phones) {
    const { username, number, emergency, menu } = phone;
    const shows = number === undefined ? 'shows the house number' : `has the number ${number}`;
    report.add(username, 'kept', `${shows}${emergency ? ', may call 911' : ''}`);
    if (menu === undefined || hash(menu) === undefined) tellMenu(phone, options, report);
    else tellFound(phone, report);
    if (menu?.startsWith('incoming')) {
      const text = `its menu ${shown(menu)} is one for callers from outside: perhaps it is no phone`;
      report.add(username, 'changed', text, 'If nothing registers as it, take it out.');
    }
    if (emergency && number !== username) {
      const text =
        'may call 911, but is not named by its number, as `emergency: direct` would want';
      report.add(username, 'changed', text, 'Rename it, and register its phone, as its number.');
    }
    if (number !== undefined && crowds.get(number)?.slice(MOST_AT_ONCE).includes(username)) {
      const text = `a call to ${number} does not ring it: Twilio rings at most ${MOST_AT_ONCE} together`;
      report.add(username, 'changed', text, 'Say in numbers.yaml whom it rings.');
    }
  }
}

function tellFound({ username, menu, dialtone }: Phone, report: Report): void {
  report.add(username, 'kept', `\`#\` opens the menu ${shown(menu)}`);
  if (!dialtone) return;
  const text = '`#` in its menus led back to the dial tone, and leads to the first menu now';
  report.add(username, 'changed', text);
}

function tellMenu(phone: Phone, options: FutelOptions, report: Report): void {
  const { menu, username } = phone;
  if (menu === undefined) return;
  const handOff = handOffOf(phone, options);
  if (handOff !== undefined) {
    const text = `\`#\` hands off to ${handOff}`;
    return report.add(username, 'changed', text, 'See that the menu is there.');
  }
  const text = `\`#\` opened the menu ${shown(menu)}, and does nothing now`;
  const mend =
    options.handOffHost === undefined
      ? 'Write `hash: { twiml: … }`, or import with --hand-off-host, whose host has the menu.'
      : 'Write `hash: { twiml: … }`.';
  report.add(username, 'lost', text, mend);
}

/** What holds for all of them. */
export function tellSite(phones: readonly Phone[], report: Report): void {
  if (phones.length === 0) report.add(null, 'wrong', 'there are no extensions', 'Add phones.');
  else {
    const text = 'every phone keeps the password that it has: `passwordGeneration: 0`';
    report.add(null, 'kept', text, 'Before each phone: `dialtone rotate <extension>`.');
    const device =
      'whether a phone gives dial tone or its menu answers at once stands in comments only';
    report.add(null, 'lost', device, 'Write `phone: { model, mac, dial }` for each.');
  }
  const mode = emergencyMode(phones);
  if (mode === 'webhook') {
    const named = phones.filter(({ emergency, username }) => !emergency && /^\+/.test(username));
    for (const { username } of named) {
      const text = 'is named by a number and may not call 911, as `emergency: direct` would let it';
      report.add(username, 'changed', text, 'Give it a name that is no number.');
    }
    const text = '911 is handled by our function (`emergency: webhook`), which is unproven';
    report.add(null, 'changed', text, 'Try 933 from every phone that may; see docs/emergency.md.');
  }
  if (mode !== undefined) {
    const text = 'addresses that are registered for 911 stay so, and the directory knows none';
    report.add(null, 'kept', text, 'Write the `address` of each phone that may call 911.');
  }
  const calling = 'calling.yaml allows the US, Canada, Puerto Rico and Mexico, for 60 minutes';
  report.add(null, 'changed', calling, 'extensions.json does not say: see that it is right.');
}
