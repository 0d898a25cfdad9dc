import { type ApiReply, CONNECTION_LOST } from '../../../../tools/twilio-stand-in/contract';
import { heldStandIn, twilioError } from '../../../../tools/twilio-stand-in/held';
import { upload, type Upload } from '../../../../tools/twilio-stand-in/serverless/upload';

const standIn = heldStandIn({ now: () => new Date('2026-11-21T12:00:00Z') });

function v1() {
  return standIn().client().serverless.v1;
}

async function newService(uniqueName = 'example') {
  const { sid } = await v1().services.create({ uniqueName, friendlyName: 'Example' });
  return v1().services(sid);
}

type Service = Awaited<ReturnType<typeof newService>>;

/** The SID of a version of a new function or asset. */
async function version(
  service: Service,
  kind: 'Functions' | 'Assets',
  what: Partial<Upload> & Pick<Upload, 'path'>,
): Promise<string> {
  const list = kind === 'Functions' ? service.functions : service.assets;
  const { sid: ownerSid, serviceSid } = await list.create({ friendlyName: what.path });
  const rest = { visibility: 'public', content: 'example', ...what };
  const { status, body } = await upload(standIn(), { serviceSid, kind, ownerSid, ...rest });
  expect(status).toBe(201);
  return (body as { sid: string }).sid;
}

async function completed(service: Service, assetVersions: string[], functionVersions?: string[]) {
  const { sid } = await service.builds.create({
    assetVersions,
    ...(functionVersions && { functionVersions }),
  });
  while ((await service.builds(sid).buildStatus().fetch()).status === 'building');
  return sid;
}

describe('services', () => {
  it('are made, found by SID and by name, changed and removed', async () => {
    const service = await newService();
    const { sid, domainBase } = await service.fetch();
    expect(domainBase).toMatch(/^example-\d{4}$/);
    expect(await v1().services('example').fetch()).toMatchObject({
      sid,
      includeCredentials: true,
      uiEditable: false,
    });
    const changed = await service.update({ friendlyName: 'Other', includeCredentials: false });
    expect(changed).toMatchObject({ friendlyName: 'Other', includeCredentials: false });
    expect(await service.remove()).toBe(true);
    await expect(service.fetch()).rejects.toMatchObject(twilioError(20404, 404));
  });

  it('have names of their own, of less than 50 characters', async () => {
    await newService();
    await expect(newService()).rejects.toMatchObject({ status: 409 });
    await expect(newService('x'.repeat(50))).rejects.toMatchObject(twilioError(20001));
    expect(await v1().services.list()).toHaveLength(1);
  });

  it('are listed page by page', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await newService(name);
    const all = await v1().services.list({ pageSize: 2 });
    expect(all.map(({ uniqueName }) => uniqueName)).toEqual(['e', 'd', 'c', 'b', 'a']);
    const pages = standIn().ledger.filter(({ method }) => method === 'GET');
    expect(pages).toHaveLength(3);
    expect(pages.every(({ host }) => host === 'serverless.twilio.com')).toBe(true);
  });
});

describe('environments', () => {
  it('have a domain name with their suffix, or without', async () => {
    const service = await newService();
    const { domainBase } = await service.fetch();
    const stage = await service.environments.create({ uniqueName: 's', domainSuffix: 'stage' });
    expect(stage).toMatchObject({ domainName: `${domainBase}-stage.twil.io`, buildSid: null });
    const prod = await service.environments.create({ uniqueName: 'p' });
    expect(prod).toMatchObject({ domainName: `${domainBase}.twil.io`, domainSuffix: null });
  });

  it.each([
    ['name', { uniqueName: 's', domainSuffix: 'other' }],
    ['suffix', { uniqueName: 'other', domainSuffix: 'stage' }],
  ])('have a %s of their own', async (_, clash) => {
    const { environments } = await newService();
    await environments.create({ uniqueName: 's', domainSuffix: 'stage' });
    await expect(environments.create(clash)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('UniqueName or DomainSuffix already exists') as string,
    });
  });

  it.each(['not an url', 'x'.repeat(17)])('have no suffix like "%s"', async (domainSuffix) => {
    const { environments } = await newService();
    const made = environments.create({ uniqueName: 's', domainSuffix });
    await expect(made).rejects.toMatchObject(twilioError(20001));
  });

  it('keep variables apart', async () => {
    const service = await newService();
    const [one, other] = await Promise.all(
      ['one', 'other'].map(async (name) => {
        const { sid } = await service.environments.create({ uniqueName: name, domainSuffix: name });
        return service.environments(sid);
      }),
    );
    const { sid } = await one!.variables.create({ key: 'GREETING', value: 'hello' });
    await other!.variables.create({ key: 'GREETING', value: 'good day' });
    await one!.variables(sid).update({ value: 'hi' });
    expect(await one!.variables.list()).toMatchObject([{ key: 'GREETING', value: 'hi' }]);
    const again = one!.variables.create({ key: 'GREETING', value: 'hello' });
    await expect(again).rejects.toMatchObject({ status: 409 });
    await one!.variables(sid).remove();
    expect(await one!.variables.list()).toEqual([]);
    expect(await other!.variables.list()).toMatchObject([{ value: 'good day' }]);
  });

  it.each([
    ['key', { key: 'K'.repeat(129), value: 'v' }],
    ['value in bytes', { key: 'K', value: 'ü'.repeat(226) }],
  ])('have no variable with a longer %s than Twilio takes', async (_, variable) => {
    const service = await newService();
    const { sid } = await service.environments.create({ uniqueName: 's' });
    const { variables } = service.environments(sid);
    await variables.create({ key: 'L'.repeat(128), value: 'ü'.repeat(225) });
    await expect(variables.create(variable)).rejects.toMatchObject(twilioError(20001));
  });
});

