/** The project in a temporary folder, and the real Twilio CLI that deploys it from there. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../../../src/build/build';
import { checkedProject } from '../../../src/config/checkedProject';
import { type CliRun, runTwilioCli } from '../../../src/cli/commands/deploy/twilioCli';
import type { TwilioStandIn } from '../standIn';
import type { Way, Wire } from '../wire';
import type { Build, Environment, Version } from './state';

/** What the CLI reads. It looks for the folder `src`, though the functions are in `dist`. */
const PARTS = ['package.json', '.twilioserverlessrc', 'src'];
export const DIRECTORY = 'examples/payphones';

export class Deployer {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'deploy-'));

  constructor(
    private readonly standIn: TwilioStandIn,
    private readonly wire: Wire,
  ) {
    for (const part of PARTS) cpSync(part, path.join(this.folder, part), { recursive: true });
    build(checkedProject(DIRECTORY), path.join(this.folder, 'dist'));
  }

  /** `twilio serverless:deploy --environment <environment>`, with the variables in its file. */
  async deploy(
    environment: string,
    variables: Readonly<Record<string, string>>,
    { way = 'hook', login = this.token }: { way?: Way; login?: Deployer['token'] } = {},
  ): Promise<CliRun> {
    const lines = Object.entries(variables).map(([key, value]) => `${key}=${value}\n`);
    writeFileSync(path.join(this.folder, `.env.${environment}`), lines.join(''));
    return runTwilioCli(['serverless:deploy', '--environment', environment], {
      login,
      cwd: this.folder,
      env: this.wire.env(way),
    });
  }

  get token() {
    const { accountSid, authToken } = this.standIn;
    return { accountSid, username: accountSid, password: authToken };
  }

  get apiKey() {
    const { accountSid, apiKey } = this.standIn;
    return { accountSid, username: apiKey.sid, password: apiKey.secret };
  }

  /** Nothing that the CLI remembers is left. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface Deployed {
  readonly environment: Environment;
  readonly build: Build;
  readonly functions: Readonly<Record<string, Version>>;
  readonly assets: Readonly<Record<string, Version>>;
  readonly variables: Readonly<Record<string, string>>;
}

/** A copy of what an environment has; undefined where there is none. */
export function deployed({ state }: TwilioStandIn, suffix: string): Deployed | undefined {
  const [service] = structuredClone(state.serverless.services);
  const environment = service?.environments.find(({ domainSuffix }) => domainSuffix === suffix);
  const build = service?.builds.find(({ sid }) => sid === environment?.buildSid);
  if (!service || !environment || !build) return undefined;
  const versions = (kind: 'functions' | 'assets', sids: readonly string[]) =>
    Object.fromEntries(
      service[kind]
        .flatMap((resource) => resource.versions)
        .filter(({ sid }) => sids.includes(sid))
        .map((version) => [version.path, version]),
    );
  return {
    environment,
    build,
    functions: versions('functions', build.functionVersions),
    assets: versions('assets', build.assetVersions),
    variables: Object.fromEntries(environment.variables.map(({ key, value }) => [key, value])),
  };
}
