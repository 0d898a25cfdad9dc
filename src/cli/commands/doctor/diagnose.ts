/** `dialtone doctor`: what is wrong with an environment, each with what to run. Writes nothing at Twilio. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Applied } from '../../../twilio/records/applied';
import { serviceName } from '../../../twilio/deploy/deployment';
import { type Check, examine } from '../../../twilio/doctor';
import { Ledger } from '../../../twilio/records/ledger';
import type { Expected } from '../../../twilio/doctor/examined';
import { readDrills } from '../../../twilio/emergency/drills';
import { findKey, uncopiedKey } from '../../../twilio/secrets/key';
import { connect } from '../../../twilio/client/login';
import type { Rest } from '../../../twilio/client/rest';
import type { Env } from '../../../config/folderVariable';
import type { EnvironmentName } from '../../../runtime/model/directory';
import { inCheckout } from '../../../config/checkout';
import { build } from '../../../build/build';
import { checkedProject, type Warn } from '../../../config/checkedProject';
import { envFile } from '../../../twilio/client/envFile';
import { refuseExample } from '../../../config/example';
import { askDeployed } from '../../../twilio/emergency/judgedPlan';
import type { Project } from '../../../config/project';
import { type ReadPage, deployedStamp } from '../../../twilio/deploy/deployedBuild';
import { stampOf } from '../../../twilio/deploy/stamp';

export interface DoctorOptions {
  readonly environment: EnvironmentName;
  readonly folder: string;
  readonly env: Env;
  /** The folder as it was asked for, where the commands that fix must name it. */
  readonly directory?: string | undefined;
  /** How far back alerts are read. */
  readonly sinceHours: number;
  readonly rest?: Rest;
  readonly read?: ReadPage;
  readonly now?: Date;
  readonly warn: Warn;
}

export interface Diagnosis {
  readonly environment: EnvironmentName;
  readonly checks: readonly Check[];
  readonly wrong: number;
  readonly warnings: number;
}

/** @throws UserError when the directory does not build, or is the example. */
export async function diagnose(options: DoctorOptions): Promise<Diagnosis> {
  const { environment, folder, env, directory, sinceHours, read, now = new Date() } = options;
  refuseExample(folder);
  const project = checkedProject(folder, options.warn);
  const rest = options.rest ?? connect(environment, folder, env);
  const checks = await examine(rest, {
    environment,
    directory: project.directory,
    provisioning: project.provisioning,
    service: serviceName(),
    applied: Applied.read(folder, environment),
    key: findKey(environment, folder, env),
    uncopiedKey: uncopiedKey(environment, folder, env),
    envFile: envFile(environment, folder),
    expected: { ...builtNow(project), dependencies: dependencies() },
    sinceHours,
    now,
    deployedStamp: async (domainName) => (await deployedStamp(domainName, read))?.stamp,
    answers: (desired, actual) => askDeployed(desired, actual, rest),
    readLedger: () => Ledger.read(rest, environment, folder),
    drills: readDrills(folder),
    folder: directory,
  });
  const number = (status: Check['status']) => checks.filter((one) => one.status === status).length;
  return { environment, checks, wrong: number('wrong'), warnings: number('warning') };
}

/** Of what `deploy` would deploy now; `dist/` stays as it is. */
function builtNow(project: Project): Pick<Expected, 'stamp' | 'functions'> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dialtone-'));
  try {
    const dist = path.join(folder, 'dist');
    build(project, dist);
    return { stamp: stampOf(dist), functions: functionsIn(path.join(dist, 'functions')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Visibility by path: `sip-outgoing.protected.js` is served at /sip-outgoing, to Twilio alone. */
export function functionsIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return new Map(
    names.map((file) => {
      const [name, visibility = 'public'] = file.slice(0, -'.js'.length).split('.');
      return [`/${name}`, visibility];
    }),
  );
}

/** What Twilio installs for the functions. */
function dependencies(): Readonly<Record<string, string>> {
  const { dependencies: packages } = JSON.parse(
    readFileSync(inCheckout('package.json'), 'utf8'),
  ) as {
    dependencies?: Record<string, string>;
  };
  return packages ?? {};
}
