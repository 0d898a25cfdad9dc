/** Writes a plan at Twilio. Whatever stops it, the next plan holds the rest. */
import type { EnvironmentName } from '../runtime/model/directory';
import type { Applied } from './records/applied';
import { type Change, Missing, Sids, type Tools } from './change';
import { lossesOf } from './emergency/guard';
import type { EmergencyContext } from './emergency/context';
import type { Actual } from './actual';
import type { Ledger } from './records/ledger';
import { keyFingerprint } from './secrets/passwords';
import type { Plan } from './plan';
import { needsKey } from './manualSteps';
import { awaitStatus, Pending } from './resources/registration';
import { Interrupted, PerhapsCreated, type Rest, statusOf } from './client/rest';
import type { Desired } from './desired';

export interface ApplyInput {
  readonly rest: Rest;
  readonly environment: EnvironmentName;
  readonly desired: Desired;
  readonly actual: Actual;
  readonly plan: Plan;
  readonly applied: Applied;
  readonly ledger: Ledger;
  readonly key?: Buffer | undefined;
  readonly emergencyWaitMs: number;
  /** What the plan was judged by. */
  readonly context: EmergencyContext;
  /** Called with every change that Twilio has confirmed. */
  readonly wrote: (change: Change) => void;
  /** Called with a write within a change that is worth a line of its own. */
  readonly audit: Tools['audit'];
}

export interface Outcome {
  readonly done: number;
  readonly failures: readonly Failure[];
  /** Why the rest was not tried; undefined when everything was. */
  readonly stopped?: unknown;
}

/** The address does not do: 911 from the number has none now. */
class Unregistered extends Error {
  constructor(number: string, status: string) {
    super(
      `Twilio says ${status}: 911 from ${number} has no registered address. ` +
        'Correct `address` in the directory, or restore the previous one, and apply',
    );
  }
}

/** Nothing is taken away while something else has failed. */
class Held extends Error {
  constructor() {
    super('not removed, because another change failed');
  }
}

/** What the plan counted on has failed. */
class WouldLose extends Error {
  constructor(losses: readonly { readonly username: string; readonly text: string }[]) {
    const who = losses.map(({ username, text }) => `${username}: ${text}`).join('; ');
    super(
      `not written, because an earlier change failed and emergency calls would be lost (${who})`,
    );
  }
}

interface Failure {
  readonly change: Change;
  readonly error: unknown;
}

/** Requests at a time for credentials: far below where Twilio throttles. */
const CREDENTIALS_AT_ONCE = 4;
const SAVE_EVERY = 50;
/** Changes in a row at which Twilio fails before the rest is left for later. */
const MOST_FAILING = 3;

/**
 * Writes in the order of the plan. What Twilio refuses is reported, and what depends on it with it;
 * the rest goes on. When Twilio is out of reach or the user interrupts, it stops.
 */
export async function apply(input: ApplyInput): Promise<Outcome> {
  const { plan, applied, wrote } = input;
  const tools: Tools = { ...input, sids: knownSids(input.actual) };
  const failures: Failure[] = [];
  const written: Change[] = [];
  let done = 0;
  let stopped: unknown;
  let failing = 0;
  const save = () => {
    try {
      applied.save();
    } catch (error) {
      // What was written stays written, and is said.
      stopped ??= error;
    }
  };
  const write = async (change: Change) => {
    if (stopped !== undefined) return;
    try {
      const losses = failures.length > 0 ? lossesOf(change, written, input.context) : [];
      if (losses.length > 0) throw new WouldLose(losses);
      await change.write(tools);
      written.push(change);
      done += 1;
      failing = 0;
      wrote(change);
      if (done % SAVE_EVERY === 0) save();
    } catch (error) {
      if (isTwilioFailing(error)) failing += 1;
      if (stops(error) || failing >= MOST_FAILING) stopped ??= error;
      else failures.push({ change, error });
    }
  };
  const writeAll = async (changes: readonly Change[]) => {
    for (const batch of batches(changes)) await Promise.all(batch.map(write));
  };
  const removals = plan.changes.filter(({ action }) => action === 'delete');
  const others = plan.changes.filter(({ action }) => action !== 'delete');
  try {
    await noteKey(input);
    await writeAll(others);
    if (stopped === undefined) failures.push(...(await awaitRegistrations(written, input, tools)));
    // What is taken away may be what the phones live on while its replacement is not there.
    if (failures.length === 0) await writeAll(removals);
    else failures.push(...removals.map((change) => ({ change, error: new Held() })));
  } catch (error) {
    if (!stops(error)) throw error;
    stopped ??= error;
  } finally {
    if (done > 0) save();
  }
  return { done, failures, ...(stopped !== undefined && { stopped }) };
}

/** With which key passwords are made from now on: a former one is refused by every later apply. */
async function noteKey({ plan, key, ledger, environment }: ApplyInput): Promise<void> {
  if (key && needsKey(plan.changes)) await ledger.useKey(keyFingerprint(key, environment));
}

/** One after the other, but credentials, which depend on nothing among themselves, several at once. */
function batches(changes: readonly Change[]): Change[][] {
  const result: Change[][] = [];
  for (const change of changes) {
    const last = result.at(-1);
    const together =
      change.kind === 'credential' && last?.every(({ kind }) => kind === 'credential');
    if (together && last && last.length < CREDENTIALS_AT_ONCE) last.push(change);
    else result.push([change]);
  }
  return result;
}

function knownSids({ domain, lists }: Actual): Sids {
  const sids = new Sids();
  if (domain) sids.set('SIP domain', domain.domainName, domain.sid);
  for (const { name, sid } of lists) sids.set('credential list', name, sid);
  return sids;
}

/** Twilio registers an address in its own time; until then a 911 call costs $75. */
async function awaitRegistrations(
  written: readonly Change[],
  { actual }: ApplyInput,
  tools: Tools,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const change of written.filter(({ kind }) => kind === 'emergency registration')) {
    const numberSid = actual.numbers.get(change.key)?.sid;
    if (numberSid === undefined) continue;
    try {
      // What was just put there may not show for a while.
      const settled = (status: string) => status === 'registered' || status.endsWith('-failure');
      const status = await awaitStatus(change.key, numberSid, tools, settled);
      if (status !== 'registered') throw new Unregistered(change.key, status);
    } catch (error) {
      failures.push({ change, error });
    }
  }
  return failures;
}

/** A refusal concerns one change; everything else concerns them all. */
function stops(error: unknown): boolean {
  if (error instanceof Interrupted) return true;
  if (error instanceof Missing || error instanceof Pending || error instanceof WouldLose)
    return false;
  if (isTwilioFailing(error)) return false;
  const status = statusOf(error);
  return status === undefined || status === 401 || status === 429;
}

/** After half a minute of tries: one resource may, while the others do not. */
function isTwilioFailing(error: unknown): boolean {
  return error instanceof PerhapsCreated || (statusOf(error) ?? 0) >= 500;
}