describe('functions and assets', () => {
  it('keep what is uploaded', async () => {
    const service = await newService();
    const code = 'exports.handler = () => "é";';
    const sid = await version(service, 'Functions', { path: '/call', content: code });
    const [own] = await service.functions.list();
    const versions = service.functions(own!.sid).functionVersions;
    expect(await versions.list()).toMatchObject([{ sid, path: '/call', visibility: 'public' }]);
    expect(await versions(sid).functionVersionContent().fetch()).toMatchObject({ content: code });
    const renamed = await service.functions(own!.sid).update({ friendlyName: 'Call' });
    expect(renamed).toMatchObject({ sid: own!.sid, friendlyName: 'Call' });
    expect(await service.assets.list()).toEqual([]);
  });

  it.each([
    ['path', { path: 'call' }],
    ['path', { path: '/a b' }],
    ['path', { path: `/${'x'.repeat(255)}` }],
    ['visibility', { visibility: 'hidden' }],
  ])('are refused with a wrong %s: %j', async (_, wrong) => {
    const service = await newService();
    const { sid: ownerSid, serviceSid } = await service.assets.create({ friendlyName: 'a' });
    const right = { path: '/a', visibility: 'public', content: '' };
    const whole = { serviceSid, kind: 'Assets' as const, ownerSid, ...right, ...wrong };
    expect(await upload(standIn(), whole)).toMatchObject({ status: 400, body: { code: 20001 } });
    expect(await service.assets(ownerSid).assetVersions.list()).toEqual([]);
  });
});

describe('builds', () => {
  it('take their time, and tell what they are made of', async () => {
    const service = await newService();
    const assetVersions = [await version(service, 'Assets', { path: '/a.txt' })];
    const dependencies = [{ name: 'twilio', version: '6.2.0' }];
    const made = await service.builds.create({
      assetVersions,
      dependencies: JSON.stringify(dependencies),
      runtime: 'node22',
    });
    expect(made).toMatchObject({ status: 'building', dependencies, runtime: 'node22' });
    expect(made.assetVersions).toMatchObject([{ path: '/a.txt', visibility: 'public' }]);
    const states: string[] = [];
    for (let reads = 0; reads < 3; reads += 1) {
      states.push((await service.builds(made.sid).buildStatus().fetch()).status);
    }
    expect(states).toEqual(['building', 'completed', 'completed']);
  });

  it('fail when a test wants them to, and cannot be deployed then', async () => {
    const service = await newService();
    standIn().state.serverless.failingBuilds = 1;
    const asset = await version(service, 'Assets', { path: '/a.txt' });
    const buildSid = await completed(service, [asset]);
    expect(await service.builds(buildSid).fetch()).toMatchObject({ status: 'failed' });
    const { sid } = await service.environments.create({ uniqueName: 's' });
    const deployment = service.environments(sid).deployments.create({ buildSid });
    await expect(deployment).rejects.toMatchObject(twilioError(20001));
    const next = await completed(service, [asset]);
    expect(await service.builds(next).fetch()).toMatchObject({ status: 'completed' });
  });

  it.each([
    ['nothing', {}],
    ['versions that there are not', { assetVersions: [`ZN${'0'.repeat(32)}`] }],
  ])('are not made of %s', async (_, parts) => {
    const service = await newService();
    await expect(service.builds.create(parts)).rejects.toMatchObject(twilioError(20001));
    expect(await service.builds.list()).toEqual([]);
  });

  it.each(['{}', '[{"name":"twilio"}]', 'twilio'])('refuse dependencies like %s', async (list) => {
    const service = await newService();
    const assetVersions = [await version(service, 'Assets', { path: '/a.txt' })];
    const made = service.builds.create({ assetVersions, dependencies: list });
    await expect(made).rejects.toMatchObject(twilioError(20001));
  });
});

