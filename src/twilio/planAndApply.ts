/** `plan` and `apply`: what would change at Twilio, and doing it. */
import { apply, type ApplyInput, type Outcome } from './apply';
import { Applied as AppliedRecord } from './records/applied';
import { auditIn } from './records/audit';
import type { Drilled } from './emergency/drilling';
import type { Release } from './emergency/releases';
import type { Change } from './change';
import { serviceName } from './deploy/deployment';
import { readActual } from './readActual';
import { readLists } from './readLists';
import { Ledger } from './records/ledger';
import { findKey, refuseKeyInEnvFile } from './secrets/key';
import { emergencyContextOf, type Plan, refuseMovedPlan } from './plan';
import type { PlanInput, Stop } from './planInput';
import { changedOf, lineageOf } from './deploy/lineage';
import { needsKey } from './manualSteps';
import type { Rest } from './client/rest';
import { elsewhere, revocation } from './secrets/revoked';
import { desiredFor } from './desired';
import type { Env } from '../config/folderVariable';
import type { EnvironmentName } from '../runtime/model/directory';
import type { Problem } from '../diagnostics/diagnostic';
import { UserError } from '../diagnostics/errors';
import { count } from '../diagnostics/text';
import { printable } from '../diagnostics/printable';
import { checkedProject, type Warn } from '../config/checkedProject';
import { refuseExample } from '../config/example';
import type { ReadPage } from './deploy/deployedBuild';
import { judged, noteDrill } from './emergency/judgedPlan';
import { newerStops, deployedLineage } from './deploy/newer';
import { connectToWrite, pinText } from './records/pinned';

export interface PlanOptions {
  readonly environment: EnvironmentName;
  readonly folder: string;
  readonly env: Env;
  readonly prune?: boolean | undefined;
  readonly account?: boolean | undefined;
  /** Set passwords again that were changed outside. */
  readonly setAgain?: boolean | undefined;
  /** Make every password anew with another master key. */
  readonly newKey?: boolean | undefined;
  /** Also where what is live may be newer. */
  readonly replaceNewer?: boolean | undefined;
  readonly rest?: Rest | undefined;
  /** What may be taken from emergency calls. */
  readonly releases?: ReadonlySet<Release> | undefined;
  readonly read?: ReadPage | undefined;
  readonly warn: Warn;
}

export interface ApplyOptions extends PlanOptions {
  /** Ends what is under way in an orderly way. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the plan before anything is written. */
  readonly show: (plan: Plan) => void;
  /** Asks before it is written; undefined where that was agreed. @throws UserError when it is not desired. */
  readonly confirm?: ((question: string) => Promise<void>) | undefined;
  /** Called with each change that was written. */
  readonly wrote?: ((change: Change) => void) | undefined;
  /** Hash of the plan that was looked at. */
  readonly expect?: string | undefined;
  /** A test with 933 to note first. */
  readonly drilled?: Drilled | undefined;
  /** Milliseconds to wait for emergency addresses. */
  readonly emergencyWaitMs?: number | undefined;
}

export interface Planned {
  readonly plan: Plan;
  readonly input: PlanInput & { readonly ledger: Ledger };
}

/** Reads the account and says what would change. Writes nothing. */
export async function plan(options: PlanOptions): Promise<Plan> {
  const { environment, folder, env } = options;
  const rest = options.rest ?? (await connectToWrite(environment, folder, env));
  return (await makePlanFor(rest, options)).plan;
}

/** What an apply has come to. */
export interface Applied {
  readonly plan: Plan;
  /** Undefined where there was nothing to write. */
  readonly outcome?: Outcome;
  /** Passwords that were to end, and are still known elsewhere. */
  readonly unrevoked: readonly Problem[];
  /** What to add to site.yaml, so that no other account is written to. */
  readonly pin?: string | undefined;
  /** Whether everything was done. */
  readonly complete: boolean;
}

