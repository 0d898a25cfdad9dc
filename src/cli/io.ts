/** What the command line uses of the world: whoever creates it gives it all of this. */
import { createInterface } from 'node:readline/promises';

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Io {
  /** The folder in which relative paths lie. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Asks the person at the terminal; undefined where there is none. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  readonly now: () => Date;
}

/** Of the process that runs. */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  return {
    cwd: process.cwd(),
    env,
    stdout,
    stderr,
    ask: stdin.isTTY && stderr.isTTY ? askAtTerminal : undefined,
    now: () => new Date(),
  };
}

async function askAtTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // Ctrl-C and Ctrl-D answer nothing.
    return await terminal.question(question).catch(() => '');
  } finally {
    terminal.close();
  }
}
