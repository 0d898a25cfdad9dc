/** Real clients, unchanged, by both ways in. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { TwilioStandIn } from '../../../tools/twilio-stand-in/standIn';
import { listen, type Way, type Wire } from '../../../tools/twilio-stand-in/wire';

const AUTHORIZATION = "'Basic ' + btoa(process.env.SID + ':' + process.env.TOKEN)";

/** Programs that print one line. */
const PROGRAMS = {
  sdk: `
    const twilio = require('twilio')(process.env.SID, process.env.TOKEN);
    twilio.api.v2010.account.sip.domains
      .create({ domainName: 'direct-example.sip.twilio.com', friendlyName: 'Exämple & <more>' })
      .then(({ friendlyName }) => console.log(friendlyName), ({ message }) => console.log(message));`,
  fetch: `
    fetch('https://serverless.twilio.com/v1/Services', { headers: { authorization: ${AUTHORIZATION} } })
      .then(async (response) => console.log(response.status, Object.keys(await response.json())[0]));`,
  'https.get': `
    require('node:https').get('https://example-1234.twil.io/none.json', (response) => {
      console.log(response.statusCode, response.socket.getPeerCertificate().subjectaltname);
      response.resume();
    });`,
  got: `
    require('got')('https://example-1234.twil.io/none.json', { throwHttpErrors: false })
      .then(({ statusCode, body }) => console.log(statusCode, body));`,
  'a child of its own': `
    require('node:child_process').execFileSync(
      process.execPath,
      ['-e', "fetch('https://example-1234.twil.io/none').then(({ status }) => console.log(status))"],
      { stdio: 'inherit' },
    );`,
  upload: `
    const form = new FormData();
    form.append('Path', '/größe.txt');
    form.append('Visibility', 'private');
    form.append('Content', new Blob(['é\\r\\n', new Uint8Array([0, 255])]), 'größe.txt');
    fetch(process.env.URL, { method: 'POST', body: form, headers: { authorization: ${AUTHORIZATION} } })
      .then(async (response) => console.log(response.status, (await response.json()).path));`,
  JSON: `
    const headers = { 'content-type': 'application/json' };
    fetch('https://api.twilio.com/', { method: 'POST', body: '{}', headers })
      .then(async (response) => console.log(response.status, (await response.json()).message));`,
  'too much': `
    fetch('https://api.twilio.com/', { method: 'POST', body: new URLSearchParams({ a: 'a'.repeat(4e7) }) })
      .then(async (response) => console.log(response.status, (await response.json()).message));`,
  'too large a file': `
    const body = new FormData();
    body.append('Content', new Blob(['a'.repeat(4e7)]), 'a.txt');
    fetch('https://api.twilio.com/', { method: 'POST', body })
      .then(async (response) => console.log(response.status, (await response.json()).message));`,
  'keep-alive': `
    const https = require('node:https');
    const agent = new https.Agent({ keepAlive: true });
    const get = () => new Promise((done) =>
      https.get('https://example-1234.twil.io/none', { agent }, (response) => {
        const { localPort } = response.socket;
        response.resume().on('end', () => setImmediate(done, localPort));
      }));
    get().then((first) => get().then((second) => {
      console.log(first === second);
      agent.destroy();
    }));`,
  'fetch elsewhere': `
    fetch('https://example.org/').catch(({ cause }) => console.log(cause.code, cause.message));`,
  'https.get elsewhere': `
    require('node:https').get('https://example.org/').on('error', ({ code, message }) =>
      console.log(code, message));`,
  'http.get to Twilio': `
    require('node:http').get('http://api.twilio.com/').on('error', ({ code, message }) =>
      console.log(code, message));`,
  'a socket elsewhere': `
    require('node:net').connect(5061, 'example.org').on('error', ({ code, message }) =>
      console.log(code, message));`,
  'the SDK elsewhere': `
    const twilio = require('twilio')(process.env.SID, process.env.TOKEN);
    twilio.request({ method: 'get', uri: 'https://api.example.org/' })
      .then(console.log, ({ message }) => console.log(message));`,
};

