/** Where an apply would let a former password in again, or write over one that it does not know. Pure. */
import { isAhead } from '../records/ledgerEntry';
import { handMadeLists, keptOn } from '../handMade';
import { keyFingerprint, fingerprint } from './passwords';
import { nameList } from '../nameList';
import type { PlanInput, Stop } from '../planInput';
import type { DesiredCredential } from '../desired';

export function passwordStops(input: PlanInput): Stop[] {
  const ours = input.desired.credentials.filter(({ generation }) => generation > 0);
  if (ours.length === 0) return [];
  return [
    ...unrecorded(input),
    ...shared(input),
    ...keyStops(input),
    ...behind(ours, input),
    ...outside(ours, input),
  ];
}

/**
 * Without the record nobody can say which passwords are former ones, nor whether apply has set any: the
 * phones may have been set up by hand.
 */
function unrecorded({ desired, actual, applied, ledger }: PlanInput): Stop[] {
  if (!ledger || ledger.exists) return [];
  const ours = new Set(
    desired.credentials.filter(({ generation }) => generation > 0).map(({ username }) => username),
  );
  const all = actual.lists.flatMap(({ credentials }) =>
    credentials.map(({ username }) => username),
  );
  const set = [...new Set(all)].filter((username) => ours.has(username) || applied.get(username));
  if (set.length === 0) return [];
  const rebuild = `./dialtone passwords rebuild --environment ${desired.environment}`;
  if (set.some((username) => applied.get(username))) {
    return [
      {
        message: `Twilio has credentials (${nameList(set)}) and no record of their password generations: a former password could come back`,
        fix: `in the newest checkout, run: ${rebuild}`,
      },
    ];
  }
  return [
    {
      message: `Twilio has credentials (${nameList(set)}) that apply is not known to have set: with new passwords these phones cannot call, 911 included, until somebody sets each of them up`,
      fix: `write \`passwordGeneration: 0\` for each in extensions.yaml, and they keep their passwords. If new ones are meant, or apply has set them before: ${rebuild}`,
    },
  ];
}

/** A password on a list that another domain asks is the password of a phone there, too. */
function shared(input: PlanInput): Stop[] {
  const byHand = new Set(
    input.desired.credentials.flatMap(({ username, generation }) =>
      generation === 0 ? [username] : [],
    ),
  );
  return handMadeLists(input.actual)
    .filter(({ elsewhere }) => elsewhere.length > 0)
    .flatMap((list) => {
      const phones = keptOn(list, input).filter((username) => !byHand.has(username));
      if (phones.length === 0) return [];
      return {
        message: `the list ${list.name} was made by hand, and ${nameList(list.elsewhere)} uses it too: a new password for ${nameList(phones)} would replace the one that its phone uses there`,
        fix: 'write `passwordGeneration: 0` for each in extensions.yaml: they keep their passwords',
      };
    });
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
    .flatMap(({ name, ordinal, credentials }) =>
      credentials.filter(
        ({ username }) => ordinal !== undefined || applied.get(username)?.list === name,
      ),
    )
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
