import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/build/twilioRun';
import { startLocalServer } from '../support/localServer';
import { dialtone, projectCopy, Running } from './commandLine';
import { copyOfExample } from './faultyDirectory';

const KEY = { DIALTONE_KEY_PROD: Buffer.alloc(32, 3).toString('base64url') };
const NOTE_PID = path.resolve('test/cli/notePid.cjs');
const project = projectCopy();
const { folder: cwd } = project;
afterAll(() => project.remove());

/** What dialling 0 from a booth leads to. */
async function answerOn(port: number, to = '0'): Promise<string> {
  const query = new URLSearchParams({
    From: 'sip:clinton@direct-example-dev.sip.twilio.com',
    To: `sip:${encodeURIComponent(to)}@direct-example-dev.sip.twilio.com`,
  });
  const response = await fetch(`http://127.0.0.1:${port}/sip-outgoing?${query.toString()}`);
  return response.text();
}

async function accepts(host: string, port: number): Promise<boolean> {
  const socket = connect(port, host);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** All that a server says to one request, but for the time. */
async function raw(port: number, request: string): Promise<{ status: string; text: string }> {
  const socket = connect(port, '127.0.0.1');
  const [line = '', ...rest] = request.split('\r\n');
  const host = request.includes('Host:') ? [] : ['Host: localhost:3000'];
  const lines = [line, ...host, 'Connection: close', ...rest];
  socket.write(`${lines.join('\r\n')}${request.includes('\r\n\r\n') ? '' : '\r\n\r\n'}`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  const [status = ''] = text.split('\r\n');
  return { status, text: text.replace(/^date: .*/im, '') };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('dialtone serve', () => {
  const pids = path.join(cwd, 'pids');
  let port: number;
  let server: Running;
  let greeting: string;

  beforeAll(async () => {
    port = await freePort();
    // In a file, for the server is given few variables.
    const preload = path.join(cwd, 'notePid.cjs');
    writeFileSync(
      preload,
      `process.env.NOTE_PIDS = ${JSON.stringify(pids)};\nrequire(${JSON.stringify(NOTE_PID)});\n`,
    );
    const env = { PORT: String(port), NODE_OPTIONS: `--require ${preload}` };
    server = new Running(['serve'], { cwd, env });
    greeting = await server.printed('Ctrl-C stops it.');
  });
  afterAll(() => server.stop());

  it('says what it serves, from which directory, and three commands to try', () => {
    const reported = greeting.slice(greeting.indexOf('Example Phones:'));
    expect(reported.replaceAll(String(port), '3000')).toMatchSnapshot();
  });

  it('answers', async () => {
    expect(await answerOn(port)).toContain('<Sip>sip:operator-desk@direct-example-dev.');
  });

  it('builds the example outside of dist/, which is deployed', () => {
    expect(existsSync(path.join(cwd, '.serve/assets/directory.private.json'))).toBe(true);
    expect(existsSync(path.join(cwd, 'dist'))).toBe(false);
  });

  it('shows at its root what is served and what to try', async () => {
    const page = await fetch(`http://127.0.0.1:${port}/`);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    for (const shown of [
      'Example Phones',
      'examples/payphones',
      'NE Ainsworth booth',
      '503-555-0100',
    ]) {
      expect(text).toContain(shown);
    }
    const head = await fetch(`http://127.0.0.1:${port}/?x`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('keeps the page from whoever comes through a tunnel', async () => {
    const { status, text } = await raw(port, 'GET / HTTP/1.1\r\nHost: example.ngrok.app');
    expect(status).toBe('HTTP/1.1 404 Not Found');
    expect(text).not.toContain('booth');
  });

  it('answers everything else as twilio-run does without the page, byte for byte', async () => {
    const other = await startLocalServer(path.join(cwd, 'examples/payphones'));
    const form = 'From=sip%3Aclinton%40x.sip.twilio.com&To=sip%3A0%40x.sip.twilio.com';
    const typed = 'Content-Type: application/x-www-form-urlencoded';
    const requests = [
      `GET /sip-outgoing?${form} HTTP/1.1`,
      `POST /sip-outgoing HTTP/1.1\r\n${typed}\r\nContent-Length: ${form.length}\r\n\r\n${form}`,
      'GET /nothing HTTP/1.1',
      'GET /start-page.json HTTP/1.1',
      'POST / HTTP/1.1',
      'OPTIONS /sip-outgoing HTTP/1.1',
    ];
    const here = await Promise.all(requests.map((request) => raw(port, request)));
    const there = await Promise.all(
      requests.map((request) => raw(Number(new URL(other.url).port), request)),
    );
    await other.stop();
    expect(here).toEqual(there);
    expect(here.map(({ status }) => status.slice(9, 12))).toEqual([
      '200',
      '200',
      '404',
      '404',
      '404',
      '204',
    ]);
  });

  it('listens on loopback only', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    // Linux takes all of 127.0.0.0/8 for its own.
    if (process.platform === 'linux') outside.push('127.0.0.2');
    expect(await accepts('127.0.0.1', port)).toBe(true);
    for (const host of outside) expect([host, await accepts(host, port)]).toEqual([host, false]);
  });

  it('says what to do when the port is taken', async () => {
    const { code, stderr } = await dialtone(['serve', '--port', String(port)], { cwd });
    expect(code).toBe(1);
    expect(stderr).toBe(`Port ${port} is in use.\nChoose another: ./dialtone serve --port 3100\n`);
  });

  it('ends on SIGTERM, and leaves no process behind', async () => {
    const started = readFileSync(pids, 'utf8').trim().split('\n').map(Number);
    expect(started.filter(isAlive).length).toBeGreaterThanOrEqual(2);
    expect((await server.stop()).code).toBe(0);
    expect(started.filter(isAlive)).toEqual([]);
    expect(await accepts('127.0.0.1', port)).toBe(false);
  });
});

describe('Whatever ends it', () => {
  const pids = path.join(cwd, 'pids-of-the-killed');
  const preload = path.join(cwd, 'noteKilled.cjs');
  beforeAll(() =>
    writeFileSync(
      preload,
      `process.env.NOTE_PIDS = ${JSON.stringify(pids)};\nrequire(${JSON.stringify(NOTE_PID)});\n`,
    ),
  );
  beforeEach(() => writeFileSync(pids, ''));

  const started = () => Array.from(readFileSync(pids, 'utf8').matchAll(/\d+/g), Number);
  const environment = async () => ({
    PORT: String(await freePort()),
    NODE_OPTIONS: `--require ${preload}`,
  });

  /** Ends only when all have; jest's time limit says that one has not. */
  async function allEnded(): Promise<void> {
    while (started().some(isAlive)) await sleep(50);
  }

  // What is left behind by a test that fails would hold its port.
  afterEach(() =>
    started()
      .filter(isAlive)
      .forEach((pid) => process.kill(pid, 'SIGKILL')),
  );

  it.each(['SIGINT', 'SIGHUP', 'SIGKILL'] as const)(
    '%s: twilio-run ends with it',
    async (signal) => {
      const server = new Running(['serve'], { cwd, env: await environment() });
      await server.printed('Ctrl-C stops it.');
      expect(started().filter(isAlive).length).toBeGreaterThanOrEqual(2);
      server.child.kill(signal);
      await allEnded();
    },
  );

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
    '%s: provision ends',
    async (signal) => {
      const { PORT, ...env } = await environment();
      const args = ['provision', '--environment', 'prod', '--port', PORT];
      const provision = new Running(args, { cwd, env: { ...env, ...KEY } });
      await provision.printed('The page:');
      expect(started().filter(isAlive).length).toBeGreaterThanOrEqual(1);
      provision.child.kill(signal);
      await allEnded();
      expect(await accepts('127.0.0.1', Number(PORT))).toBe(false);
    },
  );

  // Npm passes SIGTERM to a shell, which passes it to nobody, and SIGHUP to none at all.
  const byNpm = {
    'npm start': { args: ['start'], printed: 'Ctrl-C stops it.', processes: 4 },
    'npm run dialtone -- provision': {
      args: ['run', 'dialtone', '--', 'provision', '--environment', 'prod', '--port'],
      printed: 'The page:',
      processes: 2,
    },
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const;
  it.each(
    Object.entries(byNpm).flatMap(([name, row]) =>
      signals.map((signal) => ({ signal, name, ...row })),
    ),
  )('$signal of $name: everything below it ends', async ({ signal, args, printed, processes }) => {
    const { PORT, ...others } = await environment();
    const env = { ...process.env, ...others, ...KEY, PORT };
    const all = args.at(-1) === '--port' ? [...args, PORT] : args;
    const npm = spawn('npm', all, { cwd, env, detached: true });
    for await (const chunk of npm.stdout) {
      if (String(chunk).includes(printed)) break;
    }
    expect(started().filter(isAlive).length).toBeGreaterThanOrEqual(processes);
    // Ctrl-C reaches all that a terminal runs. Npm and its shell keep a SIGINT of their own to themselves, and go on.
    process.kill(signal === 'SIGINT' ? -npm.pid! : npm.pid!, signal);
    await allEnded();
    expect(await accepts('127.0.0.1', Number(PORT))).toBe(false);
  });
});

describe('dialtone serve --watch', () => {
  const directory = copyOfExample();
  let port: number;
  let server: Running;

  beforeAll(async () => {
    port = await freePort();
    const args = ['serve', '--watch', '--directory', directory.folder, '--port', String(port)];
    server = new Running(args, { cwd });
    await server.printed('Ctrl-C stops it.');
  });
  afterAll(async () => {
    await server.stop();
    directory.remove();
  });

  it('serves the directory anew after a change', async () => {
    directory.edit('site.yaml', 'ring: [operator-desk]', 'ring: [hall]');
    await server.printed('Rebuilt.');
    expect(await answerOn(port)).toContain('<Sip>sip:hall@');
  });

  it('tells an error, and goes on serving what was last good', async () => {
    directory.edit('site.yaml', 'ring: [hall]', 'ring: [hal]');
    const reported = await server.printed('The last good build is still served.');
    expect(reported).toContain('Did you mean `hall`?');
    expect(await answerOn(port)).toContain('<Sip>sip:hall@');
  });

  it('serves it once the error is fixed', async () => {
    directory.edit('site.yaml', 'ring: [hal]', "ring: ['101']");
    await server.printed('Rebuilt.');
    expect(await answerOn(port)).toContain('<Sip>sip:101@');
  });
});
