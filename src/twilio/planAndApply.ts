/** `plan` and `apply`: what would change at Twilio, and doing it. */
import { apply, type ApplyInput, type Outcome } from './apply';
import { Applied } from './records/applied';
import { appendAudit } from './records/audit';
import type { Drilled } from './emergency/drilling';
import type { Release } from './emergency/releases';
import type { Change } from './change';
import { serviceName } from './deploy/deployment';
import { readActual, readLists } from './actual';
import { Ledger } from './records/ledger';
import { findKey, refuseKeyInEnvFile } from './secrets/key';
import { emergencyContextOf, type Plan, refuseMovedPlan } from './plan';
import type { PlanInput, Stop } from './planInput';
import { changedOf, lineageOf } from './deploy/lineage';
import { needsKey } from './manualSteps';
import type { Rest } from './client/rest';
import { elsewhere, revocation } from './secrets/revoked';
import { desiredFor } from './desired';
import type { EnvironmentName } from '../runtime/model/directory';
import { UserError } from '../diagnostics/errors';
import { printable } from '../diagnostics/printable';
import { checkedProject } from '../config/checkedProject';
import { err, out } from '../cli/terminal/colours';
import { confirm } from '../cli/terminal/confirm';
import { printError } from '../cli/errors';
import { refuseExample } from '../config/example';
import { twilioText, userErrorOf } from './client/toUserError';
import type { ReadPage } from './deploy/deployedBuild';
import { interruption } from '../cli/terminal/interruption';
import { count } from '../diagnostics/text';
import { changeLine, planText, manualStepsText } from '../cli/commands/plan/text';
import { judged, noteDrill } from './emergency/judgedPlan';
import { newerStops, servedLineage } from './deploy/newer';
import { connectToWrite, pinText } from './records/pinned';
import { progress } from '../cli/terminal/progress';

export interface PlanOptions {
  readonly environment: EnvironmentName;
  readonly folder: string;
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
}

export interface ApplyOptions extends PlanOptions {
  /** Do not ask. */
  readonly yes?: boolean | undefined;
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
  const rest = options.rest ?? (await connectToWrite(options.environment, options.folder));
  return (await makePlanFor(rest, options)).plan;
}

/**
 * Brings the account to what the directory says.
 *
 * @returns whether everything was done.
 */
export async function applyPlan(options: ApplyOptions): Promise<boolean> {
  const { environment, expect } = options;
  const interrupt = interruption();
  const { signal } = interrupt;
  const rest = options.rest ?? (await connectToWrite(environment, options.folder, { signal }));
  try {
    let planned = await makePlanFor(rest, options);
    if (options.drilled) {
      await noteDrill(options.drilled, planned.input, rest, options);
      planned = await judged(planned.input, rest, options);
    }
    if (expect !== undefined) refuseMovedPlan(planned.plan, expect);
    console.log(planText(environment, planned.plan));
    refuseStopped(planned.plan);
    if (planned.plan.changes.length === 0) return planned.plan.held.length === 0;
    refuseWithoutKey(planned);
    if (!options.yes) {
      await confirm(`Write ${count(planned.plan.changes.length, 'change')} to ${environment}?`);
      // Someone may have taken their time to answer.
      const shown = planned.plan.hash;
      planned = await makePlanFor(rest, options);
      refuseMovedPlan(planned.plan, shown);
    }
    const outcome = await write(rest, planned, options);
    report(outcome, planned.plan, environment);
    await reportUnrevoked(rest, planned, outcome);
    const pin = pinText(environment, options.folder, planned.plan.accountSid);
    if (pin !== undefined) console.log(pin);
    const { held } = planned.plan;
    return outcome.failures.length === 0 && outcome.stopped === undefined && held.length === 0;
  } finally {
    interrupt.end();
  }
}

