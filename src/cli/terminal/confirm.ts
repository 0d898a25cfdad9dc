/** Asks before something is written that costs or cannot be taken back. */
import { createInterface } from 'node:readline/promises';
import { UserError } from '../../diagnostics/errors';

/** @throws UserError when the answer is not yes, or when nobody can be asked. */
export async function confirm(question: string): Promise<void> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UserError('Nobody can be asked here.', 'Look at it first, then give --yes.');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // Ctrl-C and Ctrl-D are a no as well.
    const answer = await terminal.question(`\n${question} [y/N] `).catch(() => '');
    if (!/^y(es)?$/i.test(answer.trim())) throw new UserError('Nothing was written.');
  } finally {
    terminal.close();
  }
}
