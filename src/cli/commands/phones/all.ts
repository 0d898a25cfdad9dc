/** `dialtone phones all`: the files of every phone in an environment. */
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
  EXIT_FAILED,
} from '../../command';
import { openProject } from '../../project';
import { OUT_FOLDER, warnAll } from './options';
import { allFiles, allWarnings, requiredKey } from './phones';
import { writeFiles } from './writeFiles';

interface AllFlags extends EnvironmentOptions {
  readonly out: string;
}

export const command = defineCommand({
  configure: (command) =>
    command
      .addOption(directoryOption())
      .addOption(environmentOption())
      .requiredOption('-o, --out <folder>', OUT_FOLDER),
  examples: ['phones all -e prod --out phone-files'],
  jsonHelp: '{written, missing, warnings}',
  run(context, { directory, environment, out }: AllFlags) {
    const project = openProject(context, directory);
    const all = allFiles(project, environment, requiredKey(environment, project, context.env));
    const warnings = allWarnings(project, environment, all);
    const missing = all.missing.map(({ extension, why: { message, fix } }) => ({
      ...{ extension, message, fix },
    }));
    return { written: writeFiles(all.files, out), missing, warnings, devices: all.devices };
  },
  json: ({ written, missing, warnings }) => ({ written, missing, warnings }),
  print({ written, missing, warnings, devices }, context, { out }) {
    const { terminal } = context;
    warnAll(
      context,
      warnings.map(({ extensions, message }) => `${extensions.join(', ')}: ${message}`),
    );
    for (const { message, fix } of missing) {
      terminal.say(`${terminal.err.red(message)}\n    ${fix}`);
    }
    terminal.print(`${written.length} files of ${devices} devices are in ${out}.`);
  },
  exitCode: ({ missing }) => (missing.length > 0 ? EXIT_FAILED : 0),
});
