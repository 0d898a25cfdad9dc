/** Where commands print: results on standard output, all else on standard error. */
import { UserError } from '../../diagnostics/errors';
import type { Io } from '../io';
import { type Colours, coloursOf } from './colours';
import { harmless } from './harmless';

export class Terminal {
  /** For what `print` prints. */
  readonly out: Colours;
  /** For what `say` says. */
  readonly err: Colours;

  constructor(private readonly io: Io) {
    this.out = coloursOf(io.stdout);
    this.err = coloursOf(io.stderr);
  }

  /** A result, and a line break. */
  print(text: string): void {
    this.io.stdout.write(`${harmless(text, this.out.isColorSupported)}\n`);
  }

  /** A file's content, byte for byte. */
  printFile(content: string): void {
    this.io.stdout.write(content);
  }

  /** What goes on, or what to do about it: on standard error. */
  say(text: string): void {
    this.io.stderr.write(`${harmless(text, this.err.isColorSupported)}\n`);
  }

  warn(text: string): void {
    this.say(this.err.yellow(text));
  }

  error({ message, fix }: UserError): void {
    this.say(this.err.red(message) + (fix ? `\n${fix}` : ''));
  }

  /**
   * Asks before something is written that costs or cannot be taken back.
   *
   * @throws UserError when the answer is not yes, or when nobody can be asked.
   */
  readonly confirm = async (question: string): Promise<void> => {
    if (!this.io.ask) {
      throw new UserError('No terminal to confirm on.', 'Review the change, then add --yes.');
    }
    const answer = await this.io.ask(`\n${question} [y/N] `);
    if (!/^y(es)?$/i.test(answer.trim())) throw new UserError('Nothing was written.');
  };
}
