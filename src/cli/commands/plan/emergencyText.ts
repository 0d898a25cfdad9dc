/** What a plan does to emergency calls, as loud as it must be, and what it does not do for their sake. */
import type { HeldBack } from '../../../twilio/emergency/guard';
import { BY_WORDS, FORM_WORDS, type Handover } from '../../../twilio/emergency/judge';
import { optionOf, type Release } from '../../../twilio/emergency/releases';
import { printable } from '../../../diagnostics/printable';
import { type Colours, PLAIN } from '../../terminal/colours';

/** One line for each way in which emergency calls change hands. */
export function handoverText(handovers: readonly Handover[], out: Colours): string {
  const losses = grouped(
    handovers,
    ({ form, from, to }) =>
      `EMERGENCY CALLS CHANGE HANDS: ${FORM_WORDS[form]}: from ${BY_WORDS[from]} to ${BY_WORDS[to]}`,
  );
  return [...losses]
    .map(([loss, of]) => out.red(out.bold(`${loss}, for ${phonesText(of)}`)))
    .join('\n');
}

/** Of phones whose password is set: with the one that they have, they may call nobody. */
export function lockedOutText(usernames: readonly string[], out = PLAIN): string {
  if (usernames.length === 0) return '';
  const names = phonesText(usernames.map((username) => ({ username })));
  return out.red(out.bold(`CANNOT CALL, 911 INCLUDED, until it has its new password: ${names}`));
}

/** Of the phones that may not call 911. */
export function offAirText(usernames: readonly string[], out: Colours): string {
  if (usernames.length === 0) return '';
  const names = phonesText(usernames.map((username) => ({ username })));
  return out.red(`Cannot call until it has its new password: ${names}`);
}

export function heldText(
  held: readonly HeldBack[],
  environment: string,
  changeText: (held: HeldBack) => string,
  out: Colours,
): string {
  if (held.length === 0) return '';
  const title = out.red(
    'Held back, because emergency calls would be worse. Each has its own option; --yes is not enough:',
  );
  const each = held.map((one) =>
    [
      changeText(one),
      ...[...grouped(one.losses, ({ text }) => text)].map(
        ([text, of]) => `      ${out.red('!')} ${phonesText(of)}: ${printable(text)}`,
      ),
      `      → ${stepText(one.release, environment)}`,
    ].join('\n'),
  );
  return `${title}\n\n${each.join('\n')}`;
}

function stepText(release: Release, environment: string): string {
  return `${STEPS[release](environment)}, or apply with ${optionOf(release)}`;
}

const STEPS: Readonly<Record<Release, (environment: string) => string>> = {
  'switch-voice-url': (environment) =>
    `./dialtone deploy --environment ${environment}, then plan again: it is made when the functions answer as they must`,
  'switch-emergency-calling': () =>
    'make the functions answer, and dial 933 where emergency calling already has this setting (stage first); record it with apply --drilled, then plan again',
  'switch-emergency-caller': () =>
    'name these phones by their own numbers with registered addresses first',
  'switch-encryption': () => 'do it when somebody is at the emergency phones to set them up',
  'replace-addresses': () => 'do it when somebody is there to dial 933 afterwards',
  'end-emergency-phones': () => 'check that the phone is gone, or has its new password',
  'switch-call-backs': (environment) =>
    `./dialtone deploy --environment ${environment}, then plan again: it is made when the functions ring it`,
};

const MOST_NAMED = 6;

function phonesText(of: readonly { readonly username: string }[]): string {
  const names = [...new Set(of.map(({ username }) => printable(username)))];
  const shown = names.slice(0, MOST_NAMED).join(', ');
  const rest = names.length - MOST_NAMED;
  if (rest <= 0) return shown;
  return `${shown} and ${rest} more phone${rest === 1 ? '' : 's'} (--json has all)`;
}

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