describe('deployments', () => {
  it('serve what is public to everyone, and go back to an earlier build', async () => {
    const service = await newService();
    const environment = await service.environments.create({ uniqueName: 's' });
    const { deployments } = service.environments(environment.sid);
    const read = (path: string) => page(environment.domainName, path);
    const [first, second] = await Promise.all(
      ['1', '2'].map(async (content) =>
        completed(service, [await version(service, 'Assets', { path: '/a.json', content })]),
      ),
    );
    expect(await read('/a.json')).toMatchObject({ status: 404 });
    for (const [buildSid, body] of [
      [first!, '1'],
      [second!, '2'],
      [first!, '1'],
    ] as const) {
      await deployments.create({ buildSid });
      expect(await read('/a.json')).toMatchObject({
        status: 200,
        body: Buffer.from(body),
        headers: { 'content-type': 'application/json' },
      });
    }
    expect(await deployments.list()).toMatchObject([
      { buildSid: first },
      { buildSid: second },
      { buildSid: first },
    ]);
    const fetched = await service.environments(environment.sid).fetch();
    expect(fetched.buildSid).toBe(first);
    await expect(service.builds(first!).remove()).rejects.toMatchObject({ status: 400 });
  });

  it('are refused for the build that is there already', async () => {
    const service = await newService();
    const { sid } = await service.environments.create({ uniqueName: 's' });
    const { deployments } = service.environments(sid);
    const buildSid = await completed(service, [await version(service, 'Assets', { path: '/a' })]);
    await deployments.create({ buildSid });
    await expect(deployments.create({ buildSid })).rejects.toMatchObject({
      status: 409,
      message: 'Environment already has requested deployment.',
    });
    expect(await deployments.list()).toHaveLength(1);
  });

  it.each([
    ['Assets', 'protected', 403],
    ['Assets', 'private', 403],
    ['Functions', 'private', 403],
    ['Functions', 'protected', 501],
    ['Functions', 'public', 501],
  ] as const)('answer for %s that are %s with %d', async (kind, visibility, status) => {
    const service = await newService();
    const { sid, domainName } = await service.environments.create({ uniqueName: 's' });
    const one = await version(service, kind, { path: '/it', visibility });
    const buildSid = await completed(
      service,
      kind === 'Assets' ? [one] : [],
      kind === 'Functions' ? [one] : [],
    );
    await service.environments(sid).deployments.create({ buildSid });
    expect(await page(domainName, '/it')).toMatchObject({ status });
    expect(await page(domainName, '/other')).toMatchObject({ status: 404 });
    expect(await page('example-0000.twil.io', '/it')).toMatchObject({ status: 404 });
  });
});

describe('logs', () => {
  it('are those of the last day, or as asked for', async () => {
    const service = await newService();
    const { sid } = await service.environments.create({ uniqueName: 's' });
    const [early, late] = ['2026-11-19T12:00:00Z', '2026-11-21T11:00:00Z'];
    for (const [functionSid, date] of [
      [`ZH${'1'.repeat(32)}`, early],
      [`ZH${'2'.repeat(32)}`, late],
    ] as const) {
      standIn().state.serverless.services[0]!.environments[0]!.logs.push({
        sid: standIn().newSid('NO'),
        functionSid,
        buildSid: standIn().newSid('ZB'),
        deploymentSid: standIn().newSid('ZD'),
        requestSid: standIn().newSid('RQ'),
        level: 'ERROR',
        message: date,
        dateCreated: new Date(date),
      });
    }
    const { logs } = service.environments(sid);
    const messages = async (filter = {}) => (await logs.list(filter)).map(({ message }) => message);
    const all = { startDate: new Date('2026-11-01T00:00:00Z') };
    expect(await messages()).toEqual([late]);
    expect(await messages(all)).toEqual([late, early]);
    expect(await messages({ ...all, functionSid: `ZH${'1'.repeat(32)}` })).toEqual([early]);
    expect(await messages({ ...all, endDate: new Date('2026-11-20T00:00:00Z') })).toEqual([early]);
    const [line] = await logs.list();
    expect(await logs(line!.sid).fetch()).toMatchObject({ level: 'ERROR', message: late });
  });
});

it('keeps what was uploaded as bytes that a copy of the state has too', async () => {
  const service = await newService();
  await version(service, 'Assets', { path: '/a.txt', content: 'é' });
  const { content } = standIn().state.serverless.services[0]!.assets[0]!.versions[0]!;
  // A copy of a Buffer is none.
  expect(Buffer.isBuffer(content)).toBe(false);
  expect([...structuredClone(content)]).toEqual([0xc3, 0xa9]);
});

/** What a deployment answers, without credentials. */
async function page(host: string, path: string): Promise<ApiReply> {
  const nothing = { query: {}, form: {}, files: new Map<string, never>(), headers: {} };
  const outcome = await standIn().handle({ method: 'GET', host, path, ...nothing });
  if (outcome === CONNECTION_LOST) throw new Error('read ECONNRESET');
  return outcome;
}
