/** What apply cannot do about the difference between the directory and Twilio, and who can. */
import { keyName } from '../config/ownFiles';
import { keyVariable } from './secrets/key';
import type { Change } from './change';
import { nameList } from './nameList';
import type { ManualStep, PlanInput } from './planInput';
import { handMadeLists, keptOn, withoutCredential } from './handMade';
import { revocationSteps } from './secrets/revoked';
import { addressOf } from './resources/emergency';

export function manualSteps(input: PlanInput, changes: readonly Change[]): ManualStep[] {
  return [
    ...deploymentSteps(input),
    ...keySteps(input, changes),
    ...passwordSteps(input),
    ...revocationSteps(input, changes),
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

function passwordSteps(input: PlanInput): ManualStep[] {
  const { desired, actual } = input;
  const byHand = desired.credentials.flatMap(({ username, generation }) =>
    generation === 0 ? [username] : [],
  );
  const there = new Set(
    actual.lists.flatMap(({ credentials }) => credentials.map(({ username }) => username)),
  );
  const lists = handMadeLists(actual).filter((list) => keptOn(list, input).length > 0);
  const kept = byHand.filter((name) => lists.some((list) => keptOn(list, input).includes(name)));
  const gone = byHand.filter((name) => !there.has(name));
  return [
    ...withoutCredential(gone, actual, desired, (username) => rotation([username])),
    ...(kept.length === 0
      ? []
      : [
          {
            message: keptText(
              kept,
              lists.map(({ name }) => name),
            ),
            fix: lists.some(({ elsewhere }) => elsewhere.length > 0)
              ? 'nothing to do. A password that the directory makes needs a list that no other SIP domain asks: plan stops at `rotate` until then'
              : `nothing to do. At the phone, for a password that the directory makes: ${rotation(kept)}, apply, and set the phone up: it cannot call in between`,
          },
        ]),
  ];
}

function keptText(phones: readonly string[], lists: readonly string[]): string {
  const who =
    phones.length === 1
      ? `${phones[0]} has a password that was set by hand`
      : `${phones.length} phones have passwords that were set by hand (${nameList(phones)})`;
  return lists.length === 1
    ? `${who} on the list ${lists[0]}, which therefore stays in use`
    : `${who} on the lists ${nameList(lists)}, which therefore stay in use`;
}

function rotation(phones: readonly string[]): string {
  return `./dialtone rotate ${phones.length === 1 ? phones[0] : '<extension>'}`;
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
      message: `${number} is not on this account: buy it, for a monthly rent; or write \`elsewhere: true\` for it in numbers.yaml, if another carrier has it; or remove it from the directory`,
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
