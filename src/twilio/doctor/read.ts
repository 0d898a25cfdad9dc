/** Everything the doctor reads, in one place. It writes nothing. */
import type { Directory, EnvironmentName } from '../../runtime/model/directory';
import type { Provisioning } from '../../config/compile/provisioning';
import type { Applied } from '../records/applied';
import type { Recorded } from '../records/ledgerEntry';
import type { Drill } from '../emergency/drills';
import { evidenceOf, type FunctionAnswers } from '../emergency/evidence';
import type { Deployment } from '../deploy/deployment';
import type { Actual } from '../actual';
import { readAccountState } from '../readActual';
import { makePlan } from '../plan';
import { page, type Rest, statusOf } from '../client/rest';
import { type Desired, desiredFor } from '../desired';
import type { Unread } from './reader';
import { Reader } from './reader';
import type { Source } from './check';
import { commandsFor } from './commands';
import type { Examined, ExaminedAccount, ExaminedBuild, Expected } from './examined';
import { readAlerts } from './readAlerts';
import { readVariables } from './readVariables';

const NOT_FOUND = 404;

export interface DoctorInput {
  readonly environment: EnvironmentName;
  readonly directory: Directory;
  readonly provisioning: Provisioning;
  /** Name of the Twilio service. */
  readonly service: string;
  readonly applied: Applied;
  readonly key?: Buffer | undefined;
  /** The key's file, while nobody has noted that there is a copy. */
  readonly uncopiedKey?: string | undefined;
  /** Path of the env file of which a deployment uploads the variables. */
  readonly envFile: string;
  readonly expected: Expected;
  /** How far back alerts are read. */
  readonly sinceHours: number;
  readonly now: Date;
  /** The stamp that a deployment serves. */
  readonly deployedStamp: (domainName: string) => Promise<string | undefined>;
  /** What the functions answer for the emergency phones. */
  readonly answers: (desired: Desired, actual: Actual) => Promise<FunctionAnswers>;
  /** What is recorded at Twilio of the passwords that apply has set. */
  readonly readLedger: () => Promise<Recorded>;
  /** Tests with 933 that are on record. */
  readonly drills: readonly Drill[];
  /** The directory's folder, where the commands that fix must name it. */
  readonly folder?: string | undefined;
}

export interface Reading {
  readonly examined: Examined;
  readonly unread: ReadonlyMap<Source, Unread>;
}

export async function readAccount(
  rest: Rest,
  input: DoctorInput,
  account?: ExaminedAccount,
): Promise<Reading> {
  const { environment, directory, provisioning, applied, expected, folder } = input;
  const desired = desiredFor(environment, directory, provisioning);
  const reader = new Reader();
  const { actual, domains, numbers } = await readAccountState(
    rest,
    input.service,
    desired,
    reader,
    {
      permissions: true,
    },
  );
  const deployed = await readDeployed(rest, reader, actual.deployment, input);
  const trust = await readTrust(rest, reader, account);
  // What is deployed says which of them are ours.
  const host = actual.deployment?.domainName;
  const none = { sinceHours: input.sinceHours, list: [], more: false };
  const alerts = await reader.read('alerts', none, () => readAlerts(rest, { ...input, host }));
  const answers = await input.answers(desired, actual);
  const evidence = evidenceOf(answers, input.drills, new Set());
  const ledger = await reader.read<Recorded | undefined>('ledger', undefined, () =>
    input.readLedger(),
  );
  // Nothing is written by this plan, to whatever account.
  const { key } = input;
  const planned = makePlan({
    accountSid: '',
    ...{ desired, actual, applied, key, evidence, ledger },
  });
  const { changes, left, held } = planned;
  const examined = {
    environment,
    directory,
    desired,
    addressed: new Set(
      [...provisioning.extensions].flatMap(([username, { address }]) =>
        address ? [username] : [],
      ),
    ),
    actual,
    changes: [...changes, ...left, ...held.map(({ change }) => change)],
    held,
    evidence,
    domains,
    numbers,
    passwords: {
      keyHere: input.key !== undefined,
      uncopied: input.uncopiedKey,
      desired,
      applied,
      ledger,
    },
    account,
    ...trust,
    lostSync: deployed.lostSync,
    build: deployed.build,
    variables: deployed.variables,
    alerts,
    expected,
    commands: commandsFor(environment, folder),
  };
  return { examined, unread: reader.unread };
}

async function readDeployed(
  rest: Rest,
  reader: Reader,
  deployment: Deployment | undefined,
  input: DoctorInput,
) {
  if (!deployment) return { variables: [], lostSync: undefined, build: undefined };
  const { buildSid } = deployment;
  const [build, found] = await Promise.all([
    buildSid === undefined
      ? undefined
      : reader.read('build', undefined, () => readBuild(rest, deployment, buildSid, input)),
    reader.read('variables', { variables: [] }, () => readVariables(rest, deployment, input)),
  ]);
  const { variables, syncSid } = found;
  const lostSync = await reader.read<string | undefined>('sync', undefined, async () =>
    syncSid === undefined || (await isThere(rest, syncSid)) ? undefined : syncSid,
  );
  return { build, variables, lostSync };
}

async function isThere(rest: Rest, syncSid: string): Promise<boolean> {
  try {
    await rest.repeat(() => rest.client.sync.v1.services(syncSid).fetch());
    return true;
  } catch (error) {
    if (statusOf(error) === NOT_FOUND) return false;
    throw error;
  }
}

/** What Twilio thinks of the account. */
async function readTrust(rest: Rest, reader: Reader, account: ExaminedAccount | undefined) {
  const { api, trusthub, voice } = rest.client;
  const balance = await reader.read<Examined['balance']>('balance', undefined, async () => {
    const { balance: amount, currency } = await rest.repeat(() =>
      api.v2010.account.balance.fetch(),
    );
    return amount ? { amount: Number(amount), currency } : undefined;
  });
  const profiles = await reader.read<Examined['profiles']>('profiles', undefined, async () =>
    (await rest.repeat(() => trusthub.v1.customerProfiles.list(page()))).map(
      ({ status }) => status,
    ),
  );
  // Without a parent there is nothing to inherit.
  const inheritsPermissions = await reader.read('settings', false, async () => {
    if (!account?.parent) return false;
    const { dialingPermissionsInheritance } = await rest.repeat(() =>
      voice.v1.dialingPermissions.settings().fetch(),
    );
    return dialingPermissionsInheritance;
  });
  return { balance, profiles, inheritsPermissions };
}

async function readBuild(
  rest: Rest,
  { serviceSid, domainName }: Deployment,
  buildSid: string,
  { deployedStamp }: DoctorInput,
): Promise<ExaminedBuild> {
  const context = rest.client.serverless.v1.services(serviceSid).builds(buildSid);
  const built = await rest.repeat(() => context.fetch());
  const { runtime, dependencies, functionVersions } = built;
  const functions = (functionVersions ?? []) as readonly { path: string; visibility: string }[];
  const packages = (dependencies ?? []) as readonly { name: string; version: string }[];
  return {
    // null where the deployment did not ask for one.
    runtime: runtime || undefined,
    dependencies: Object.fromEntries(packages.map(({ name, version }) => [name, version])),
    functions: new Map(functions.map(({ path, visibility }) => [path, visibility])),
    deployedStamp: await deployedStamp(domainName),
  };
}
