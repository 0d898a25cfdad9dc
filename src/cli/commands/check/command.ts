/** `dialtone check`: whether a directory builds. */
import { formatDiagnostics } from '../../../diagnostics/text';
import { directoryFolder, readProject } from '../../../config/project';
import { type CommonOptions, defineCommand, directoryOption, EXIT_FAILED } from '../../command';
import { DIALTONE } from '../../../diagnostics/dialtone';
import { count } from '../../../diagnostics/text';
import { deviceDiagnostics, namesPhones } from './deviceErrors';

export const command = defineCommand({
  configure: (command) => command.addOption(directoryOption()),
  examples: ['check', 'check --directory examples/payphones', 'check --json'],
  jsonHelp: 'the errors',
  run(_, { directory }: CommonOptions) {
    const folder = directoryFolder(directory);
    const { project, diagnostics } = readProject(folder);
    return {
      folder,
      project,
      diagnostics: project ? [...diagnostics, ...deviceDiagnostics(project)] : diagnostics,
    };
  },
  json: ({ diagnostics }) => diagnostics,
  print({ folder, project, diagnostics }, { terminal }) {
    if (diagnostics.length > 0) terminal.print(formatDiagnostics(diagnostics));
    if (!project) return;
    const { extensions, numbers } = project.directory;
    terminal.print(
      `${folder}: ${count(extensions.size, 'extension')} and ${count(numbers.size, 'number')}, ready to build.`,
    );
    if (namesPhones(project)) terminal.print(`More about their phones: ${DIALTONE} phones check`);
  },
  exitCode: ({ project }) => (project ? 0 : EXIT_FAILED),
});
