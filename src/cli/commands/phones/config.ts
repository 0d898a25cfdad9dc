/** `dialtone phones config`: a phone's files, as it asks for them. */
import { defineCommand } from '../../command';
import {
  OUT_FOLDER,
  type OutFlags,
  PIPE,
  questionOf,
  requireTerminal,
  warnAll,
  withPhone,
} from './options';
import { phoneFiles, phoneWarnings } from './phones';
import { writeFiles } from './writeFiles';

export const command = defineCommand({
  configure: (command) =>
    withPhone(command).option('-o, --out <folder>', OUT_FOLDER).option('--pipe', PIPE),
  examples: ['phones config clinton -e prod --out phone-files'],
  jsonHelp: '{written, warnings}; without --out the files, with passwords',
  run(context, options: OutFlags, name) {
    if (options.out === undefined) requireTerminal(context, options);
    const asked = questionOf(context, options, name);
    const files = phoneFiles(asked);
    const warnings = phoneWarnings(asked);
    if (options.out === undefined) return { files, warnings };
    return { written: writeFiles(files, options.out), warnings };
  },
  print({ files = [], written, warnings }, context) {
    const { terminal } = context;
    warnAll(context, warnings);
    if (written) terminal.print(written.join('\n'));
    for (const { name, content } of files) {
      terminal.say(terminal.err.bold(name));
      terminal.printFile(content.endsWith('\n') ? content : `${content}\n`);
    }
  },
});
