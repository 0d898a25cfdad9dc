import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { once } from 'node:events';
import { freePort } from '../../src/build/twilioRun';
import { dialtone, projectCopy, Running } from './commandLine';

const project = projectCopy();
const { folder: cwd } = project;
afterAll(() => project.remove());

const KEY = { DIALTONE_KEY_PROD: Buffer.alloc(32, 3).toString('base64url') };
const ARGS = ['provision', '--environment', 'prod'];
const AGENT = 'Linksys/PAP2-3.1.9(LSc) (0018F8000001)';

describe('dialtone provision', () => {
  let running: Running;
  let port: number;
  let said: string;
  beforeAll(async () => {
    port = await freePort();
    const open = ['--open', 'clinton,belmont', 'operator-desk'];
    const args = [...ARGS, '--port', String(port), ...open, '--minutes', '5'];
    running = new Running(args, { cwd, env: KEY });
    said = await running.printed('operator-desk, Polycom');
  });
  afterAll(() => running.stop());

  it('says where the page is, what is open and what to type into the phone', () => {
    expect(said).toContain(`The page: http://127.0.0.1:${port}/`);
    expect(said).toContain('Phones cannot reach this');
    expect(said).toMatch(/^\d+ phones, all closed but clinton, belmont, operator-desk\. The page/m);
    expect(said).toContain('Linksys PAP2, may fetch its file for 5 minutes');
    for (const name of ['clinton', 'belmont', 'operator-desk']) {
      expect(said).toMatch(new RegExp(`^${name}, .* may fetch its file`, 'm'));
    }
    expect(said).toMatch(/http:\/\/127\.0\.0\.1:\d+\/p\/[2-9a-z]{26}\/spa0018f8000001\.cfg/);
  });

  it('hands the file out once, and logs that without the password', async () => {
    const [address = ''] = /http:\/\/127[^ ]+\.cfg/.exec(said) ?? [];
    const headers = { 'user-agent': AGENT };
    const answer = await fetch(address, { headers });
    const file = await answer.text();
    expect(answer.status).toBe(200);
    const [, password = ''] = /<Password_1_>(\w{20})</.exec(file) ?? [];
    expect(password).not.toBe('');
    const log = await running.printed('has its file; closed');
    expect(log).toContain('clinton (0018f8000001)  GET spa0018f8000001.cfg');
    expect(log).toContain('PAP2 3.1.9(LSc)');
    expect(log).not.toContain(password);
    expect(log).not.toContain(new URL(address).pathname.split('/')[2]);
    expect((await fetch(address, { headers })).status).toBe(404);
  });

  it('says what the person must know of the phone', () => {
    expect(said).toContain('Which file a PAP2 asks for of its own accord is not known');
  });

  it('follows the directory, and stays as it was while that has errors', async () => {
    const file = path.join(cwd, 'examples/payphones/extensions.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, `${before}\nnew: { name: New, phone: { modle: linphone } }\n`);
    expect(await running.printed('The phones stay as they were.')).toContain('modle');
    writeFileSync(
      file,
      `${before}\nnew: { name: New, phone: { model: linphone, dial: hotline } }\n`,
    );
    const log = await running.printed('The directory has changed');
    expect(log).toContain('Open with what it said before: belmont, operator-desk.');
    const page = await fetch(`http://127.0.0.1:${port}/state`);
    const { devices } = (await page.json()) as { devices: { extensions: string[] }[] };
    expect(devices.flatMap(({ extensions }) => extensions)).toContain('new');
  });

  it('ends in order', async () => {
    expect((await running.stop()).code).toBe(0);
  });
});

it('a test that waits for what is never printed says what was', async () => {
  const running = new Running([...ARGS, '--port', String(await freePort())], { cwd, env: KEY });
  try {
    await running.printed('Ctrl-C');
    await expect(running.printed('never', 100)).rejects.toThrow('still running without "never"');
  } finally {
    await running.stop();
  }
});

describe('dialtone provision does not start', () => {
  it.each<[string, string[], Record<string, string>, number, string]>([
    ['without the key', [], {}, 1, 'There is no master key of prod'],
    ['for a phone that is not there', ['--arm', 'nobody'], KEY, 1, 'no extension nobody'],
    ['for one such of several', ['--arm', 'clinton,nobody'], KEY, 1, 'no extension nobody'],
    ['for a phone that has no device', ['--arm', 'hall'], KEY, 1, 'which phone hall has'],
    ['for a phone of elsewhere', ['--arm', 'demo'], KEY, 1, 'It lives in dev, stage.'],
    ['for no phone', ['--arm', ','], KEY, 64, 'such as clinton,belmont'],
    [
      'on an address of another machine',
      ['--bind', '203.0.113.1'],
      KEY,
      1,
      'not an address of this',
    ],
    ['with a folder that is not there', ['--files', 'nowhere'], KEY, 1, 'no folder nowhere'],
    ['on no port', ['--port', '0'], KEY, 64, 'from 1 to 65535'],
    ['for ever', ['--minutes', '100000'], KEY, 64, 'from 1 to 1440'],
  ])('%s', async (_, args, env, code, message) => {
    const port = args.includes('--port') ? [] : ['--port', String(await freePort())];
    const ended = await dialtone([...ARGS, ...port, ...args], { cwd, env });
    expect([ended.code, ended.stderr]).toEqual([code, expect.stringContaining(message)]);
    expect(ended.stdout).not.toContain('The page');
  });

  it('on a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const ended = await dialtone([...ARGS, '--port', String(port)], { cwd, env: KEY });
    taken.close();
    expect(ended.stderr).toContain(`Port ${port} is in use`);
  });
});
