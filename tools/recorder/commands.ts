/** The command line as a user meets it: a process a command, by its own executable. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { CLOCK, WORK } from './work';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const CLI = path.resolve('dialtone');
/** Nobody's: passwords in what is recorded are made from it. */
export const KEY = Buffer.alloc(32, 7);
const VARIABLES = Object.fromEntries(
  ['DEV', 'STAGE', 'PROD'].map((name) => [`DIALTONE_KEY_${name}`, KEY.toString('base64url')]),
);

/** `dialtone …` at a fixed time, with a fixed key, without an account. */
export function dialtone(args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, ['--require', CLOCK, CLI, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: WORK, COLUMNS: '100', NO_COLOR: '1', ...VARIABLES },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The same, where the recording cannot go on without it. */
export async function mustRun(...args: string[]): Promise<Ran> {
  const ran = await dialtone(args);
  if (ran.code === 0) return ran;
  throw new Error(`dialtone ${args.join(' ')} ended with ${ran.code}:\n${ran.stdout}${ran.stderr}`);
}
