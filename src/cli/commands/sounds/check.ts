/** `dialtone sounds check`. */
import { isError } from '../../../diagnostics/diagnostic';
import { refuseDiagnostics } from '../../../config/checkedProject';
import { directoryFolder } from '../../../config/project';
import { checkSounds } from '../../../config/recordings/check';
import { isSoundDiagnostic } from '../../../config/recordings/recording';
import { type CommonOptions, defineCommand, directoryOption, EXIT_FAILED } from '../../command';
import { warnOf } from '../../project';
import { soundText } from './text';

export const command = defineCommand({
  configure: (command) => command.addOption(directoryOption()),
  examples: ['sounds check'],
  jsonHelp: '{diagnostics, checked, sentences, unused}',
  run(context, { directory }: CommonOptions) {
    const folder = directoryFolder(directory, context.env);
    refuseDiagnostics(folder, isSoundDiagnostic, warnOf(context));
    return checkSounds(folder);
  },
  print: (report, { terminal }) => terminal.print(soundText(report, terminal.out)),
  exitCode: ({ diagnostics }) => (diagnostics.some(isError) ? EXIT_FAILED : 0),
});
