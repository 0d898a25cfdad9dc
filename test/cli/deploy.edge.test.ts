/** The real command line and the real Twilio CLI, on the stand-in's account. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stampOf } from '../../src/twilio/deploy/stamp';
import type { ApiRequest } from '../../tools/twilio-stand-in/contract';
import { placing } from '../../tools/rehearse/placing';
import { commit } from '../../tools/rehearse/repository';
import { listen, type Wire } from '../../tools/twilio-stand-in/wire';
import { type Ended, projectCopy, spawnDialtone as dialtone } from './commandLine';
import { Deployments } from './deployed';

const VALUE = 'fictional0value0of0a0variable';
const KEY = 'A'.repeat(43);
const project = projectCopy();
const { folder: cwd } = project;
const head = commit(cwd, 'src', 'package.json', '.twilioserverlessrc');
const deployments = new Deployments();
const { standIn } = deployments;
const requests: ApiRequest[] = [];
const outputs: string[] = [];
let wire: Wire;
/** Called when Twilio has activated a build. */
let activated: () => void = () => undefined;

beforeAll(async () => {
  await deployments.createService();
  standIn.state.serverless.running = placing;
  const handle = standIn.handle.bind(standIn);
  standIn.handle = async (request) => {
    requests.push(request);
    const outcome = await handle(request);
    if (request.method === 'POST' && request.path.endsWith('/Deployments')) activated();
    return outcome;
  };
  wire = await listen(standIn);
});
beforeEach(() => {
  requests.length = 0;
  activated = () => undefined;
  standIn.faults.reset();
});
afterEach(() => {
  // The Twilio CLI sends it "for the future".
  const violations = standIn.takeViolations().filter((one) => !one.includes('FriendlyName'));
  expect(violations).toEqual([]);
});
afterAll(async () => {
  await wire.close();
  project.remove();
  for (const secret of [standIn.authToken, VALUE, KEY])
    expect(outputs.join()).not.toContain(secret);
});

async function deploy(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const login = { TWILIO_ACCOUNT_SID: standIn.accountSid, TWILIO_AUTH_TOKEN: standIn.authToken };
  const all = { ...wire.env('hook'), ...login, ...env };
  const ended = await dialtone(['deploy', ...args], { cwd, env: all });
  outputs.push(ended.stdout, ended.stderr);
  return ended;
}

function environments() {
  return standIn.state.serverless.services[0]!.environments;
}

function environment(suffix: string | null) {
  return environments().find(({ domainSuffix }) => domainSuffix === suffix);
}

function builds() {
  return standIn.state.serverless.services[0]!.builds;
}

function inProject(file: string): string {
  return path.join(cwd, file);
}

function writeEnvFile(text: string): void {
  writeFileSync(inProject('directory/.env.stage'), text);
}

describe('dialtone deploy without a directory', () => {
  it('deploys no phones, even to prod, where that is', async () => {
    await deployments.environment('production');

    const { code, stdout, stderr } = await deploy(['prod']);

    expect(code).toBe(0);
    expect(stderr).toContain('Made an empty .env.prod.');
    expect(stdout).toContain('It has no phones: there is no directory/ yet');
    // And made no second prod beside the one without a suffix.
    expect(environments().map(({ domainSuffix }) => domainSuffix)).toEqual([null]);
    expect(await deployed(environment(null)!.domainName)).toEqual({
      stamp: stampOf(inProject('dist')),
      directory: 'empty',
      commits: { directory: null, dialtone: { commit: head }, empty: true },
    });
    expect(existsSync(inProject('directory'))).toBe(false);
    expect(readFileSync(inProject('audit.jsonl'), 'utf8')).toContain('"environment":"prod"');
  });
});

describe('dialtone deploy, before any request, refuses', () => {
  beforeAll(() => copyExample());
  afterEach(() => {
    expect(requests).toEqual([]);
    rmSync(inProject('directory/.env.stage'), { force: true });
  });

  it.each(['stage', 'prod'])('the example, copied and not changed, on %s', async (name) => {
    const { code, stderr } = await deploy([name]);
    expect(code).toBe(1);
    expect(stderr).toContain('directory is still the example');
  });

  it('the example itself, even on dev', async () => {
    const { code, stderr } = await deploy(['dev', '--directory', 'examples/payphones']);
    expect(code).toBe(1);
    expect(stderr).toContain('examples/payphones is the example');
  });

  it.each([
    ['the master key by its name', 'DIALTONE_KEY_STAGE=fictional\n', 'holds a master key'],
    ['the master key by its value', `HARMLESS=${KEY}\n`, 'as HARMLESS'],
    ['the auth token', `TOKEN=${standIn.authToken}\n`, 'as TOKEN'],
    [
      'a webhook that cannot be asked',
      `MESSAGE_WEBHOOK_URL=https://robin:${VALUE}@hooks.example.org/\n`,
      'MESSAGE_WEBHOOK_URL is no https URL without user and password, in directory/.env.stage',
    ],
  ])('an env file with %s', async (_, text, reported) => {
    makeOurs();
    writeEnvFile(text);
    const { code, stderr } = await deploy(['stage'], { DIALTONE_KEY_STAGE: KEY });
    expect(code).toBe(1);
    expect(stderr).toContain(reported);
  });

  it('to guess the account', async () => {
    const { code, stderr } = await deploy(['stage'], { TWILIO_AUTH_TOKEN: '' });
    expect(code).toBe(1);
    expect(stderr).toContain('Which Twilio account?');
  });

  it('a directory with an error', async () => {
    const site = inProject('directory/site.yaml');
    const text = readFileSync(site, 'utf8');
    writeFileSync(site, text.replace('country: US', 'contry: US'));
    const { code, stderr } = await deploy(['stage']);
    writeFileSync(site, text);
    expect(code).toBe(1);
    expect(stderr).toContain('directory does not build.');
  });
});

