import { promote } from '../../src/twilio/deploy/promote';
import { Deployments } from './deployed';

let deployments: Deployments;
let build: string;
const asked: string[] = [];
const confirm = (question: string) => {
  asked.push(question);
  return Promise.resolve();
};

beforeEach(async () => {
  asked.length = 0;
  deployments = new Deployments();
  await deployments.createService();
  build = await deployments.build('1111111111111111');
  await deployments.deploy('stage', build);
});
afterEach(() => expect(deployments.standIn.violations).toEqual([]));

function toProd() {
  return promote({ ...deployments.tools, from: 'stage', to: 'prod', confirm });
}

async function environment(suffix: string) {
  const all = await deployments.service.environments.list();
  return all.find(({ domainSuffix }) => domainSuffix === suffix)!;
}

async function variables(suffix: string): Promise<Record<string, string>> {
  const { sid } = await environment(suffix);
  const found = await deployments.service.environments(sid).variables.list();
  return Object.fromEntries(found.map(({ key, value }) => [key, value]));
}

async function setVariable(suffix: string, key: string, value: string): Promise<void> {
  const { sid } = await environment(suffix);
  await deployments.service.environments(sid).variables.create({ key, value });
}

/** Writes since `from`, as METHOD and what they are on. */
function writesSince(from: number): string[] {
  return deployments.standIn.ledger
    .slice(from)
    .filter(({ write }) => write)
    .map(({ method, route }) => `${method} ${route?.split('/').at(-1) ?? '?'}`);
}

describe('dialtone promote', () => {
  it('makes the environment as the Twilio CLI names it, and lets it serve the build', async () => {
    const promoted = await toProd();

    expect(promoted).toMatchObject({
      environment: 'prod',
      buildSid: build,
      stamp: '1111111111111111',
      already: false,
    });
    expect(promoted.domainName).toMatch(/^dialtone-\d{4}-prod\.twil\.io$/);
    expect(await deployments.serving()).toEqual({ stage: build, prod: build });
    const prod = await environment('prod');
    expect(prod).toMatchObject({ uniqueName: 'prod-environment', domainSuffix: 'prod' });
    expect(asked).toEqual([`Let prod serve build ${build} of stage?`]);
    expect(deployments.audit).toMatchObject([
      { environment: 'prod', action: 'create', kind: 'environment' },
      { environment: 'prod', action: 'promote', kind: 'build', fields: [{ to: build }] },
    ]);
  });

  it('leaves the other environments as they are', async () => {
    const other = await deployments.build('2222222222222222');
    await deployments.deploy('dev', other);

    await toProd();

    expect(await deployments.serving()).toEqual({ stage: build, dev: other, prod: build });
  });

  it('carries no variable across, and says which are missing', async () => {
    await deployments.deploy('prod', await deployments.build('2222222222222222'));
    await setVariable('stage', 'GREETING', 'hello from stage');
    await setVariable('stage', 'BOTH', 'stage');
    await setVariable('prod', 'BOTH', 'prod');

    const promoted = await toProd();

    expect(promoted.missingVariables).toEqual(['GREETING']);
    expect(await variables('prod')).toEqual({ BOTH: 'prod' });
    expect(JSON.stringify(promoted)).not.toContain('hello');
  });

  it('writes nothing the second time', async () => {
    await toProd();
    const before = deployments.standIn.ledger.length;
    asked.length = 0;

    expect(await toProd()).toMatchObject({ already: true, buildSid: build });
    expect(writesSince(before)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('writes nothing when the user says no', async () => {
    const before = deployments.standIn.ledger.length;
    const refuse = () => Promise.reject(new Error('no'));
    const { tools } = deployments;
    await expect(promote({ ...tools, from: 'stage', to: 'prod', confirm: refuse })).rejects.toThrow(
      'no',
    );
    expect(writesSince(before)).toEqual([]);
  });

  it.each([
    ['lost', { loseReply: true }],
    ['lost, and not seen at once', { loseReply: true, staleReads: 3 }],
    ['dropped before it was processed', { drop: true }],
    ['answered with 503', { status: 503 }],
    ['answered with 429', { status: 429 }],
    ['that it serves the build already', { status: 409, processed: true }],
  ] as const)('deploys once though the reply is %s', async (_, fault) => {
    deployments.standIn.faults.plan({
      on: ({ method, route }) => method === 'POST' && route.endsWith('/Deployments'),
      fault,
    });

    await toProd();

    expect(await deployments.serving()).toEqual({ stage: build, prod: build });
    const { sid } = await environment('prod');
    expect(await deployments.service.environments(sid).deployments.list()).toHaveLength(1);
  });

  it('makes the environment once though the reply is lost', async () => {
    deployments.standIn.faults.plan({
      on: ({ method, route }) => method === 'POST' && route.endsWith('/Environments'),
      fault: { loseReply: true },
    });
    await toProd();
    expect(Object.keys(await deployments.serving()).sort()).toEqual(['prod', 'stage']);
  });

  it('sees when something else is served than was promoted', async () => {
    const { domainName } = await environment('stage');
    const stage = await deployments.read(`https://${domainName}/build.json`);
    const read = (url: string) =>
      Promise.resolve(url.includes('-prod.') ? '{"stamp":"other","directory":"own"}' : stage);
    const promoted = promote({ ...deployments.tools, from: 'stage', to: 'prod', confirm, read });
    await expect(promoted).rejects.toThrow(
      /^https:\/\/dialtone-\d{4}-prod\.twil\.io\/build\.json shows build other, not 1111111111111111\.$/,
    );
  });

  it.each([
    ['the example', 'example', 'stage serves the example'],
    ['nobody knows what', undefined, 'does not say what it serves'],
  ] as const)('refuses a build of %s', async (_, directory, reported) => {
    await deployments.deploy(
      'stage',
      await deployments.build('3333333333333333', directory ?? ('?' as 'own')),
    );
    const before = deployments.standIn.ledger.length;
    await expect(toProd()).rejects.toThrow(reported);
    expect(writesSince(before)).toEqual([]);
  });

  it('takes one without phones', async () => {
    await deployments.deploy('stage', await deployments.build('4444444444444444', 'empty'));
    await expect(toProd()).resolves.toMatchObject({ stamp: '4444444444444444' });
  });

  it('says where nothing is deployed', async () => {
    const { tools } = deployments;
    await expect(promote({ ...tools, from: 'dev', to: 'prod', confirm })).rejects.toThrow(
      'Nothing is deployed to dev.',
    );
    await deployments.environment('dev-environment', 'dev');
    await expect(promote({ ...tools, from: 'dev', to: 'prod', confirm })).rejects.toThrow(
      'Nothing is deployed to dev.',
    );
    await expect(promote({ ...tools, from: 'prod', to: 'prod', confirm })).rejects.toThrow(
      'prod serves its own build already.',
    );
  });

  it('takes a deployment without suffix for prod, and refuses to choose between two', async () => {
    await deployments.environment('production');
    await toProd();
    expect(await deployments.serving()).toMatchObject({ stage: build, null: build });

    await deployments.environment('prod-environment', 'prod');
    await expect(toProd()).rejects.toThrow(
      /^2 deployments of dialtone are prod: dialtone-\d{4}-prod\.twil\.io, dialtone-\d{4}\.twil\.io$/,
    );
  });
});
