/** What apply cannot do about the difference between the directory and Twilio, and who can. */
import { keyFile, keyVariable } from './secrets/key';
import type { Change } from './change';
import { listed } from './client/listed';
import type { PlanInput } from './plan';
import { keptOn } from './resources/authentication';
import { revocationRemarks } from './secrets/revoked';
import { addressOf } from './resources/emergency';

export interface Remark {
  readonly text: string;
  readonly fix: string;
  /** Somebody may call who should not: Twilio does not match the directory until it is fixed. */
  readonly open?: true;
}

export function remarks(input: PlanInput, changes: readonly Change[]): Remark[] {
  return [
    ...deploymentRemarks(input),
    ...keyRemarks(input, changes),
    ...passwordRemarks(input),
    ...revocationRemarks(input.wanted, input.found, changes),
    ...formerRemarks(input),
    ...domainRemarks(input),
    ...numberRemarks(input),
    ...addressRemarks(input),
  ];
}

function deploymentRemarks({
  wanted: { environment },
  found: { deployment },
}: PlanInput): Remark[] {
  if (deployment?.buildSid) return [];
  return [
    {
      text: 'nothing is deployed yet, so the voice URLs stay as they are',
      fix: `npm run deploy -- ${environment}, then apply again`,
    },
  ];
}

function keyRemarks(
  { wanted: { environment, credentials }, applied, key }: PlanInput,
  changes: readonly Change[],
): Remark[] {
  if (key || !needsKey(changes)) return [];
  const file = keyFile(environment);
  // Another key would lock every phone out that has a password of the first.
  const elsewhere = credentials.some(({ username }) => applied.get(username));
  return [
    {
      text: `the passwords need the master key of ${environment}, and there is none in ${file}`,
      fix: elsewhere
        ? `put the key that was used before into ${file} (mode 600) or ${keyVariable(environment)}`
        : `npm run -s dialtone -- key new --environment ${environment}`,
    },
  ];
}

/** Whether a password would be set. */
export function needsKey(changes: readonly Change[]): boolean {
  return changes.some(({ kind, action }) => kind === 'credential' && action !== 'delete');
}

function passwordRemarks({ wanted, found }: PlanInput): Remark[] {
  const foreign = found.lists.filter(({ ordinal }) => ordinal === undefined);
  const kept = new Map(
    foreign.flatMap((list) =>
      keptOn(list, wanted, found).map((name) => [name, list.name] as const),
    ),
  );
  const ours = new Set(
    found.lists
      .filter(({ ordinal }) => ordinal !== undefined)
      .flatMap(({ credentials }) => credentials.map(({ username }) => username)),
  );
  return wanted.credentials
    .filter(({ username, generation }) => generation === 0 && !ours.has(username))
    .map(({ username }) => {
      const list = kept.get(username);
      const text =
        list === undefined
          ? `${username} has no credential, and its password is set by hand (passwordGeneration: 0)`
          : `${username}, whose password is set by hand, is on the list ${list}, which stays mapped for it`;
      return { text, fix: `npm run -s dialtone -- rotate ${username}` };
    });
}

/** Nothing is written for such a phone, so nothing comes back; but somebody may miss its rotation. */
function formerRemarks({ wanted, ledger, applied }: PlanInput): Remark[] {
  return wanted.credentials
    .filter(({ generation }) => generation === 0)
    .flatMap(({ username }) => {
      const highest = ledger?.get(username)?.generation ?? applied.get(username)?.generation ?? 0;
      if (highest === 0) return [];
      return {
        text: `${username} is said to have a password set by hand (passwordGeneration: 0), and apply has set generation ${highest}: an old checkout?`,
        fix: `pull the newest directory; if this is the newest: npm run -s dialtone -- rotate ${username}`,
      };
    });
}

function domainRemarks({ found: { otherDomains } }: PlanInput): Remark[] {
  return otherDomains.map((name) => ({
    text: `${name} is answered by these functions too, and no environment is called so: its phones still call`,
    fix: 'delete it in the console when no phone registers there any more',
  }));
}

function numberRemarks({ wanted, found }: PlanInput): Remark[] {
  return wanted.numbers
    .filter(({ number }) => !found.numbers.has(number))
    .map(({ number }) => ({
      text: `${number} is not on this account: buy it, for a monthly rent, or take it out of the directory`,
      fix: `npm run -s dialtone -- numbers buy ${number} --environment ${wanted.environment}`,
    }));
}

function addressRemarks({ wanted, found }: PlanInput): Remark[] {
  return wanted.numbers.flatMap((wantedNumber) => {
    const { number, emergency } = wantedNumber;
    const owned = found.numbers.get(number);
    if (!emergency || !owned) return [];
    const status = owned.emergencyAddressStatus;
    if (emergency.address) {
      return status === 'pending-registration' && addressOf(wantedNumber, found)
        ? [
            {
              text: `the emergency address of ${number} is not registered yet: ${status}`,
              fix: `wait, then npm run -s dialtone -- doctor --environment ${wanted.environment}`,
            },
          ]
        : [];
    }
    if (status === 'registered') return [];
    return [
      {
        text: `${number} has no registered address: 911 from it costs $75 and finds nobody`,
        fix: `add \`address:\` to ${listed(emergency.usernames)} in extensions.yaml`,
      },
    ];
  });
}
