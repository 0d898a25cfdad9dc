/** An account in which nothing is wrong, and an operator who can look at it and fix it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ledger } from '../../../src/twilio/records/ledger';
import { Applied } from '../../../src/twilio/records/applied';
import { buyNumber } from '../../../src/twilio/numbers';
import { type Check, examine } from '../../../src/twilio/doctor';
import { readDrills } from '../../../src/twilio/emergency/drills';
import { RELEASE_NAMES } from '../../../src/twilio/emergency/releases';
import type { Rest } from '../../../src/twilio/client/rest';
import { findDeployment } from '../../../src/twilio/deploy/deployment';
import { removeVariable, staleVariables } from '../../../src/twilio/deploy/variables';
import { readProject } from '../../../src/config/project';
import { rotate } from '../../../src/twilio/secrets/rotate';
import { CONNECTION_LOST } from '../../../tools/twilio-stand-in/contract';
import { type Flags, Operator, SERVICE } from '../operator';
import { FILES, OWNED } from './directory';
import { openCountries, ownNumber, seedDeployment } from './seed';

export const STAMP = 'a1b2c3d4e5f60718';
export const DEPENDENCIES = { re2js: '2.10.0', twilio: '6.2.0' };
/** What this code builds. */
export const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['/sip-outgoing', 'protected'],
  ['/sip-incoming', 'protected'],
  ['/cred-util', 'private'],
]);
const APPLY = /^\.\/dialtone apply --environment stage(?: --([a-z-]+))?$/;
const ENV_FILE = 'LOG_LEVEL=info\n';

export class Patient {
  readonly operator = new Operator(FILES);
  readonly standIn = this.operator.standIn;
  stamp = STAMP;
  sinceHours = 24;
  keyIsHere = true;
  keyIsCopied = true;
  /** As given with `--directory`. */
  folder: string | undefined;
  rest: Rest = this.operator.rest();

  get envFile(): string {
    return path.join(this.operator.folder, '.env.stage');
  }

  /** What the command reads. */
  async examine(): Promise<Check[]> {
    const { folder, key } = this.operator;
    // Its warnings are another command's to print.
    const { directory, provisioning } = readProject(folder).project!;
    return examine(this.rest, {
      environment: 'stage',
      directory,
      provisioning,
      service: SERVICE,
      applied: Applied.read(folder, 'stage'),
      key: this.keyIsHere ? key : undefined,
      uncopiedKey: this.keyIsCopied ? undefined : 'phones/.keys/stage.key',
      envFile: this.envFile,
      expected: { stamp: this.stamp, dependencies: DEPENDENCIES, functions: FUNCTIONS },
      sinceHours: this.sinceHours,
      now: new Date(NOW),
      deployedStamp: (domainName) => this.deployedStamp(domainName),
      answers: () => Promise.resolve(this.operator.answers),
      readLedger: () => Ledger.read(this.rest, 'stage', folder),
      drills: readDrills(folder),
      folder: this.folder,
    });
  }

  /** The names of the checks that are not well. */
  async complaints(): Promise<string[]> {
    const checks = await this.examine();
    return [...new Set(checks.filter(({ status }) => status !== 'ok').map(({ name }) => name))];
  }

  /** Runs what a check says is to be run. */
  async fix(command: string): Promise<void> {
    const { operator } = this;
    const [, flag = ''] = APPLY.exec(command) ?? [];
    const run = (pattern: RegExp) => pattern.exec(command)?.[1];
    const bought = run(/^\.\/dialtone numbers buy (\S+) --environment stage/);
    const rotated = run(/^\.\/dialtone rotate (\S+)$/);
    if (command === './dialtone apply --environment stage --set-again') {
      await this.apply({ setAgain: true });
    } else if (APPLY.test(command)) {
      const releases = RELEASE_NAMES.filter((name) => name === flag);
      await this.apply({ prune: flag === 'prune', account: flag === 'account', releases });
    } else if (command === './dialtone deploy --environment stage') {
      seedDeployment(this.standIn, 'stage', {
        stamp: this.stamp,
        dependencies: DEPENDENCIES,
        functions: FUNCTIONS,
      });
    } else if (command === './dialtone deploy --environment stage --prune') {
      const deployment = await findDeployment(operator.rest(), SERVICE, 'stage');
      const stale = await staleVariables(operator.rest(), deployment!, this.envFile);
      for (const variable of stale) await removeVariable(operator.rest(), deployment!, variable);
    } else if (bought !== undefined) {
      await buyNumber(operator.rest(), bought);
      await this.apply();
    } else if (rotated !== undefined) {
      rotate(operator.folder, rotated);
      await this.apply();
    } else {
      throw new Error(`no command: ${command}`);
    }
  }

  async apply(flags: Flags = {}): Promise<void> {
    const { failures, stopped } = await this.operator.apply('stage', flags);
    expect({ failures, stopped }).toEqual({ failures: [], stopped: undefined });
  }

  private async deployedStamp(host: string): Promise<string | undefined> {
    const nothing = { query: {}, form: {}, files: new Map(), headers: {} };
    const request = { method: 'GET', host, path: '/build.json', ...nothing };
    const reply = await this.standIn.handle(request);
    if (reply === CONNECTION_LOST || reply.status !== 200) return undefined;
    return (JSON.parse(String(reply.body)) as { stamp: string }).stamp;
  }
}

/** Later than everything that an apply has waited for. */
export const NOW = '2026-11-21T18:00:00Z';

export async function healthyAccount(): Promise<Patient> {
  const patient = new Patient();
  const { standIn } = patient;
  for (const number of OWNED) ownNumber(standIn, number);
  openCountries(standIn, ['US', 'CA', 'MX']);
  writeFileSync(patient.envFile, ENV_FILE);
  seedDeployment(standIn, 'stage', {
    stamp: STAMP,
    dependencies: DEPENDENCIES,
    functions: FUNCTIONS,
    variables: { LOG_LEVEL: 'info' },
  });
  seedDeployment(standIn, 'prod', {
    stamp: STAMP,
    dependencies: DEPENDENCIES,
    functions: FUNCTIONS,
  });
  await patient.apply();
  return patient;
}