/** Brings the account to what the directory says. */
export async function applyPlan(options: ApplyOptions): Promise<Applied> {
  const { environment, folder, env, expect, signal } = options;
  const rest =
    options.rest ?? (await connectToWrite(environment, folder, env, signal ? { signal } : {}));
  let planned = await makePlanFor(rest, options);
  if (options.drilled) {
    await noteDrill(options.drilled, planned.input, rest, options);
    planned = await judged(planned.input, rest, options);
  }
  if (expect !== undefined) refuseMovedPlan(planned.plan, expect);
  options.show(planned.plan);
  refuseStopped(planned.plan);
  if (planned.plan.changes.length === 0) {
    return { plan: planned.plan, unrevoked: [], complete: planned.plan.held.length === 0 };
  }
  refuseWithoutKey(planned);
  if (options.confirm) {
    const { length } = planned.plan.changes;
    await options.confirm(`Write ${count(length, 'change')} to ${environment}?`);
    // Someone may have taken their time to answer.
    const shown = planned.plan.hash;
    planned = await makePlanFor(rest, options);
    refuseMovedPlan(planned.plan, shown);
  }
  const outcome = await write(rest, planned, options);
  const { plan } = planned;
  return {
    plan,
    outcome,
    unrevoked: await unrevoked(rest, planned, outcome),
    pin: pinText(environment, folder, plan.accountSid),
    complete:
      outcome.failures.length === 0 && outcome.stopped === undefined && plan.held.length === 0,
  };
}

async function makePlanFor(rest: Rest, options: PlanOptions): Promise<Planned> {
  const { environment, folder, env, prune, account, setAgain, newKey } = options;
  refuseExample(folder);
  refuseKeyInEnvFile(environment, folder, env);
  const project = checkedProject(folder, options.warn);
  const desired = desiredFor(environment, project.directory, project.provisioning);
  const actual = await readActual(rest, serviceName(), desired, { permissions: true });
  const input = {
    accountSid: rest.client.accountSid ?? '',
    desired,
    actual,
    applied: AppliedRecord.read(folder, environment),
    ledger: await Ledger.read(rest, environment, folder),
    key: findKey(environment, folder, env),
    prune,
    account,
    setAgain,
    newKey,
  };
  const stops = options.replaceNewer ? [] : await olderThanLive(input, options);
  return judged({ ...input, stops }, rest, options);
}

/** Older than what is served, or than what was applied last. */
async function olderThanLive(
  { actual: { deployment }, ledger }: Planned['input'],
  { environment, folder, read }: PlanOptions,
): Promise<Stop[]> {
  const deployed = deployment?.buildSid
    ? newerStops(await deployedLineage(deployment.domainName, read), { environment, folder })
    : [];
  if (deployed.length > 0 || !ledger.lineage) return deployed;
  return newerStops(ledger.lineage, { environment, folder });
}

async function write(rest: Rest, planned: Planned, options: ApplyOptions): Promise<Outcome> {
  const { environment, folder, env, emergencyWaitMs = waitFor(planned.plan) } = options;
  const record = auditIn(folder, env);
  const audit: ApplyInput['audit'] = ({ action, kind, key, fields }) =>
    record({ environment, action, kind, key, fields });
  const wrote = (change: Change) => {
    audit(change);
    options.wrote?.(change);
  };
  const { plan, input } = planned;
  const context = emergencyContextOf(input);
  const lineage = lineageOf(folder);
  // So that a phone without an entry is known to have a password that was set by hand.
  await input.ledger.noteLineage(lineage);
  const changed = changedOf(lineage);
  changed.forEach((digest) => input.applied.noteMade(digest));
  if (changed.length > 0) input.applied.save();
  return await apply({ rest, environment, ...input, plan, context, emergencyWaitMs, wrote, audit });
}

/** A phone must not be left between two addresses: Twilio says half an hour for taking one off. */
function waitFor({ changes }: Plan): number {
  return changes.some(({ action }) => action === 'replace') ? 40 * 60_000 : 2 * 60_000;
}

function refuseWithoutKey({ plan, input }: Planned): void {
  if (input.key || !needsKey(plan.changes)) return;
  const steps = plan.manualSteps.map(
    ({ message, fix }) => `! ${printable(message)}\n    ${printable(fix)}`,
  );
  throw new UserError('There are passwords to set, but no master key.', steps.join('\n'));
}

/** A rotation ends a password on our own lists; whether the domain knows it elsewhere is looked up. */
async function unrevoked(
  rest: Rest,
  { plan, input }: Planned,
  outcome: Outcome,
): Promise<Applied['unrevoked']> {
  if (outcome.stopped !== undefined) return [];
  const set = new Set(
    plan.changes
      .filter(({ kind, action }) => kind === 'credential' && action !== 'delete')
      .map(({ key }) => key),
  );
  if (set.size === 0) return [];
  const { domain } = input.actual;
  const lists = await readLists(rest, input.desired, domain ? [domain] : []);
  return elsewhere(input, lists)
    .filter(({ credential }) => set.has(credential.username))
    .map((one) => revocation(one));
}

function refuseStopped({ stops }: Plan): void {
  if (stops.length === 0) return;
  throw new UserError('Nothing was written.', 'Fix what the plan says above, and apply again.');
}
