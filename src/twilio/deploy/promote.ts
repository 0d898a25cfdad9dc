/** `dialtone promote`: the build that one environment serves, in another one too. Nothing is built anew. */
import { activate, activeBuild } from './activation';
import type { AuditEntry } from '../records/audit';
import { createEnvironment, type Deployment, findDeployment } from './deployment';
import type { Rest } from '../client/rest';
import { deployedVariables } from './variables';
import type { EnvironmentName } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';
import {
  askLive,
  placingOn,
  refuseLosing,
  refuseUnplaced,
  type Switching,
} from '../emergency/buildSwitch';
import { awaitStamp, type ReadPage, deployedStamp } from './deployedBuild';
import type { BuildStamp } from './stamp';

export interface PromoteOptions extends Omit<Switching, 'environment'> {
  readonly service: string;
  readonly from: EnvironmentName;
  readonly to: EnvironmentName;
  /** @throws UserError when the user does not want it. */
  readonly confirm: (question: string) => Promise<void>;
  readonly record: (entry: AuditEntry) => void;
  readonly read?: ReadPage;
}

export interface Promoted {
  readonly environment: EnvironmentName;
  readonly domainName: string;
  readonly buildSid: string;
  readonly stamp: string;
  /** The environment served it already; nothing was written. */
  readonly already: boolean;
  /** Names of variables that `from` has and `to` does not: they are never carried across. */
  readonly missingVariables: readonly string[];
}

/** @throws UserError when it was not promoted, or when something else is served. */
export async function promote(options: PromoteOptions): Promise<Promoted> {
  const { rest, service, from, to, read } = options;
  if (from === to) {
    throw new UserError(`${from} serves its own build already.`, 'Name another environment.');
  }
  const source = await findBuild(options);
  const { buildSid } = source;
  const { stamp } = await readStamp(source, options);
  const before = await findDeployment(rest, service, to);
  // Fetched by SID: a list may lag behind.
  const already = before !== undefined && (await activeBuild(rest, before)) === buildSid;
  const switching = { ...options, environment: to };
  const live = await askLive(already ? undefined : before, switching);
  const losing = refuseLosing(live, await placingOn(source.domainName, live, switching), switching);
  const target = already ? before : await write(options, source, before);
  await awaitStamp(target.domainName, stamp, { read, sleep: rest.sleep });
  if (!already) {
    await refuseUnplaced(target, { live, losing, buildSid: before?.buildSid }, switching);
  }
  return {
    environment: to,
    domainName: target.domainName,
    buildSid,
    stamp,
    already,
    missingVariables: await missingVariables(rest, source, target),
  };
}

async function findBuild({ rest, service, from }: PromoteOptions) {
  const source = await findDeployment(rest, service, from);
  const buildSid = source && (await activeBuild(rest, source));
  if (source && buildSid !== undefined) return { ...source, buildSid };
  throw new UserError(
    `Nothing is deployed to ${from}.`,
    `Deploy to it first: ./dialtone deploy --environment ${from}`,
  );
}

/** @throws UserError for what was made of the example, or of who knows what. */
async function readStamp(
  { domainName }: Deployment,
  { from, to, read }: PromoteOptions,
): Promise<BuildStamp> {
  const deployed = await deployedStamp(domainName, read);
  if (!deployed) {
    throw new UserError(
      `${domainName} does not say what it serves.`,
      `Deploy to ${from} once more: ./dialtone deploy --environment ${from}`,
    );
  }
  if (deployed.directory === 'example' && to !== 'dev') {
    throw new UserError(
      `${from} serves the example: its numbers are fictional, so it cannot go to ${to}.`,
      'Make directory/ yours and deploy it.',
    );
  }
  return deployed;
}

async function write(
  options: PromoteOptions,
  source: Deployment & { readonly buildSid: string },
  before: Deployment | undefined,
): Promise<Deployment> {
  const { rest, from, to, confirm, record } = options;
  const { serviceSid, buildSid } = source;
  await confirm(`Let ${to} serve build ${buildSid} of ${from}?`);
  const target = before ?? (await createEnvironment(rest, serviceSid, to));
  const { domainName } = target;
  if (!before) {
    record({ environment: to, action: 'create', kind: 'environment', key: domainName });
  }
  await activate(rest, target, buildSid);
  const fields = [{ name: 'build', from: before?.buildSid, to: buildSid }];
  record({ environment: to, action: 'promote', kind: 'build', key: domainName, fields });
  return target;
}

async function missingVariables(
  rest: Rest,
  source: Deployment,
  target: Deployment,
): Promise<string[]> {
  const there = new Set((await deployedVariables(rest, target)).map(({ name }) => name));
  const here = await deployedVariables(rest, source);
  return here.map(({ name }) => name).filter((name) => !there.has(name));
}
