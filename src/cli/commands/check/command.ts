/** `dialtone check`: whether a directory builds. */
import { formatDiagnostics } from '../../../diagnostics/text';
import { directoryFolder, readProject } from '../../../config/project';
import { type CommonOptions, defineCommand, directoryOption, EXIT_FAILED } from '../../command';
import { CHECK_ALL, DIALTONE } from '../../../diagnostics/dialtone';
import { severityPaint } from '../../terminal/colours';
import { count } from '../../../diagnostics/text';
import { deviceDiagnostics, namesPhones } from './deviceErrors';

interface CheckFlags extends CommonOptions {
  readonly all?: boolean;
}

export const command = defineCommand({
  configure: (command) =>
    command
      .addOption(directoryOption())
      .option('--all', 'list every error and warning, also where many are alike'),
  examples: ['check', 'check --directory examples/payphones', 'check --all', 'check --json'],
  jsonHelp: 'the errors',
  run({ env }, { directory }: CheckFlags) {
    const folder = directoryFolder(directory, env);
    const { project, diagnostics } = readProject(folder);
    return {
      folder,
      project,
      diagnostics: project ? [...diagnostics, ...deviceDiagnostics(project)] : diagnostics,
    };
  },
  json: ({ diagnostics }) => diagnostics,
  print({ folder, project, diagnostics }, { terminal }, { all = false }: CheckFlags) {
    const listing = {
      paint: severityPaint(terminal.out),
      ...(!all && { folded: { all: CHECK_ALL } }),
    };
    if (diagnostics.length > 0) terminal.print(formatDiagnostics(diagnostics, listing));
    if (!project) return;
    const { extensions, numbers } = project.directory;
    terminal.print(
      `${folder}: ${count(extensions.size, 'extension')} and ${count(numbers.size, 'number')}, ready to build.`,
    );
    if (namesPhones(project)) terminal.print(`More about their phones: ${DIALTONE} phones check`);
  },
  exitCode: ({ project }) => (project ? 0 : EXIT_FAILED),
});
