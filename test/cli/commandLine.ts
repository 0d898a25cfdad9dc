/** The real command line: in this process where it ends by itself, else as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Context } from '../../src/cli/command';
import type { Io, Output } from '../../src/cli/io';
import { createProgram } from '../../src/cli/program';
import { Terminal } from '../../src/cli/terminal/terminal';
import { BUILDS } from '../support/localServer';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What the person at the terminal answers; nobody is there unless given. */
  readonly answer?: string;
}

const TSX = pathToFileURL(require.resolve('tsx')).href;
const MAIN = path.resolve('src/cli/main.ts');

class Recording implements Output {
  text = '';

  write(text: string): void {
    this.text += text;
  }
}

/** A world without a terminal, whose output is kept. */
export function fakeIo({ cwd = process.cwd(), env = {}, answer }: RunOptions = {}) {
  const stdout = new Recording();
  const stderr = new Recording();
  const ask = answer === undefined ? undefined : () => Promise.resolve(answer);
  const io: Io = { cwd, env: environmentOf(env), stdout, stderr, ask, now: () => new Date() };
  return { io, stdout, stderr };
}

/** What a command is given, for a test of a part of it. */
export function fakeContext(options: RunOptions = {}): Context {
  const { io } = fakeIo(options);
  return { ...io, terminal: new Terminal(io) };
}

let before: Promise<unknown> = Promise.resolve();

/** Runs `dialtone …` to its end, in this process, one after another. */
export async function dialtone(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const ended = before.then(() => run(args, options));
  before = ended.catch(() => undefined);
  return ended;
}

async function run(args: readonly string[], options: RunOptions): Promise<Ended> {
  const { io, stdout, stderr } = fakeIo(options);
  const leave = enter(io);
  try {
    const code = await createProgram(io).run(args);
    return { code, stdout: stdout.text, stderr: stderr.text };
  } finally {
    leave();
  }
}

/** Relative paths lie in the folder of the process. */
function enter({ cwd }: Io): () => void {
  const was = process.cwd();
  process.chdir(cwd);
  return () => process.chdir(was);
}

/** Runs it as a process of its own. */
export async function spawnDialtone(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  const { child, ended } = start(args, options);
  child.stdin?.end();
  return ended;
}

/** Far more than anything takes on a busy machine, and less than a test may take. */
const PATIENCE_MS = 240_000;

/** A `dialtone …` that goes on until it is stopped. */
export class Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  #output = '';

  constructor(args: readonly string[], options: RunOptions = {}) {
    ({ child: this.child, ended: this.ended } = start(args, options));
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
    }
  }

  /**
   * What has been printed since this was last asked, as soon as it contains `text`.
   *
   * @throws Where it ends or `patience` does without it, with what was printed so far.
   */
  async printed(text: string, patience = PATIENCE_MS): Promise<string> {
    const stop = new AbortController();
    const { signal } = stop;
    const over = Promise.race([
      this.ended.then(() => 'ended'),
      sleep(patience, 'still running', { signal }),
    ]);
    try {
      while (!this.#output.includes(text)) {
        const streams = [this.child.stdout, this.child.stderr];
        const more = streams.map((stream) => stream && once(stream, 'data', { signal }));
        const outcome = await Promise.race([over, ...more]);
        if (typeof outcome === 'string') {
          throw new Error(`${outcome} without "${text}":\n${this.#output}`);
        }
      }
    } finally {
      over.catch(() => undefined);
      stop.abort();
    }
    const output = this.#output;
    this.#output = '';
    return output;
  }

  async stop(): Promise<Ended> {
    this.child.kill();
    return this.ended;
  }
}

function start(args: readonly string[], { cwd, env }: RunOptions) {
  const child = spawn(process.execPath, ['--import', TSX, MAIN, ...args], {
    cwd: cwd ?? process.cwd(),
    env: environmentOf(env),
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = once(child, 'close').then(([code]): Ended => ({
    code: code as number | null,
    stdout,
    stderr,
  }));
  return { child, ended };
}

/** Of the variables around the test only what every program needs. */
function environmentOf(env: RunOptions['env']): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: process.env.HOME, COLUMNS: '80', ...env };
}

/** A copy of the project to build and serve in, so that `dist/` here is nobody else's. */
export function projectCopy(): { readonly folder: string; remove(): void } {
  mkdirSync(BUILDS, { recursive: true });
  const folder = mkdtempSync(path.join(BUILDS, 'project-'));
  const parts = [
    'dialtone',
    'src',
    'tools',
    'examples',
    'package.json',
    '.twilioserverlessrc',
    'schema',
  ];
  for (const name of parts) {
    cpSync(name, path.join(folder, name), { recursive: true });
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
