/** Where an apply would let a former password in again, or write over one that it does not know. Pure. */
import { isAhead } from '../records/ledgerEntry';
import { keyFingerprint, fingerprint } from './passwords';
import { nameList } from '../nameList';
import type { PlanInput, Stop } from '../planInput';
import type { DesiredCredential } from '../desired';

export function passwordStops(input: PlanInput): Stop[] {
  const ours = input.desired.credentials.filter(({ generation }) => generation > 0);
  if (ours.length === 0) return [];
  return [
    ...unrecorded(input),
    ...keyStops(input),
    ...behind(ours, input),
    ...outside(ours, input),
  ];
}

/** Without the record nobody can say which passwords are former ones. */
function unrecorded({ desired, actual, applied, ledger }: PlanInput): Stop[] {
  if (!ledger || ledger.exists) return [];
  const ours = new Set(
    desired.credentials.filter(({ generation }) => generation > 0).map(({ username }) => username),
  );
  const set = actual.lists
    .filter(({ ordinal }) => ordinal !== undefined)
    .flatMap(({ credentials }) => credentials.map(({ username }) => username))
    .filter((username) => ours.has(username) || applied.get(username));
  if (set.length === 0) return [];
  return [
    {
      message: `Twilio has credentials (${nameList(set)}) and no record of their password generations: a former password could come back`,
      fix: `in the newest checkout there is: ./dialtone passwords rebuild --environment ${desired.environment}`,
    },
  ];
}

function keyStops({ desired: { environment }, ledger, key, newKey }: PlanInput): Stop[] {
  const keys = ledger?.keys;
  if (!keys || !key) return [];
  const here = keyFingerprint(key, environment);
  if (keys.former.includes(here)) {
    return [
      {
        message: `the master key here is a former one of ${environment}: its passwords were replaced`,
        fix: 'get the new key from whoever keeps it',
      },
    ];
  }
  if (keys.current === here || newKey) return [];
  return [
    {
      message: `the passwords of ${environment} were made with another master key than the one here`,
      fix: 'get that key from whoever keeps it; to give every phone a new password, use --new-key',
    },
  ];
}

function behind(ours: readonly DesiredCredential[], { applied, ledger }: PlanInput): Stop[] {
  return ours.flatMap(({ username, generation }) => {
    const entry = ledger?.get(username);
    const highest = Math.max(entry?.generation ?? 0, applied.get(username)?.generation ?? 0);
    const pruned = entry?.pruned ?? false;
    if (!isAhead({ generation: highest, pruned }, generation)) return [];
    const message = pruned
      ? `${username} was pruned with password generation ${highest}, but has ${generation} here: its former password would work again`
      : `${username} has password generation ${generation} here, but ${highest} has been set: a former password would work again`;
    return [
      {
        message: `${message}. This checkout is probably old`,
        fix: `pull the newest directory; if this is the newest: ./dialtone rotate ${username}`,
      },
    ];
  });
}

/** By hand in the console, or by an apply whose applied file is not here. */
function outside(ours: readonly DesiredCredential[], input: PlanInput): Stop[] {
  const { desired, actual, applied, key, setAgain } = input;
  if (setAgain) return [];
  const generations = new Map(ours.map(({ username, generation }) => [username, generation]));
  const changed = actual.lists
    .filter(({ ordinal }) => ordinal !== undefined)
    .flatMap(({ credentials }) => credentials)
    .filter(({ username, dateUpdated }) => {
      const generation = generations.get(username);
      const last = applied.get(username);
      if (generation === undefined || last?.generation !== generation) return false;
      const id = { environment: desired.environment, username, generation };
      // With another key every password is set anew, and that has been asked for.
      if (key && last.fingerprint !== fingerprint(key, id)) return false;
      return last.dateUpdated !== dateUpdated.toISOString();
    })
    .map(({ username }) => username);
  if (changed.length === 0) return [];
  return [
    {
      message: `the password of ${nameList(changed)} was changed outside this checkout. This checkout is probably old`,
      fix: 'pull the newest directory and its applied/; to set what the directory says anyway: --set-again',
    },
  ];
}
