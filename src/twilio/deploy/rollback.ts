/** `dialtone rollback`: an environment serves an earlier build again. */
import { activate, activeBuild, awaitBuild } from './activation';
import type { AuditEntry } from '../records/audit';
import { type Deployment, findDeployment } from './deployment';
import type { Rest } from '../client/rest';
import type { EnvironmentName } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';
import {
  askLive,
  type Live,
  NOTHING_LIVE,
  refuseUnplaced,
  type Switching,
} from '../emergency/buildSwitch';
import { toUserError } from '../client/toUserError';
import { lookUntil, type ReadPage, deployedStamp } from './deployedBuild';
import type { BuildStamp } from './stamp';

export interface RollbackOptions extends Omit<Switching, 'endEmergencyPhones'> {
  readonly service: string;
  /** SID of the build; else the one served before this one. */
  readonly to?: string | undefined;
  readonly record: (entry: AuditEntry) => void;
  readonly read?: ReadPage;
}

export interface RolledBack {
  readonly environment: EnvironmentName;
  readonly domainName: string;
  readonly buildSid: string;
  /** When the build was last deployed here before. */
  readonly deployedAt: string;
  /** The build that was served until now. */
  readonly former: string;
  /** What `/build.json` shows now; undefined where the build is too old to tell. */
  readonly stamp: string | undefined;
  /** What it showed before. */
  readonly formerStamp: string | undefined;
}

/** A build that the environment has served. */
interface DeployedBefore {
  readonly buildSid: string;
  /** When it was deployed here last. */
  readonly at: Date;
}

const PAGE_SIZE = 100;

/** @throws UserError when there is nothing to go back to, or when the build is gone. */
export async function rollback(options: RollbackOptions): Promise<RolledBack> {
  const { rest, service, environment, record, read } = options;
  const deployment = await findDeployment(rest, service, environment);
  const current = deployment && (await activeBuild(rest, deployment));
  if (!deployment || current === undefined) {
    throw new UserError(`Nothing is deployed to ${environment}.`);
  }
  const deployed = await buildsDeployedBefore(rest, deployment);
  const { buildSid, at } = choose(deployed, current, options);
  await awaitBuild(rest, deployment.serviceSid, buildSid);
  const { domainName } = deployment;
  const stampBefore = await deployedStamp(domainName, read);
  const live = await askAnyhow(deployment, options);
  await activate(rest, deployment, buildSid);
  const fields = [{ name: 'build', from: current, to: buildSid }];
  record({ environment, action: 'rollback', kind: 'build', key: domainName, fields });
  // Which stamp the earlier build has is not known here; that it is another one is.
  const other = (deployed?: BuildStamp) => deployed?.stamp !== stampBefore?.stamp;
  const now = await lookUntil(other, domainName, { read, sleep: rest.sleep });
  await refuseUnplaced(deployment, { live, losing: [], buildSid: current }, options);
  return {
    environment,
    domainName,
    buildSid,
    deployedAt: at.toISOString(),
    former: current,
    stamp: now?.stamp,
    formerStamp: stampBefore?.stamp,
  };
}

/** What cannot be read must not keep an earlier build from being served again. */
async function askAnyhow(deployment: Deployment, options: RollbackOptions): Promise<Live> {
  try {
    return await askLive(deployment, options);
  } catch (error) {
    const { message } = toUserError(error) ?? (error as Error);
    options.say(`Cannot tell for which phones 911 is placed now: ${message}`);
    return NOTHING_LIVE;
  }
}

/** Each build once, the one that was deployed last first. */
async function buildsDeployedBefore(
  rest: Rest,
  { serviceSid, environmentSid }: Deployment,
): Promise<DeployedBefore[]> {
  const { deployments } = rest.client.serverless.v1
    .services(serviceSid)
    .environments(environmentSid);
  const all = await rest.repeat(() => deployments.list({ pageSize: PAGE_SIZE }));
  const last = new Map<string, DeployedBefore>();
  const newestFirst = [...all].sort((a, b) => b.dateCreated.getTime() - a.dateCreated.getTime());
  for (const { buildSid, dateCreated } of newestFirst) {
    if (buildSid && !last.has(buildSid)) last.set(buildSid, { buildSid, at: dateCreated });
  }
  return [...last.values()];
}

function choose(
  deployed: readonly DeployedBefore[],
  current: string,
  { environment, to }: RollbackOptions,
): DeployedBefore {
  const others = deployed.filter(({ buildSid }) => buildSid !== current);
  if (to === current) throw new UserError(`${environment} serves ${to} already.`);
  const chosen = to === undefined ? others[0] : others.find(({ buildSid }) => buildSid === to);
  if (chosen) return chosen;
  const known = others.map(({ buildSid, at }) => `${buildSid} of ${at.toISOString()}`).join(', ');
  throw new UserError(
    to === undefined
      ? `${environment} has served no other build than ${current}.`
      : `${environment} has never served ${to}.`,
    known ? `It has served ${known}.` : 'Deploy the commit that you want.',
  );
}