describe('dialtone deploy', () => {
  it('deploys the directory, sees that it is served, and leaves the others as they are', async () => {
    makeOurs();
    writeEnvFile(`ACCOUNT_SID=${standIn.accountSid}\nGREETING=${VALUE}\nFORMER=${VALUE}\nEMPTY=\n`);
    const before = structuredClone(environment(null));

    const { code, stdout } = await deploy(['stage', '--json']);

    expect(code).toBe(0);
    const stage = environment('stage')!;
    const url = `https://${stage.domainName}`;
    const stamp = stampOf(inProject('dist'));
    expect(JSON.parse(stdout)).toEqual({
      environment: 'stage',
      domainName: stage.domainName,
      buildSid: stage.buildSid,
      stamp,
      directory: 'own',
      urls: {
        outgoing: `${url}/sip-outgoing`,
        incoming: `${url}/sip-incoming`,
        fallback: `${url}/fallback.xml`,
      },
      staleVariables: [],
      pin: expect.stringContaining(`accountSid: ${standIn.accountSid}`) as string,
    });
    expect(await deployed(stage.domainName)).toEqual({
      stamp,
      directory: 'own',
      commits: {
        // It lies in Dialtone's own repository, and is not committed.
        directory: { commit: head, changed: expect.stringMatching(/^[0-9a-f]{16}$/) as string },
        dialtone: { commit: head },
      },
    });
    expect(environment(null)).toEqual(before);
    expect(variables()).toEqual({ GREETING: VALUE, FORMER: VALUE });
    const [line] = readFileSync(inProject('directory/audit.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(line!)).toMatchObject({
      environment: 'stage',
      action: 'deploy',
      kind: 'build',
      fields: [
        { name: 'build', to: stage.buildSid },
        { name: 'stamp', to: stamp },
      ],
    });
  });

  it('survives an upload that Twilio throttles, and names a stale variable', async () => {
    writeEnvFile(`GREETING=${VALUE}\n`);
    standIn.faults.plan({
      on: ({ host }) => host === 'serverless-upload.twilio.com',
      fault: { status: 429 },
    });

    const { code, stdout, stderr } = await deploy(['stage']);

    expect(code).toBe(0);
    expect(stderr).toContain('try 2');
    expect(stdout).toContain('Variables that .env.stage no longer has: FORMER');
    expect(Object.keys(variables())).toEqual(['GREETING', 'FORMER']);
    const pages = requests.filter(({ host }) => host.endsWith('.twil.io'));
    expect(pages.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('takes a deployment whose reply was lost for what it is, and prunes when asked', async () => {
    const before = builds().length;
    standIn.faults.plan({
      on: ({ method, route }) => method === 'POST' && route.endsWith('/Deployments'),
      fault: { loseReply: true },
    });

    const { code, stdout } = await deploy(['stage', '--prune']);

    expect(code).toBe(0);
    expect(stdout).not.toContain('no longer has');
    expect(builds()).toHaveLength(before + 1);
    expect(environment('stage')?.buildSid).toBe(builds().at(-1)?.sid);
    expect(variables()).toEqual({ GREETING: VALUE });
    expect(readFileSync(inProject('directory/audit.jsonl'), 'utf8')).toContain(
      '"action":"delete","kind":"variable","key":"FORMER"',
    );
  });

  it('says that Twilio could not make a build, and does not try again', async () => {
    const before = [builds().length, environment('stage')?.buildSid];
    standIn.state.serverless.failingBuilds = 1;

    const { code, stdout, stderr } = await deploy(['stage']);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`Twilio could not make build ${builds().at(-1)?.sid}.`);
    expect(stderr).not.toContain('try 2');
    expect([builds().length - 1, environment('stage')?.buildSid]).toEqual(before);
  });

  it('sees when something else is served than was built', async () => {
    activated = () => {
      const { assets } = standIn.state.serverless.services[0]!;
      const versions = assets.flatMap((asset) => asset.versions);
      const page = versions.filter((version) => version.path === '/build.json').at(-1)!;
      page.content = Buffer.from('{"stamp":"0123456789abcdef","directory":"own"}');
    };

    const { code, stdout, stderr } = await deploy(['stage']);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`shows build 0123456789abcdef, not ${stampOf(inProject('dist'))}.`);
  });
});

async function deployed(domainName: string): Promise<unknown> {
  const page = await deployments.read(`https://${domainName}/build.json`);
  return JSON.parse(page ?? 'null') as unknown;
}

function variables(): Record<string, string> {
  const all = environment('stage')?.variables ?? [];
  return Object.fromEntries(all.map(({ key, value }) => [key, value]));
}

function copyExample(): void {
  cpSync(inProject('examples/payphones'), inProject('directory'), { recursive: true });
}

function makeOurs(): void {
  copyExample();
  const site = inProject('directory/site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace('Example Phones', 'Our Phones'));
}
