/**
 * Passwords that an apply cannot end: on lists made by hand that the domain asks too. Both credentials
 * of a phone work there, so that rotating the one revokes nothing. Pure.
 */
import type { Change } from '../change';
import type { ActualCredential, ActualList } from '../actual';
import { handMadeLists, keptOn, type Passwords } from '../handMade';
import { nameList } from '../nameList';
import type { ManualStep, PlanInput } from '../planInput';
import type { Desired } from '../desired';

const CREDENTIAL_LISTS = 'in the console: Voice, Manage, Credential lists';

export interface Elsewhere {
  readonly credential: ActualCredential;
  readonly list: ActualList;
}

/** Second credentials of our phones, on lists that are not ours and that the domain asks. */
export function elsewhere(passwords: Passwords, lists: readonly ActualList[]): Elsewhere[] {
  const ours = new Set(
    passwords.desired.credentials
      .filter(({ generation }) => generation > 0)
      .map(({ username }) => username),
  );
  return handMadeLists({ lists }).flatMap((list) => {
    const only = new Set(keptOn(list, passwords));
    return list.credentials
      .filter(({ username }) => ours.has(username) && !only.has(username))
      .map((credential) => ({ credential, list }));
  });
}

export function revocationSteps(input: PlanInput, changes: readonly Change[]): ManualStep[] {
  const kept = input.actual.lists.filter((list) => !isUnmapped(list, changes));
  return [
    ...elsewhere(input, kept).map(revocation),
    ...handMadeLists({ lists: kept }).flatMap(unknownOn(input.desired)),
    ...sharedSteps(input),
  ];
}

/** On a list of ours that another domain asks: a phone there may know no other password. */
function sharedSteps({ desired, actual }: PlanInput): ManualStep[] {
  const known = new Set(desired.credentials.map(({ username }) => username));
  return actual.lists.flatMap((list) => {
    const others = list.credentials.filter(({ username }) => !known.has(username));
    if (list.ordinal === undefined || list.elsewhere.length === 0 || others.length === 0) return [];
    return [
      {
        message: `${nameList(others.map(({ username }) => username))} on the list ${list.name} can register and call here, but no extension of the environment has this name. ${nameList(list.elsewhere)} uses the list too, so it is not pruned`,
        fix: `take the list off one of the domains: ${CREDENTIAL_LISTS}`,
        open: true,
      },
    ];
  });
}

/** What to do about one, exactly: the Twilio CLI, or the console. */
export function revocation({ credential, list }: Elsewhere): ManualStep {
  const { sid, username } = credential;
  return {
    message: `${username} has another password on the list ${list.name}, which was made by hand and which the domain uses for ${usesOf(list)}: that one still works`,
    fix:
      `npx twilio api:core:sip:credential-lists:credentials:remove --credential-list-sid ${list.sid} --sid ${sid}` +
      ` (or ${CREDENTIAL_LISTS}), when the phone has the password that apply set`,
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
        message: `the list ${list.name}, which was made by hand and which the domain uses for ${usesOf(list)}, lets in ${names}: no extensions of the environment`,
        fix:
          list.elsewhere.length > 0
            ? `if they are phones of ${nameList(list.elsewhere)}, which uses the list too, give each domain its own list; if they are nobody’s, delete them ${CREDENTIAL_LISTS}`
            : `if they are phones of yours, add them to extensions.yaml with \`passwordGeneration: 0\`; if not, delete them from it ${CREDENTIAL_LISTS}`,
        open: true,
      },
    ];
  };
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
