/**
 * Passwords that an apply cannot end: on lists made by hand that the domain asks too. Both credentials
 * of a phone work there, so that rotating the one revokes nothing. Pure.
 */
import type { Change } from '../change';
import type { Actual, ActualCredential, ActualList } from '../actual';
import { nameList } from '../nameList';
import type { ManualStep } from '../planInput';
import type { Desired } from '../desired';

export interface Elsewhere {
  readonly credential: ActualCredential;
  readonly list: ActualList;
}

/** Credentials for phones of ours on lists that are not ours and that the domain asks. */
export function elsewhere({ credentials }: Desired, lists: readonly ActualList[]): Elsewhere[] {
  const ours = new Set(
    credentials.filter(({ generation }) => generation > 0).map(({ username }) => username),
  );
  return byHand(lists).flatMap((list) =>
    list.credentials
      .filter(({ username }) => ours.has(username))
      .map((credential) => ({ credential, list })),
  );
}

export function revocationSteps(
  desired: Desired,
  { lists }: Pick<Actual, 'lists'>,
  changes: readonly Change[],
): ManualStep[] {
  const kept = lists.filter((list) => !isUnmapped(list, changes));
  return [...elsewhere(desired, kept).map(revocation), ...byHand(kept).flatMap(unknownOn(desired))];
}

/** What to do about one, exactly: the Twilio CLI, or the console. */
export function revocation({ credential, list }: Elsewhere): ManualStep {
  const { sid, username } = credential;
  return {
    message: `${username} has another password on the list ${list.name}, which was made by hand and which the domain asks for ${usesOf(list)}: that one still works`,
    fix:
      `npx twilio api:core:sip:credential-lists:credentials:remove --credential-list-sid ${list.sid} --sid ${sid}` +
      ' (or in the console: Voice, Manage, Credential lists)',
    open: true,
  };
}

/** On a list that stays, because a phone with a password set by hand lives on it. */
function unknownOn({ credentials }: Desired): (list: ActualList) => ManualStep[] {
  const known = new Set(credentials.map(({ username }) => username));
  return (list) => {
    const unknown = list.credentials.filter(({ username }) => !known.has(username));
    if (unknown.length === 0) return [];
    const names = nameList(unknown.map(({ username }) => username));
    return [
      {
        message: `the list ${list.name}, which was made by hand and which the domain asks for ${usesOf(list)}, lets in ${names}: no extensions of the environment`,
        fix: 'delete them from it in the console: Voice, Manage, Credential lists',
        open: true,
      },
    ];
  };
}

function byHand(lists: readonly ActualList[]): ActualList[] {
  return lists.filter((list) => list.ordinal === undefined && (list.calls || list.registrations));
}

function usesOf({ calls, registrations }: ActualList): string {
  if (calls && registrations) return 'calls and registrations';
  return calls ? 'calls' : 'registrations';
}

/** Whether this very plan takes the list off the domain. */
function isUnmapped(list: ActualList, changes: readonly Change[]): boolean {
  const ends = (kind: Change['kind']) =>
    changes.some((one) => one.action === 'delete' && one.kind === kind && one.key === list.name);
  return (
    (!list.calls || ends('voice authentication')) &&
    (!list.registrations || ends('registration authentication'))
  );
}
