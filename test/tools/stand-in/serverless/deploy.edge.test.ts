/** What the real Twilio CLI makes of this project, and which parts of Twilio it needs for that. */
import packageJson from '../../../../package.json';
import { checkedProject } from '../../../../src/config/checkedProject';
import { CALLBACKS } from '../../../../src/runtime/model/callbacks';
import { TwilioStandIn } from '../../../../tools/twilio-stand-in/standIn';
import { listen, type Wire } from '../../../../tools/twilio-stand-in/wire';
import {
  deployed,
  Deployer,
  DIRECTORY,
} from '../../../../tools/twilio-stand-in/serverless/deployer';
import type { Version } from '../../../../tools/twilio-stand-in/serverless/state';

/** Every webhook is a function. */
const WEBHOOKS = Object.values(CALLBACKS).map(({ path }) => path);

describe('twilio serverless:deploy', () => {
  let standIn: TwilioStandIn;
  let wire: Wire;
  let deployer: Deployer;
  beforeEach(async () => {
    // The CLI looks for the build once in a second.
    standIn = new TwilioStandIn({ switches: { buildReads: 1 } });
    wire = await listen(standIn);
    deployer = new Deployer(standIn, wire);
  });
  afterEach(async () => {
    await wire.close();
    deployer.remove();
    expect(standIn.violations).toEqual([]);
  });

  /** Fails with what the CLI has said. */
  async function deploy(...args: Parameters<Deployer['deploy']>): Promise<void> {
    const { code, output } = await deployer.deploy(...args);
    if (code !== 0) throw new Error(output);
  }

  /** Without `.twiliodeployinfo`, in which the CLI remembers the service. */
  function freshClone(): void {
    deployer.remove();
    deployer = new Deployer(standIn, wire);
  }

  it.each(['hook', 'proxy'] as const)('deploys the whole project, by %s', async (way) => {
    standIn.switches.buildReads = 2;
    const variables = { GREETING: 'hello', EMPTY: '', NAME: 'Example' };
    const login = way === 'proxy' ? deployer.apiKey : deployer.token;
    const secrets = { ACCOUNT_SID: standIn.accountSid, AUTH_TOKEN: standIn.authToken };
    await deploy('stage', { ...variables, ...secrets }, { way, login });

    const stage = deployed(standIn, 'stage');
    expect(standIn.state.serverless.services).toMatchObject([
      { uniqueName: packageJson.name, includeCredentials: true, uiEditable: false },
    ]);
    expect(stage?.environment).toMatchObject({
      uniqueName: 'stage-environment',
      domainName: expect.stringMatching(/^dialtone-\d{4}-stage\.twil\.io$/) as string,
    });
    expect(visibilities(stage?.functions)).toEqual({
      '/cred-util': 'private',
      ...Object.fromEntries(WEBHOOKS.map((path) => [path, 'protected'])),
    });
    const { '/build.json': stamp, '/fallback.xml': fallback, ...others } = stage!.assets;
    expect(stamp?.visibility).toBe('public');
    expect(fallback?.visibility).toBe('public');
    expect(text(fallback)).toContain('<Response>');
    const { compiled } = checkedProject(DIRECTORY);
    expect(text(others['/directory.json'])).toBe(JSON.stringify(compiled));
    for (const [path, visibility] of Object.entries(visibilities(others))) {
      expect([path, visibility]).toEqual([
        path,
        path.startsWith('/sounds/') ? 'public' : 'private',
      ]);
    }
    expect(text(stage!.functions['/sip-outgoing'])).toContain('exports');
    expect(stage?.variables).toEqual({ GREETING: 'hello', NAME: 'Example' });
    expect(stage?.build).toMatchObject({ status: 'completed', runtime: 'node22' });
    expect(stage?.build.dependencies).toEqual(
      Object.entries(packageJson.dependencies).map(([name, version]) => ({ name, version })),
    );
    expect(stage?.environment.deployments).toMatchObject([{ buildSid: stage?.build.sid }]);
    expect(wire.refused).toEqual([]);
  });

  it('leaves the other environments as they are', async () => {
    const suffixes = ['dev', 'stage', 'prod', 'stage'];
    for (const [nth, suffix] of suffixes.entries()) {
      const others = suffixes.filter((other) => other !== suffix);
      const before = others.map((other) => deployed(standIn, other));
      const own = deployed(standIn, suffix);
      if (own) freshClone();
      await deploy(suffix, { NAME: `${suffix} ${nth}`, ...(!own && { OLD: 'yes' }) });

      expect(others.map((other) => deployed(standIn, other))).toEqual(before);
      const now = deployed(standIn, suffix);
      // A variable that the file no longer has stays.
      expect(now?.variables).toEqual({ NAME: `${suffix} ${nth}`, OLD: 'yes' });
      expect(now?.build.sid).not.toBe(own?.build.sid);
      expect(now?.environment.sid).toBe(own?.environment.sid ?? now?.environment.sid);
    }
    const [service, ...more] = standIn.state.serverless.services;
    expect(more).toEqual([]);
    expect(service?.environments).toHaveLength(3);
    // Nothing but versions is made anew.
    expect(service?.functions.map(({ versions }) => versions.length)).toEqual(
      ['/cred-util', ...WEBHOOKS].map(() => 4),
    );
  });

  it('tries again where Twilio is busy, but not an upload', async () => {
    const busy = (where: string) =>
      standIn.faults.plan({
        on: ({ route, host, write }) => write && `${host}${route}`.endsWith(where),
        fault: { status: 429 },
      });
    busy('serverless.twilio.com/v1/Services/{ServiceSid}/Functions');
    await deploy('stage', { NAME: 'Example' });
    expect(standIn.ledger.filter(({ fault }) => fault === '429')).toHaveLength(1);
    const before = deployed(standIn, 'stage');

    busy('serverless-upload.twilio.com/v1/Services/{ServiceSid}/Assets/{AssetSid}/Versions');
    const { code } = await deployer.deploy('stage', { NAME: 'other' });
    expect(code).toBe(1);
    expect(deployed(standIn, 'stage')).toEqual(before);
  });

  it('fails with a build that Twilio cannot make, and does not say why', async () => {
    standIn.state.serverless.failingBuilds = 1;
    const { code, output } = await deployer.deploy('stage', { NAME: 'Example' });
    expect(code).toBe(1);
    expect(output).toMatch(/ERROR[\s│]+undefined/);
    expect(deployed(standIn, 'stage')).toBeUndefined();
  });
});

function visibilities(versions: Readonly<Record<string, Version>> = {}) {
  return Object.fromEntries(
    Object.entries(versions).map(([path, { visibility }]) => [path, visibility]),
  );
}

function text(version: Version | undefined): string {
  return Buffer.from(version?.content ?? []).toString();
}
