/** What would change at Twilio, in the order in which it would be written. Pure. */
import { createHash } from 'node:crypto';
import { UserError } from '../diagnostics/errors';
import type { Change } from './change';
import { evidenceOf, NOT_ASKED } from './emergency/evidence';
import { guard, type HeldBack } from './emergency/guard';
import type { EmergencyContext } from './emergency/context';
import type { Handover } from './emergency/judge';
import { lockedOut } from './emergency/lockedOut';
import { keptOn } from './handMade';
import { keyFingerprint } from './secrets/passwords';
import { passwordStops } from './secrets/passwordStops';
import { manualSteps, needsKey } from './manualSteps';
import type { ManualStep, PlanInput, Stop } from './planInput';
import { planAuthentication } from './resources/authentication';
import { placeCredentials, planLists } from './resources/credentialLists';
import { planCredentials } from './resources/credentials';
import { planDomain } from './resources/domain';
import { planEmergency } from './resources/emergency';
import { planNumbers } from './resources/numbers';
import { planPermissions } from './resources/permissions';

export interface Plan {
  /** The account that it is about. */
  readonly accountSid: string;
  readonly changes: readonly Change[];
  /** Changes that need `--prune` or `--account`, and were not asked for. */
  readonly left: readonly Change[];
  /** Changes that would make somebody's emergency calls worse, and were not asked for by name. */
  readonly held: readonly HeldBack[];
  /** Whose emergency calls somebody else places when the changes are written. */
  readonly handovers: readonly Handover[];
  /** Emergency phones that cannot call until they have the password that is set. */
  readonly lockedOut: readonly string[];
  /** Other phones of which the same holds. */
  readonly offAir: readonly string[];
  /** What apply cannot do, each with what to do. */
  readonly manualSteps: readonly ManualStep[];
  /** Why nothing is written before it is fixed. */
  readonly stops: readonly Stop[];
  /** Of what the changes are; the same for the same changes. */
  readonly hash: string;
}

export function makePlan(input: PlanInput): Plan {
  const { desired, actual, prune = false, account = false } = input;
  const placement = placeCredentials(desired, actual.lists, (list) => keptOn(list, input));
  const all = [
    ...planEmergency(desired, actual),
    ...planLists(desired, actual, placement),
    ...planCredentials({ ...input, placement }),
    ...planDomain(desired, actual),
    ...planAuthentication(input, placement),
    ...planNumbers(desired, actual),
    ...planPermissions(desired, actual),
  ];
  const asked = (change: Change) =>
    change.needs === undefined || (change.needs === 'prune' ? prune : account);
  const guarded = guard(inOrder(all.filter(asked)), emergencyContextOf(input));
  const { changes, held, handovers } = guarded;
  return {
    accountSid: input.accountSid,
    changes,
    held,
    handovers,
    ...lockedOut(changes, desired, actual),
    left: all.filter((change) => !asked(change)),
    manualSteps: manualSteps(input, changes),
    stops: [...passwordStops(input), ...(input.stops ?? [])],
    hash: hashOf(input, changes),
  };
}

/** What every write is judged by. */
export function emergencyContextOf({ desired, actual, evidence }: PlanInput): EmergencyContext {
  return { desired, actual, evidence: evidence ?? evidenceOf(NOT_ASKED, [], new Set()) };
}

/** @throws UserError when the plan is another one than was shown. */
export function refuseMovedPlan(plan: Plan, shownHash: string): void {
  if (plan.hash === shownHash) return;
  throw new UserError(
    `The plan has changed since it was shown: it is now ${plan.hash}, not ${shownHash}`,
    'Somebody else has changed the account or the directory. Review the plan again.',
  );
}

/** What frees or replaces something comes last, when all that is new is there. */
function inOrder(changes: readonly Change[]): Change[] {
  const rank = ({ action }: Change) => ({ create: 0, update: 0, replace: 1, delete: 2 })[action];
  return [...changes].sort((a, b) => rank(a) - rank(b));
}

/** Of what would be written, to which account, with which key. A change's write shows nothing in JSON. */
function hashOf({ desired, accountSid, key }: PlanInput, changes: readonly Change[]): string {
  const secret = key && needsKey(changes) ? keyFingerprint(key, desired.environment) : '';
  const text = JSON.stringify([accountSid, desired.environment, secret, changes]);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
