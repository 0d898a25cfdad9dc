/** Commands on recordings. */
import { refuseDiagnostics } from '../../config/checkedProject';
import { directoryFolder } from '../../config/project';
import { checkSounds } from '../../config/recordings/check';
import { isSoundDiagnostic } from '../../config/recordings/recording';
import { soundText } from './sounds/text';
import { command, type CommonOptions, EXIT_FAILED, program } from './command';

const sounds = program.command('sounds').description('recordings that menus play').exitOverride();

command(
  'check',
  'say which recordings are missing, cannot be played, or are too long or loud',
  'the example',
  sounds,
)
  .option('--json', 'print {findings, checked, sentences, unused} as JSON')
  .action(async ({ directory, json }: CommonOptions) => {
    const folder = directoryFolder(directory);
    refuseDiagnostics(folder, isSoundDiagnostic);
    const report = await checkSounds(folder);
    console.log(json ? JSON.stringify(report, null, 2) : soundText(report));
    if (report.findings.some(({ severity }) => severity === 'error'))
      process.exitCode = EXIT_FAILED;
  });
