/**
 * Credential lists that somebody made by hand and that the domain asks. A phone on one of them knows a
 * password that nobody here knows, so its credential is the one that it keeps: no second one is made, and
 * the list stays in use. Pure.
 */
import type { Actual, ActualList } from './actual';
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
