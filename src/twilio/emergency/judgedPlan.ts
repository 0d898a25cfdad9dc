/** A plan by what can be seen and was tried: the functions are asked where a write depends on them. */
import { postForm } from './ask';
import { auditIn } from '../records/audit';
import { type Drilled, drillsOf } from './drilling';
import { addDrills, readDrills } from './drills';
import { evidenceOf, NOT_ASKED, type FunctionAnswers } from './evidence';
import { askFunctions } from './functionAnswers';
import type { Release } from './releases';
import { makePlan, type Plan } from '../plan';
import type { PlanInput } from '../planInput';
import type { Actual } from '../actual';
import type { Desired } from '../desired';
import type { Env } from '../../config/folderVariable';
import type { Rest } from '../client/rest';
import { deployedStamp } from '../deploy/deployedBuild';

interface Options {
  readonly folder: string;
  readonly releases?: ReadonlySet<Release> | undefined;
}

interface DrillOptions extends Options {
  readonly env: Env;
}

export async function judged<T extends PlanInput>(
  input: T,
  rest: Rest,
  { folder, releases = new Set() }: Options,
): Promise<{ readonly plan: Plan; readonly input: T }> {
  const drills = readDrills(folder);
  const by = (answers: FunctionAnswers) => {
    const evident = { ...input, evidence: evidenceOf(answers, drills, releases) };
    return { plan: makePlan(evident), input: evident };
  };
  const unasked = by(NOT_ASKED);
  return unasked.plan.held.length === 0
    ? unasked
    : by(await askDeployed(input.desired, input.actual, rest));
}

/** What the functions of the environment answer for its emergency phones. */
export async function askDeployed(
  desired: Desired,
  actual: Actual,
  rest: Rest,
): Promise<FunctionAnswers> {
  return askFunctions(desired, actual, {
    post: postForm,
    showsBuild: async (domainName) => (await deployedStamp(domainName)) !== undefined,
    accountSid: rest.client.accountSid ?? '',
    token: rest.authToken,
  });
}

/** Keeps beside the directory that 933 was dialled and the right address heard. */
export async function noteDrill(
  drilled: Drilled,
  { desired, actual }: PlanInput,
  rest: Rest,
  { folder, env }: DrillOptions,
): Promise<void> {
  const { environment } = desired;
  const answered = await askDeployed(desired, actual, rest);
  const made = drillsOf(drilled, desired, actual, new Date(), answered);
  addDrills(folder, environment, made);
  const record = auditIn(folder, env);
  for (const { at, phones, form, flag } of made) {
    const fields = [
      { name: 'at', to: at },
      { name: 'form', to: form },
      { name: 'emergency calling', to: String(flag) },
    ];
    const key = phones.join(', ');
    record({ environment, action: 'drill', kind: 'emergency call', key, fields });
  }
}
