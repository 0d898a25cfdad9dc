/** Where the rehearsal plays: it runs the commands, shows what they print, and stops at what is wrong. */
import type { OperatorProject } from './operatorProject';

export interface Scene {
  /** Expected exit code. */
  readonly code?: number;
  /** Show so many lines from the beginning, or from the end. */
  readonly lines?: number;
  readonly tail?: number;
  /** Show only what matches. */
  readonly only?: RegExp;
}

export class Stage {
  /** Everything that the commands have printed, shown or not. */
  output = '';
  private titles = 0;

  constructor(
    readonly project: OperatorProject,
    private readonly say: (text: string) => void,
  ) {}

  title(text: string): void {
    this.titles += 1;
    this.say(`\n${this.titles}. ${text}\n`);
  }

  print(text: string): void {
    this.say(`   ${text.replaceAll('\n', '\n   ')}`);
  }

  async run(args: readonly string[], scene: Scene = {}): Promise<void> {
    this.print(`$ ./dialtone ${args.join(' ')}`);
    const { code, output } = await this.project.dialtone(args);
    this.output += output;
    if (code !== (scene.code ?? 0)) {
      throw new Error(`dialtone ${args.join(' ')} ended with ${code}:\n${output}`);
    }
    this.print(shown(output.trimEnd().split('\n'), scene).join('\n'));
  }

  expect(holds: boolean, what: string): void {
    if (!holds) throw new Error(`Not so: ${what}`);
  }
}

function shown(all: readonly string[], { lines, tail, only }: Scene): string[] {
  const matching = only ? all.filter((line) => only.test(line)) : all;
  const from = tail === undefined ? 0 : Math.max(0, matching.length - tail);
  const part = matching.slice(from, from + (lines ?? tail ?? matching.length));
  const left = all.length - part.length;
  return left > 0 ? [...part, `… (${left} more line${left === 1 ? '' : 's'})`] : part;
}
