/** `dialtone menus check`. */
import { formatDiagnostics } from '../../../diagnostics/text';
import { directoryFolder, readProject } from '../../../config/project';
import { CHECK_ALL, DIALTONE } from '../../../diagnostics/dialtone';
import { isMenuDiagnostic, menuReport } from '../../../simulate/menus/report';
import { reportText } from '../../../simulate/menus/reportText';
import { severityPaint } from '../../terminal/colours';
import { type CommonOptions, defineCommand, directoryOption, EXIT_FAILED } from '../../command';

export const command = defineCommand({
  configure: (command) => command.addOption(directoryOption()),
  examples: ['menus check'],
  jsonHelp: '{diagnostics, report}',
  run({ env }, { directory }: CommonOptions) {
    const folder = directoryFolder(directory, env);
    const { project, diagnostics } = readProject(folder);
    const others = diagnostics.filter(
      (diagnostic) => !isMenuDiagnostic(diagnostic) && diagnostic.severity === 'error',
    );
    return {
      folder,
      diagnostics: diagnostics.filter(isMenuDiagnostic),
      others: others.length,
      report: project && menuReport(project.directory),
    };
  },
  json: ({ diagnostics, report }) => ({ diagnostics, report }),
  print({ folder, diagnostics, others, report }, { terminal }) {
    const listing = { paint: severityPaint(terminal.out), folded: { all: CHECK_ALL } };
    if (diagnostics.length > 0) terminal.print(formatDiagnostics(diagnostics, listing));
    if (others > 0) terminal.print(`${others} more, not about menus: ${DIALTONE} check`);
    if (report) terminal.print(reportText(folder, report));
  },
  exitCode: ({ report }) => (report ? 0 : EXIT_FAILED),
});