async function makePlanFor(rest: Rest, options: PlanOptions): Promise<Planned> {
  const { environment, folder, prune, account, setAgain, newKey } = options;
  refuseExample(folder);
  refuseKeyInEnvFile(environment, folder);
  const project = checkedProject(folder);
  const desired = desiredFor(environment, project.directory, project.provisioning);
  const actual = await readActual(rest, serviceName(), desired, { permissions: true });
  const input = {
    accountSid: rest.client.accountSid ?? '',
    desired,
    actual,
    applied: Applied.read(folder, environment),
    ledger: await Ledger.read(rest, environment, folder),
    key: findKey(environment, folder),
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
  const served = deployment?.buildSid
    ? newerStops(await servedLineage(deployment.domainName, read), { environment, folder })
    : [];
  if (served.length > 0 || !ledger.lineage) return served;
  return newerStops(ledger.lineage, { environment, folder });
}

async function write(rest: Rest, planned: Planned, options: ApplyOptions): Promise<Outcome> {
  const { environment, folder, emergencyWaitMs = waitFor(planned.plan) } = options;
  const bar = progress(planned.plan.changes.length);
  const audit: ApplyInput['audit'] = ({ action, kind, key, fields }) =>
    appendAudit(folder, { environment, action, kind, key, fields });
  const wrote = (change: Change) => {
    audit(change);
    bar.step(changeLine(change));
  };
  try {
    const { plan, input } = planned;
    const context = emergencyContextOf(input);
    const lineage = lineageOf(folder);
    if (input.ledger.exists || needsKey(plan.changes)) await input.ledger.noteLineage(lineage);
    const changed = changedOf(lineage);
    changed.forEach((digest) => input.applied.noteMade(digest));
    if (changed.length > 0) input.applied.save();
    return await apply({
      rest,
      environment,
      ...input,
      plan,
      context,
      emergencyWaitMs,
      wrote,
      audit,
    });
  } finally {
    bar.end();
  }
}

/** A phone must not be left between two addresses: Twilio says half an hour for taking one off. */
function waitFor({ changes }: Plan): number {
  return changes.some(({ action }) => action === 'replace') ? 40 * 60_000 : 2 * 60_000;
}

function refuseWithoutKey({ plan, input }: Planned): void {
  if (input.key || !needsKey(plan.changes)) return;
  throw new UserError('There are passwords to set and no master key.', manualStepsText(plan));
}

/** A rotation ends a password on our own lists; whether the domain knows it elsewhere is looked up. */
async function reportUnrevoked(rest: Rest, { plan, input }: Planned, outcome: Outcome) {
  if (outcome.stopped !== undefined) return;
  const set = new Set(
    plan.changes
      .filter(({ kind, action }) => kind === 'credential' && action !== 'delete')
      .map(({ key }) => key),
  );
  if (set.size === 0) return;
  const lists = await readLists(rest, input.desired, input.actual.domain?.sid);
  for (const one of elsewhere(input.desired, lists)) {
    if (!set.has(one.credential.username)) continue;
    const { message, fix } = revocation(one);
    console.error(`${err.red('not revoked')} ${printable(message)}\n    ${printable(fix)}`);
  }
}

function refuseStopped({ stops }: Plan): void {
  if (stops.length === 0) return;
  throw new UserError('Nothing was written.', 'Fix what the plan says above, and apply again.');
}

function report({ done, failures, stopped }: Outcome, plan: Plan, environment: string): void {
  console.log(out.green(`${count(done, 'change')} written to ${environment}.`));
  for (const { change, error } of failures) {
    console.error(`${err.red('failed')} ${changeLine(change)}: ${twilioText(error)}`);
  }
  if (stopped === undefined && failures.length === 0) return;
  const undone = stopped === undefined ? failures.length : plan.changes.length - done;
  if (stopped !== undefined) {
    const fixable = userErrorOf(stopped);
    // An error of ours: with its stack.
    if (!fixable) throw stopped as Error;
    printError(fixable);
  }
  console.error(
    `${undone} of ${plan.changes.length} not done. Fix the cause; the next apply does the rest.`,
  );
}