describe('the stand-in on the wire', () => {
  let standIn: TwilioStandIn;
  let wire: Wire;
  beforeEach(async () => {
    standIn = new TwilioStandIn();
    wire = await listen(standIn);
  });
  afterEach(async () => {
    await wire.close();
    expect(standIn.takeViolations()).toEqual([]);
  });

  async function run(program: keyof typeof PROGRAMS, way: Way, env = {}): Promise<string> {
    const login = { SID: standIn.accountSid, TOKEN: standIn.authToken };
    const child = spawn(process.execPath, ['-e', PROGRAMS[program]], {
      env: { PATH: process.env['PATH'], ...login, ...wire.env(way), ...env },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await once(child, 'close');
    return output.trim();
  }

  it.each<Way>(['proxy', 'hook'])("answers Twilio's SDK by %s", async (way) => {
    expect(await run('sdk', way)).toBe('Exämple & <more>');
    expect(standIn.state.api.domains).toHaveLength(1);
  });

  it.each([
    ['fetch', '200 services'],
    ['https.get', '404 DNS:*.twilio.com, DNS:*.twil.io, DNS:localhost'],
    ['got', '404 Not found'],
    ['a child of its own', '404'],
    ['keep-alive', 'true'],
  ] as const)('answers %s by the hook', async (program, answer) => {
    expect(await run(program, 'hook')).toBe(answer);
  });

  it('takes uploads as they are', async () => {
    const { services } = standIn.client().serverless.v1;
    const { sid } = await services.create({ uniqueName: 'example', friendlyName: 'Example' });
    const asset = await services(sid).assets.create({ friendlyName: 'größe' });
    const URL = `https://serverless-upload.twilio.com/v1/Services/${sid}/Assets/${asset.sid}/Versions`;
    expect(await run('upload', 'hook', { URL })).toBe('201 /größe.txt');
    const [version] = standIn.state.serverless.services[0]!.assets[0]!.versions;
    expect(version).toMatchObject({ path: '/größe.txt', visibility: 'private' });
    expect([...version!.content]).toEqual([0xc3, 0xa9, 13, 10, 0, 255]);
  });

  it.each([
    ['fetch elsewhere', 'example.org:443'],
    ['https.get elsewhere', 'example.org:443'],
    ['http.get to Twilio', 'api.twilio.com:80'],
    ['a socket elsewhere', 'example.org:5061'],
  ] as const)('refuses %s by the hook, and tells', async (program, address) => {
    const message = `connect ECONNREFUSED ${address}: with the stand-in there is only Twilio`;
    expect(await run(program, 'hook')).toContain(`ECONNREFUSED ${message}`);
    expect(wire.refused).toEqual([address]);
    await wire.close();
    expect(standIn.takeViolations()).toEqual([expect.stringContaining(`https://${address}`)]);
  });

  it('refuses every other host by the proxy, and tells', async () => {
    expect(await run('the SDK elsewhere', 'proxy')).toMatch(/403|disconnected/);
    expect(wire.refused).toEqual(['api.example.org:443']);
    await wire.close();
    expect(standIn.takeViolations()).toHaveLength(1);
  });

  it.each([
    ['JSON', 'a body of the type "application/json" is no form'],
    ['too much', 'the body is too large'],
    ['too large a file', 'the body is too large'],
  ] as const)('does not take %s', async (program, message) => {
    expect(await run(program, 'hook')).toBe(`400 ${message}`);
    const violation = `POST https://api.twilio.com/: unreadable: ${message}`;
    expect(standIn.takeViolations()).toEqual([violation]);
  });

  it('resets the connection where a reply is lost, after it was processed', async () => {
    standIn.faults.plan({ on: ({ write }) => write, fault: { loseReply: true } });
    expect(await run('sdk', 'hook')).toMatch(/socket hang up|ECONNRESET/);
    expect(standIn.state.api.domains).toHaveLength(1);
  });

  it('resets the connection of a dropped request, which was not', async () => {
    standIn.faults.plan({ on: () => true, fault: { drop: true } });
    expect(await run('sdk', 'proxy')).toMatch(/socket hang up|ECONNRESET/);
    expect(standIn.state.api.domains).toHaveLength(0);
  });

  it('leaves nothing when it closes, though clients still wait', async () => {
    const client = connect(wire.port, '127.0.0.1');
    await once(client, 'connect');
    const closed = once(client, 'close');
    const { NODE_EXTRA_CA_CERTS: file = '' } = wire.env('hook');
    expect(existsSync(file)).toBe(true);
    await wire.close();
    await closed;
    expect(existsSync(file)).toBe(false);
    const refused = connect(wire.port, '127.0.0.1');
    await expect(once(refused, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
