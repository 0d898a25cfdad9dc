/** The real command line, as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILDS } from '../support/localServer';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const TSX = pathToFileURL(require.resolve('tsx')).href;
const MAIN = path.resolve('src/cli/main.ts');

/** Runs `dialtone …` to its end. */
export async function dialtone(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { child, ended } = start(args, options);
  child.stdin?.end();
  return ended;
}

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

  /** What has been printed since this was last asked, as soon as it contains `text`. */
  async printed(text: string): Promise<string> {
    while (!this.#output.includes(text)) {
      const more = Promise.race([
        ...[this.child.stdout, this.child.stderr].map((stream) => stream && once(stream, 'data')),
        this.ended.then(() => 'ended'),
      ]);
      if ((await more) === 'ended') throw new Error(`ended without "${text}":\n${this.#output}`);
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
    env: { PATH: process.env.PATH, HOME: process.env.HOME, COLUMNS: '80', ...env },
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

/** A copy of the project to build and serve in, so that `dist/` here is nobody else's. */
export function projectCopy(): { readonly folder: string; remove(): void } {
  mkdirSync(BUILDS, { recursive: true });
  const folder = mkdtempSync(path.join(BUILDS, 'project-'));
  for (const name of ['src', 'tools', 'examples', 'package.json', '.twilioserverlessrc']) {
    cpSync(name, path.join(folder, name), { recursive: true });
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
