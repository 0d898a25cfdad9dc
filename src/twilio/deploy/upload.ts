/**
 * The Twilio CLI's deployment, made sure of. By itself it fails where Twilio throttles one upload or
 * answers 5xx once, and says nothing about a build that failed.
 */
import { activeBuild, awaitBuild } from './activation';
import { type Deployment, findDeployment, findService } from './deployment';
import type { Rest } from '../client/rest';
import type { EnvironmentName } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';

/** One run of the CLI. */
export type RunCli = () => Promise<{ readonly code: number | null; readonly output: string }>;

export interface Upload {
  readonly rest: Rest;
  readonly service: string;
  readonly environment: EnvironmentName;
  readonly run: RunCli;
  /** Called before each try but the first. */
  readonly again: (attempt: number) => void;
}

/** Milliseconds before the second and the third try. */
const PAUSES_MS = [2_000, 10_000];
/** How often the environment is looked at until it shows the new build. */
const MOST_LOOKS = 10;
const LOOK_MS = 1_000;
const PAGE_SIZE = 100;

/**
 * @returns the environment with its new build.
 * @throws UserError when there is none after three tries, with the CLI's own output.
 */
export async function upload(task: Upload): Promise<Deployment & { readonly buildSid: string }> {
  const { rest, service, environment, run, again } = task;
  const known = new Set(await builds(rest, service));
  const before = (await findDeployment(rest, service, environment))?.buildSid;
  for (let attempt = 0; ; attempt += 1) {
    const { code, output } = await run();
    if (code === 0) break;
    const made = (await builds(rest, service)).filter((sid) => !known.has(sid));
    for (const sid of made) known.add(sid);
    if (await serves(task, made)) break;
    const pause = PAUSES_MS[attempt];
    if (pause === undefined) {
      throw new UserError(`Nothing was deployed to ${environment}.`, output.trim());
    }
    await rest.sleep(pause);
    again(attempt + 2);
  }
  return changed(task, before);
}

/** Whether one of the builds has been deployed, though the CLI failed. */
async function serves(task: Upload, made: readonly string[]): Promise<boolean> {
  const { rest, service, environment } = task;
  const serviceSid = await findService(rest, service);
  if (serviceSid === undefined) return false;
  // A build that Twilio cannot make fails the same way the next time.
  for (const sid of made) await awaitBuild(rest, serviceSid, sid);
  const deployment = await findDeployment(rest, service, environment);
  return deployment?.buildSid !== undefined && made.includes(deployment.buildSid);
}

/** The environment as soon as it shows another build than before. */
async function changed(
  { rest, service, environment }: Upload,
  before: string | undefined,
): Promise<Deployment & { readonly buildSid: string }> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const deployment = await findDeployment(rest, service, environment);
    const buildSid = deployment && (await activeBuild(rest, deployment));
    if (deployment && buildSid !== undefined && buildSid !== before) {
      return { ...deployment, buildSid };
    }
    await rest.sleep(LOOK_MS);
  }
  throw new UserError(
    `The Twilio CLI has deployed, but ${service} shows no new build on ${environment}.`,
    'If the project was renamed, remove .twiliodeployinfo, which remembers the former service.',
  );
}

async function builds(rest: Rest, service: string): Promise<string[]> {
  const serviceSid = await findService(rest, service);
  if (serviceSid === undefined) return [];
  const found = await rest.repeat(() =>
    rest.client.serverless.v1.services(serviceSid).builds.list({ pageSize: PAGE_SIZE }),
  );
  return found.map(({ sid }) => sid);
}
