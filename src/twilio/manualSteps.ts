/** What apply cannot do about the difference between the directory and Twilio, and who can. */
import { keyName } from '../config/ownFiles';
import { keyVariable } from './secrets/key';
import type { Change } from './change';
import { nameList } from './nameList';
import type { ManualStep, PlanInput } from './planInput';
import { keptOn } from './resources/authentication';
import { revocationSteps } from './secrets/revoked';
import { addressOf } from './resources/emergency';

export function manualSteps(input: PlanInput, changes: readonly Change[]): ManualStep[] {
  return [
    ...deploymentSteps(input),
    ...keySteps(input, changes),
    ...passwordSteps(input),
    ...revocationSteps(input.desired, input.actual, changes),
    ...formerSteps(input),
    ...domainSteps(input),
    ...numberSteps(input),
    ...addressSteps(input),
  ];
}

function deploymentSteps({
  desired: { environment },
  actual: { deployment },
}: PlanInput): ManualStep[] {
  if (deployment?.buildSid) return [];
  return [
    {
      message: 'nothing is deployed yet, so the voice URLs stay as they are',
      fix: `./dialtone deploy --environment ${environment}, then apply again`,
    },
  ];
}

function keySteps(
  { desired: { environment, credentials }, applied, key }: PlanInput,
  changes: readonly Change[],
): ManualStep[] {
  if (key || !needsKey(changes)) return [];
  const file = keyName(environment);
  // Another key would lock every phone out that has a password of the first.
  const elsewhere = credentials.some(({ username }) => applied.get(username));
  return [
    {
      message: `the passwords need the master key of ${environment}, and there is none in ${file}`,
      fix: elsewhere
        ? `put the key that was used before into ${file} (mode 600) or ${keyVariable(environment)}`
        : `./dialtone key new --environment ${environment}`,
    },
  ];
}

/** Whether a password would be set. */
export function needsKey(changes: readonly Change[]): boolean {
  return changes.some(({ kind, action }) => kind === 'credential' && action !== 'delete');
}

function passwordSteps({ desired, actual }: PlanInput): ManualStep[] {
  const foreign = actual.lists.filter(({ ordinal }) => ordinal === undefined);
  const kept = new Map(
    foreign.flatMap((list) =>
      keptOn(list, desired, actual).map((name) => [name, list.name] as const),
    ),
  );
  const ours = new Set(
    actual.lists
      .filter(({ ordinal }) => ordinal !== undefined)
      .flatMap(({ credentials }) => credentials.map(({ username }) => username)),
  );
  return desired.credentials
    .filter(({ username, generation }) => generation === 0 && !ours.has(username))
    .map(({ username }) => {
      const list = kept.get(username);
      const message =
        list === undefined
          ? `${username} has no credential, and its password is set by hand (passwordGeneration: 0)`
          : `${username} has a password that was set by hand on the list ${list}, which therefore stays in use`;
      return { message, fix: `./dialtone rotate ${username}` };
    });
}

/** Nothing is written for such a phone, so nothing comes back; but somebody may miss its rotation. */
function formerSteps({ desired, ledger, applied }: PlanInput): ManualStep[] {
  return desired.credentials
    .filter(({ generation }) => generation === 0)
    .flatMap(({ username }) => {
      const highest = ledger?.get(username)?.generation ?? applied.get(username)?.generation ?? 0;
      if (highest === 0) return [];
      return {
        message: `${username} has a password set by hand (passwordGeneration: 0), but apply has set generation ${highest}: is this an old checkout?`,
        fix: `pull the newest directory; if this is the newest: ./dialtone rotate ${username}`,
      };
    });
}

function domainSteps({ actual: { otherDomains } }: PlanInput): ManualStep[] {
  return otherDomains.map((name) => ({
    message: `these functions answer ${name} too, but no environment has this name: its phones can still call`,
    fix: 'delete it in the console when no phone registers there any longer',
  }));
}

function numberSteps({ desired, actual }: PlanInput): ManualStep[] {
  return desired.numbers
    .filter(({ number }) => !actual.numbers.has(number))
    .map(({ number }) => ({
      message: `${number} is not on this account: buy it, for a monthly rent, or remove it from the directory`,
      fix: `./dialtone numbers buy ${number} --environment ${desired.environment}`,
    }));
}

function addressSteps({ desired, actual }: PlanInput): ManualStep[] {
  return desired.numbers.flatMap((desiredNumber) => {
    const { number, emergency } = desiredNumber;
    const owned = actual.numbers.get(number);
    if (!emergency || !owned) return [];
    const status = owned.emergencyAddressStatus;
    if (emergency.address) {
      return status === 'pending-registration' && addressOf(desiredNumber, actual)
        ? [
            {
              message: `the emergency address of ${number} is not registered yet: ${status}`,
              fix: `wait, then ./dialtone doctor --environment ${desired.environment}`,
            },
          ]
        : [];
    }
    if (status === 'registered') return [];
    return [
      {
        message: `${number} has no registered address: 911 from it costs $75, and help does not know where to go`,
        fix: `add \`address:\` to ${nameList(emergency.usernames)} in extensions.yaml`,
      },
    ];
  });
}
