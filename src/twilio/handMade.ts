/**
 * Credential lists that somebody made by hand and that the domain asks. A phone on one of them knows a
 * password that nobody here knows, so its credential is the one that it keeps: no second one is made, and
 * the list stays in use. Pure.
 */
import type { Problem } from '../diagnostics/diagnostic';
import { count } from '../diagnostics/text';
import { nameList } from './nameList';
import type { Actual, ActualList, UnusedList } from './actual';
import type { Desired } from './desired';
import type { Applied } from './records/applied';
import type { Recorded } from './records/ledgerEntry';

/** What tells whose password a phone has. */
export interface Passwords {
  readonly desired: Pick<Desired, 'credentials'>;
  readonly applied: Pick<Applied, 'get'>;
  /** Without it only the applied file tells. */
  readonly ledger?: Recorded | undefined;
}

/**
 * Of phones without a credential that the domain asks: why, and what to do. Whoever is told to rotate learns that the
 * phone then has another password.
 *
 * @param rotate the command that does it.
 */
export function withoutCredential(
  usernames: readonly string[],
  { unusedLists }: Pick<Actual, 'unusedLists'>,
  { environment, domain }: Pick<Desired, 'environment' | 'domain'>,
  rotate: (username: string) => string,
): Problem[] {
  const relevant = unusedLists.filter((list) =>
    list.usernames.some((one) => usernames.includes(one)),
  );
  const listed = [true, false].flatMap((asked) => {
    const lists = relevant.filter(({ elsewhere }) => elsewhere.length > 0 === asked);
    return lists.length === 0 ? [] : [unusedText(lists, usernames, environment, domain.name)];
  });
  const known = new Set(unusedLists.flatMap((list) => list.usernames));
  const nowhere = usernames
    .filter((username) => !known.has(username))
    .map((username) => ({
      message: `${username} has no credential on any list of the account, and its password is set by hand (passwordGeneration: 0): it can neither register nor call, and with a new password it has to be set up`,
      fix: rotate(username),
    }));
  return [...listed, ...nowhere];
}

function unusedText(
  lists: readonly UnusedList[],
  usernames: readonly string[],
  environment: string,
  here: string,
): Problem {
  const phones = usernames.filter((one) => lists.some((list) => list.usernames.includes(one)));
  const others = nameList([...new Set(lists.flatMap((list) => list.elsewhere))]);
  const on = `${count(lists.length, 'list')} (${nameList(lists.map(({ name }) => name))})`;
  const [only, second] = lists;
  return {
    message: `${count(phones.length, 'phone')} (${nameList(phones)}) with passwords that were set by hand: their credentials are on ${on}, which ${here} does not ask, so they can neither register nor call here${others && `; ${others} asks ${second ? 'them' : 'it'}`}`,
    fix:
      only !== undefined && second === undefined && others === ''
        ? `Let the SIP domain ask the list, and every phone keeps its password: write \`credentialList: ${only.name}\` under \`${environment}\` in site.yaml, then apply`
        : `Let the SIP domain ask ${second ? 'them' : 'it'} too, for calls and for registrations, and every phone keeps its password: ${DOMAINS}. \`rotate\` would end the password that a phone knows`,
  };
}

const DOMAINS = 'https://console.twilio.com/us1/develop/voice/manage/sip-domains';

/** Lists that bear none of our names, and that the domain asks. */
export function handMadeLists({ lists }: Pick<Actual, 'lists'>): readonly ActualList[] {
  return lists.filter((list) => list.ordinal === undefined && (list.calls || list.registrations));
}

/** The phones of the directory that have nothing but their credential on this list. */
export function keptOn(list: ActualList, passwords: Passwords): readonly string[] {
  if (list.ordinal !== undefined) return [];
  const there = new Set(list.credentials.map(({ username }) => username));
  return passwords.desired.credentials
    .filter(({ username }) => there.has(username))
    .filter((one) => one.generation === 0 || isKept(one.username, list, passwords))
    .map(({ username }) => username);
}

/** Whether apply has set the password of this generation, here or in another checkout. */
export function isRecorded(
  username: string,
  generation: number,
  { ledger }: Pick<Passwords, 'ledger'>,
): boolean {
  const entry = ledger?.get(username);
  return entry !== undefined && !entry.guessed && !entry.pruned && entry.generation === generation;
}

function isKept(username: string, { name }: ActualList, { applied, ledger }: Passwords): boolean {
  const last = applied.get(username);
  // Taken over where it was, or set on a list of ours.
  if (last) return last.list === name;
  const entry = ledger?.get(username);
  return entry === undefined || entry.guessed === true;
}
