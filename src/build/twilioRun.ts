/** twilio-run as a child process that listens on loopback only. */
import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkout, inCheckout } from '../config/checkout';
import { childEnvironment } from './childEnvironment';

export interface TwilioRunOptions {
  readonly port: number;
  /** Further arguments, such as `--env`. */
  readonly args?: readonly string[];
  /** Modules to load before it, by path. */
  readonly preload?: readonly string[];
  readonly stdio?: StdioOptions;
  /** Environment variables beside those that any program is given. */
  readonly variables?: Readonly<Record<string, string>>;
}

const HOST = '127.0.0.1';
const OURS = ['src/build/loopback.cjs', 'src/build/lifeline.cjs'];

/** Starts the server, which ends when we do; it may need a second until it answers: see `listening`. */
export function spawnTwilioRun(options: TwilioRunOptions): ChildProcess {
  const { port, args = [], preload = [], stdio = 'inherit', variables } = options;
  const ours = OURS.map((file) => inCheckout(file));
  const preloads = [...ours, ...preload].map((file) => path.resolve(file));
  const twilioRun = require.resolve('twilio-run/bin/twilio-run.js');
  return spawn(
    process.execPath,
    [
      ...preloads.flatMap((file) => ['--require', file]),
      twilioRun,
      ...['--port', String(port), '--no-fork-process', '--no-live'],
      ...args,
    ],
    {
      cwd: checkout(),
      stdio: [...(typeof stdio === 'string' ? [stdio, stdio, stdio] : stdio), 'ipc'],
      env: { ...childEnvironment(), ...variables },
    },
  );
}

/** Resolves to true when the port answers, to false when the server has ended before. */
export async function listening(child: ChildProcess, port: number): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if (await accepts(port)) return true;
    await sleep(50);
  }
  return false;
}

/** Ends the server and waits for it. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}

/** A port on loopback where nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, HOST);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
