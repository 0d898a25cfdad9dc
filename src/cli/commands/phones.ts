/** Commands about the phones themselves: their settings, files and sheets. */
import { Option } from 'commander';
import { ENVIRONMENTS, type EnvironmentName } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';
import { checkedProject } from '../../config/checkedProject';
import { err } from '../terminal/colours';
import { usernameOf } from '../../simulate/extensionNamed';
import { checkPhones, withLines } from './phones/checkPhones';
import { writeFiles, writePrivately } from './phones/writeFiles';
import { hasModel, showLogin } from './phones/login';
import {
  allFiles,
  allWarnings,
  listPhones,
  phoneFiles,
  type PhoneQuestion,
  phoneWarnings,
  requiredKey,
  showPhone,
} from './phones/phones';
import { SHEET_LANGUAGES, type SheetLanguage } from '../../phones/sheet/language';
import { sheetOf } from './phones/sheetOf';
import { findingsText, listText, loginText, showText } from './phones/text';
import { directoryFolder } from '../../config/project';
import {
  command,
  type CommonOptions,
  type EnvironmentOptions,
  environmentOption,
  EXIT_FAILED,
  EXTENSION,
  program,
} from './command';
import { provisionServer } from './phones/server';

const phones = program
  .command('phones')
  .description('the phones themselves: their settings, files and sheets')
  .exitOverride();

const PIPE = 'print passwords where they are not shown on a terminal too';
type MaybeEnvironment = CommonOptions & { readonly environment?: EnvironmentName };

command('list', 'every extension, and the phone it has', 'the example', phones)
  .addOption(anyEnvironment())
  .option('--json', 'print them as JSON')
  .action(({ directory, environment, json }: MaybeEnvironment) => {
    const listed = listPhones(checkedProject(directoryFolder(directory)), environment);
    console.log(json ? JSON.stringify(listed, null, 2) : listText(listed));
  });

command('show', 'what a phone is set to, without its passwords', 'the example', phones)
  .argument('<extension>', EXTENSION)
  .addOption(environmentOption())
  .option('--json', 'print it as JSON')
  .action((username: string, { directory, environment, json }: EnvironmentOptions) => {
    const project = checkedProject(directoryFolder(directory));
    const asked = { username: usernameOf(username, project), environment, project };
    if (!hasModel(asked)) {
      const login = showLogin(asked);
      console.log(json ? JSON.stringify(login, null, 2) : loginText(login, environment));
      return;
    }
    const shown = showPhone(asked);
    console.log(json ? JSON.stringify(shown, null, 2) : showText(shown));
  });

interface OutFlags extends EnvironmentOptions {
  readonly out?: string;
  readonly pipe?: boolean;
}

command('config', 'the files of a phone, as it asks for them', 'the example', phones)
  .argument('<extension>', EXTENSION)
  .addOption(environmentOption())
  .option('-o, --out <folder>', 'write them there, in a folder that only you can read')
  .option('--pipe', PIPE)
  .option('--json', 'print {written, warnings} as JSON; without --out the files, with passwords')
  .action((username: string, options: OutFlags) => {
    if (options.out === undefined) requireTerminal(options);
    const asked = question(username, options);
    const files = phoneFiles(asked);
    const warnings = phoneWarnings(asked);
    if (options.json) {
      const made =
        options.out === undefined ? { files } : { written: writeFiles(files, options.out) };
      console.log(JSON.stringify({ ...made, warnings }, null, 2));
      return;
    }
    warn(warnings);
    if (options.out !== undefined) {
      console.log(writeFiles(files, options.out).join('\n'));
      return;
    }
    for (const { name, content } of files) {
      console.error(err.bold(name));
      process.stdout.write(content.endsWith('\n') ? content : `${content}\n`);
    }
  });

command('all', 'the files of every phone in an environment', 'the example', phones)
  .addOption(environmentOption())
  .requiredOption('-o, --out <folder>', 'write them there, in a folder that only you can read')
  .option('--json', 'print {written, missing, warnings} as JSON')
  .action(
    ({ directory, environment, out, json }: EnvironmentOptions & { readonly out: string }) => {
      const project = checkedProject(directoryFolder(directory));
      const all = allFiles(project, environment, requiredKey(environment, project));
      const { files, devices, missing } = all;
      const warnings = allWarnings(project, environment, all);
      const written = writeFiles(files, out);
      if (json) {
        const why = missing.map(({ extension, why: { message, fix } }) => ({
          extension,
          message,
          fix,
        }));
        console.log(JSON.stringify({ written, missing: why, warnings }, null, 2));
      } else {
        warn(warnings.map(({ extensions, message }) => `${extensions.join(', ')}: ${message}`));
        for (const { why } of missing) console.error(`${err.red(why.message)}\n    ${why.fix}`);
        console.log(`${written.length} files of ${devices} devices are in ${out}.`);
      }
      if (missing.length > 0) process.exitCode = EXIT_FAILED;
    },
  );

interface SheetFlags extends OutFlags {
  readonly language?: SheetLanguage;
  readonly server?: string;
}

command('sheet', 'a page to print for whoever sets the phone up', 'the example', phones)
  .argument('<extension>', EXTENSION)
  .addOption(environmentOption())
  .option('-o, --out <file>', 'write it there, for you alone to read')
  .addOption(
    new Option('--language <code>', "its language (default: the site's first)").choices(
      SHEET_LANGUAGES,
    ),
  )
  .addOption(
    new Option(
      '--server <host:port>',
      'where phones reach `dialtone provision`: for its address, or QR code',
    ).argParser(provisionServer),
  )
  .option('--pipe', PIPE)
  .action((username: string, options: SheetFlags) => {
    if (options.out === undefined) requireTerminal(options);
    const asked = question(username, options);
    const sheet = sheetOf(asked, options);
    warn(phoneWarnings(asked));
    if (options.out === undefined) {
      process.stdout.write(sheet);
      return;
    }
    writePrivately(options.out, sheet);
    console.log(`${options.out} holds the passwords of ${username}. Print it from a browser.`);
  });

command('check', 'say what is wrong with the phones of a directory', 'the example', phones)
  .addOption(anyEnvironment())
  .option('--json', 'print the findings as JSON')
  .action(({ directory, environment, json }: MaybeEnvironment) => {
    const project = checkedProject(directoryFolder(directory));
    const known = Object.keys(project.directory.site.environments) as EnvironmentName[];
    const asked = environment === undefined ? known : [environment];
    const findings = withLines(project.folder, checkPhones(project, asked));
    if (json) console.log(JSON.stringify(findings, null, 2));
    else console.log(findingsText(findings));
    if (findings.some(({ severity }) => severity === 'error')) process.exitCode = EXIT_FAILED;
  });

function anyEnvironment(): Option {
  return new Option('-e, --environment <name>', 'one environment (default: all)').choices(
    ENVIRONMENTS,
  );
}

function question(username: string, { directory, environment }: EnvironmentOptions): PhoneQuestion {
  const project = checkedProject(directoryFolder(directory));
  const key = requiredKey(environment, project);
  return { username: usernameOf(username, project), environment, project, key };
}

function requireTerminal({ pipe }: { readonly pipe?: boolean }): void {
  if (process.stdout.isTTY || pipe) return;
  throw new UserError(
    'Passwords are printed on a terminal only: here they would end in a file or a log.',
    'Write them with --out; or if this is what you want, give --pipe.',
  );
}

function warn(warnings: readonly string[]): void {
  for (const warning of warnings) console.error(err.yellow(warning));
}
