/** Commands on menus: what is wrong with them, and a drawing. */
import { writeFileSync } from 'node:fs';
import { InvalidArgumentError, Option } from 'commander';
import { formatDiagnostics } from '../../diagnostics/text';
import { type CallLanguage, CALL_LANGUAGES } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';
import { checkedProject } from '../../config/checkedProject';
import { drawMenus } from '../../simulate/menus/draw';
import { isMenuDiagnostic, menuReport } from '../../simulate/menus/report';
import { reportText } from '../../simulate/menus/reportText';
import { directoryFolder, readProject } from '../../config/project';
import { command, type CommonOptions, EXIT_FAILED, program } from './command';

const menus = program
  .command('menus')
  .description('what callers hear and press: check the menus, draw them')
  .exitOverride();

command('check', 'say what is wrong with the menus, and how many there are', 'the example', menus)
  .option('--json', 'print {diagnostics, report} as JSON')
  .action(({ directory, json }: CommonOptions) => {
    const folder = directoryFolder(directory);
    const { project, diagnostics } = readProject(folder);
    const ours = diagnostics.filter(isMenuDiagnostic);
    const others = diagnostics.filter(
      (diagnostic) => !isMenuDiagnostic(diagnostic) && diagnostic.severity === 'error',
    );
    const report = project && menuReport(project.directory);
    if (!project) process.exitCode = EXIT_FAILED;
    if (json) {
      console.log(JSON.stringify({ diagnostics: ours, report }, null, 2));
      return;
    }
    if (ours.length > 0) console.log(formatDiagnostics(ours));
    if (others.length > 0) {
      console.log(`${others.length} more, not of menus: npm run -s dialtone -- check`);
    }
    if (report) console.log(reportText(folder, report));
  });

command('draw', 'draw the menus as SVG', 'the example', menus)
  .option('-o, --out <file.svg>', 'where it goes (default: printed)')
  .addOption(
    new Option('-l, --language <language>', 'in which the prompts are shown').choices(
      CALL_LANGUAGES,
    ),
  )
  .action(
    ({ directory, out, language }: CommonOptions & { out?: string; language?: CallLanguage }) => {
      const { directory: opened } = checkedProject(directoryFolder(directory));
      const { languages } = opened.site;
      if (language !== undefined && !languages.includes(language)) {
        throw new InvalidArgumentError(`The site speaks ${languages.join(', ')}.`);
      }
      const drawing = drawMenus(opened, language ?? languages[0] ?? 'en');
      if (out === undefined) {
        process.stdout.write(drawing);
        return;
      }
      writeDrawing(out, drawing);
      console.log(`Drew ${opened.menus.size} menus in ${out}; any browser shows it.`);
    },
  );

function writeDrawing(out: string, drawing: string): void {
  try {
    writeFileSync(out, drawing);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${out} cannot be written: ${why}`, 'Name another file with --out.', {
      cause,
    });
  }
}
