/** The command line: which command is meant, done by its module, and printed. */
import { Argument, Command, CommanderError } from 'commander';
import { UserError } from '../diagnostics/errors';
import { ENVIRONMENTS } from '../runtime/model/directory';
import {
  type AnyCommand,
  type CommonOptions,
  type Context,
  EXIT_FAILED,
  UsageError,
} from './command';
import { type CommandRow, COMMANDS } from './commands';
import type { Io } from './io';
import { harmless } from './terminal/harmless';
import { Terminal } from './terminal/terminal';
import { version } from '../../package.json';

/** EX_USAGE of sysexits.h. */
const EXIT_USAGE = 64;
const HELP_HINT = '(see --help)';

export interface Program {
  /** @returns the exit code. Nothing is thrown but what the io itself throws. */
  run(argv: readonly string[]): Promise<number>;
}

export function createProgram(io: Io): Program {
  const context: Context = { ...io, terminal: new Terminal(io) };
  return { run: (argv) => run(argv, context) };
}

async function run(given: readonly string[], context: Context): Promise<number> {
  const argv = withoutHelpWord(given);
  let exitCode = 0;
  try {
    const root = rootCommand(context);
    await addCommands(root, COMMANDS, argv, async (module, args) => {
      exitCode = await runCommand(module, args, context);
    });
    await root.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return await failed(error, context);
  }
}

function rootCommand({ stdout, stderr, terminal }: Context): Command {
  return new Command('dialtone')
    .description('Real phones on Twilio with no server of your own.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError(HELP_HINT)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(harmless(text, terminal.out.isColorSupported)),
      writeErr: (text) => stderr.write(harmless(text, terminal.err.isColorSupported)),
      getOutHelpWidth: () => stdout.columns ?? 80,
      getErrHelpWidth: () => stderr.columns ?? 80,
      getOutHasColors: () => terminal.out.isColorSupported,
      getErrHasColors: () => terminal.err.isColorSupported,
    })
    .addHelpText('after', '\nExit codes: 0 done, 1 something is wrong, 64 wrong command line.');
}

type RunCommand = (module: AnyCommand, args: readonly unknown[]) => Promise<void>;

/** Only the command that is named is loaded: of the others the table says what a list of commands shows. */
async function addCommands(
  parent: Command,
  rows: readonly CommandRow[],
  [named, ...further]: readonly string[],
  runCommand: RunCommand,
): Promise<void> {
  for (const { name, summary, group, load, commands } of rows) {
    const command = parent.command(name).description(summary);
    if (group !== undefined) command.helpGroup(group);
    command.helpCommand(false);
    if (commands) await addCommands(command, commands, name === named ? further : [], runCommand);
    if (!load || name !== named) continue;
    const { command: module } = await load();
    configure(command, module);
    command.action((...args: unknown[]) => runCommand(module, args));
  }
}

function configure(command: Command, module: AnyCommand): void {
  for (const name of module.positional ?? []) {
    command.addArgument(new Argument(`[${name}]`).choices(ENVIRONMENTS)).usage('[options]');
  }
  module.configure(command);
  if (module.json !== false) {
    command.option('--json', `print ${module.jsonHelp ?? 'it'} as JSON`);
  }
  const examples = module.examples.map((example) => `  $ ./dialtone ${example}`);
  command.addHelpText('after', ['', 'Examples:', ...examples].join('\n'));
}

/** `help phones list` and `phones help list` mean `phones list --help`. */
function withoutHelpWord(argv: readonly string[]): readonly string[] {
  const at = argv.slice(0, 2).indexOf('help');
  return at < 0 ? argv : [...argv.filter((_, i) => i !== at), '--help'];
}

async function runCommand(
  module: AnyCommand,
  args: readonly unknown[],
  context: Context,
): Promise<number> {
  // Commander gives the arguments, the options and the command itself.
  const command = args.at(-1) as Command;
  const words = args.slice(0, -2) as string[];
  let options = args.at(-2) as CommonOptions;
  for (const [i, name] of (module.positional ?? []).entries()) {
    if (words[i] !== undefined) options = { ...options, [name]: words[i] };
  }
  if (command.options.some(({ long }) => long === '--environment')) {
    const { chosenEnvironment } = await import('./chosenEnvironment.js');
    const environment = chosenEnvironment(options, module.environment, context);
    options = { ...options, ...(environment !== undefined && { environment }) };
  }
  const result: unknown = await module.run(context, options, ...words);
  if (options.json && module.json !== false) {
    const shown: unknown = module.json ? module.json(result, options) : result;
    context.terminal.print(JSON.stringify(shown, null, 2));
  } else {
    module.print?.(result, context, options);
  }
  return module.exitCode?.(result, options) ?? 0;
}

/** What the user can fix is said in words; anything else is an error of ours and shows its stack. */
async function failed(error: unknown, { terminal }: Context): Promise<number> {
  if (error instanceof UsageError) {
    terminal.error(new UserError(`error: ${error.message}`, HELP_HINT));
    return EXIT_USAGE;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
  const { toUserError } = await import('../twilio/client/toUserError.js');
  const fixable = toUserError(error);
  if (fixable) terminal.error(fixable);
  // An error of ours. Node itself would show all that hangs on it, whole requests too.
  else terminal.say(error instanceof Error ? (error.stack ?? String(error)) : String(error));
  return EXIT_FAILED;
}
