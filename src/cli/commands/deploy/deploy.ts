/** `dialtone deploy`: build, let the Twilio CLI deploy it, and see that it is what is served. */
import { type AuditEntry, auditIn } from '../../../twilio/records/audit';
import { type Deployment, findDeployment, serviceName } from '../../../twilio/deploy/deployment';
import { findLogin, type Login } from '../../../twilio/client/login';
import type { Rest } from '../../../twilio/client/rest';
import { removeVariable, staleVariables } from '../../../twilio/deploy/variables';
import type { Post } from '../../../twilio/emergency/ask';
import type { Warn } from '../../../config/checkedProject';
import type { Env } from '../../../config/folderVariable';
import type { EnvironmentName } from '../../../runtime/model/directory';
import { CALLBACKS, FALLBACK_PATH } from '../../../runtime/model/callbacks';
import { build, lineageFor } from '../../../build/build';
import {
  askLive,
  placingBy,
  refuseLosing,
  refuseUnplaced,
} from '../../../twilio/emergency/buildSwitch';
import {
  ensureEnvFile,
  refuseSecrets,
  refuseWebhookUrl,
} from '../../../twilio/deploy/uploadedEnvFile';
import { envFile } from '../../../twilio/client/envFile';
import { newerStops, noteMade, refuseOlder, deployedLineage } from '../../../twilio/deploy/newer';
import { connectToWrite, pinText } from '../../../twilio/records/pinned';
import { redacted } from './redact';
import { awaitStamp, type ReadPage } from '../../../twilio/deploy/deployedBuild';
import { originOf, ownFolder, projectFor } from '../../../build/deployableProject';
import { type Origin, stampOf } from '../../../twilio/deploy/stamp';
import { runTwilioCli } from './twilioCli';
import { type RunCli, upload } from '../../../twilio/deploy/upload';

export interface DeployOptions {
  readonly environment: EnvironmentName;
  readonly directory?: string | undefined;
  readonly env: Env;
  /** Also where what is live may be newer. */
  readonly replaceNewer?: boolean | undefined;
  /** Also where a phone that calls 911 now could not afterwards. */
  readonly endEmergencyPhones?: boolean | undefined;
  /** Remove the variables that the env file no longer has. */
  readonly prune?: boolean | undefined;
  /** Show what the Twilio CLI prints even when it succeeds. */
  readonly verbose?: boolean | undefined;
  /** One line about what is going on. */
  readonly say: (text: string) => void;
  readonly warn: Warn;
  readonly rest?: Rest;
  readonly read?: ReadPage;
  readonly post?: Post;
}

export interface Deployed {
  readonly environment: EnvironmentName;
  readonly domainName: string;
  readonly buildSid: string;
  readonly stamp: string;
  readonly directory: Origin;
  readonly urls: Readonly<Record<'outgoing' | 'incoming' | 'fallback', string>>;
  /** Variables that Twilio still has and the env file no longer does. */
  readonly staleVariables: readonly string[];
  /** What to add to site.yaml, so that no other account is written to. */
  readonly pin?: string;
}

/** @throws UserError when it was not deployed, or when something else is served. */
export async function deploy(options: DeployOptions): Promise<Deployed> {
  const { environment, env, say } = options;
  const project = projectFor(environment, options.directory, options);
  const own = ownFolder(options.directory, env);
  const login = findLogin(environment, own, env);
  refuseSecrets(environment, own, login, env);
  refuseWebhookUrl(environment, own);
  const rest = options.rest ?? (await connectToWrite(environment, own, env));
  const service = serviceName();
  const before = await findDeployment(rest, service, environment);
  const folder = originOf(project) === 'empty' ? undefined : own;
  if (before?.buildSid !== undefined && !options.replaceNewer) {
    const live = await deployedLineage(before.domainName, options.read);
    refuseOlder(newerStops(live, { environment, folder }));
  }
  const directory = originOf(project) === 'empty' ? undefined : project.directory;
  const switching = { ...options, rest, directory };
  const live = await askLive(before, switching);
  const losing = refuseLosing(live, placingBy(directory), switching);
  if (ensureEnvFile(environment, own)) say(`Made an empty ${envFile(environment, own)}.`);
  build(project);
  const stamp = stampOf();

  say(`Deploying build ${stamp} to ${environment} …`);
  const deployment = await upload({
    rest,
    service,
    environment,
    run: cli(options, login, before),
    again: (attempt) => say(`Twilio did not accept it; try ${attempt} …`),
  });
  noteMade(lineageFor(project), { environment, folder });
  const record = auditIn(own, env);
  const { domainName, buildSid } = deployment;
  const fields = [
    { name: 'build', from: before?.buildSid, to: buildSid },
    { name: 'stamp', to: stamp },
  ];
  record({ environment, action: 'deploy', kind: 'build', key: domainName, fields });
  await awaitStamp(domainName, stamp, { read: options.read, sleep: rest.sleep });
  const pin = pinText(environment, own, login.accountSid);
  const stale = await variables(rest, deployment, options, record);
  await refuseUnplaced(deployment, { live, losing, buildSid: before?.buildSid }, switching);
  return {
    environment,
    domainName,
    buildSid,
    stamp,
    ...(pin !== undefined && { pin }),
    directory: originOf(project),
    urls: urlsOf(domainName),
    staleVariables: stale,
  };
}

/** Where Twilio is pointed at. */
export function urlsOf(domainName: string): Deployed['urls'] {
  return {
    outgoing: `https://${domainName}${CALLBACKS.outgoing.path}`,
    incoming: `https://${domainName}${CALLBACKS.incoming.path}`,
    fallback: `https://${domainName}${FALLBACK_PATH}`,
  };
}

function cli(options: DeployOptions, login: Login, before: Deployment | undefined): RunCli {
  const { environment, env, verbose, say } = options;
  const own = ownFolder(options.directory, env);
  const args = [
    'serverless:deploy',
    ...['--env', envFile(environment, own)],
    // A prod without a suffix has no name that the CLI would know it by.
    ...['--environment', before && !before.suffix ? before.environmentSid : environment],
    // Else the CLI would take the service that it remembers.
    ...(before ? ['--service-sid', before.serviceSid] : []),
  ];
  return async () => {
    const { code, output } = await runTwilioCli(args, { login });
    const shown = redacted(output, login, environment, own);
    if (verbose) say(shown);
    return { code, output: shown };
  };
}

/** Variables differ from one environment to another; what an env file lost goes only when asked for. */
async function variables(
  rest: Rest,
  deployment: Deployment,
  { environment, env, prune, directory }: DeployOptions,
  record: (entry: AuditEntry) => void,
): Promise<string[]> {
  const file = envFile(environment, ownFolder(directory, env));
  const stale = await staleVariables(rest, deployment, file);
  if (!prune) return stale.map(({ name }) => name);
  for (const variable of stale) {
    await removeVariable(rest, deployment, variable);
    record({ environment, action: 'delete', kind: 'variable', key: variable.name });
  }
  return [];
}
