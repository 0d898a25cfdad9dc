/** `dialtone rotate`: another SIP password, by raising its generation in the directory. */
import { requiredFolder } from '../../../build/deployableProject';
import { DIALTONE } from '../../../diagnostics/dialtone';
import { usernameOf } from '../../../simulate/extensionNamed';
import { recordedGeneration } from '../../../twilio/secrets/recordedGeneration';
import { connect } from '../../../twilio/client/login';
import { rotate } from '../../../twilio/secrets/rotate';
import { checkedProject } from '../../../config/checkedProject';
import { type CommonOptions, defineCommand, directoryOption, EXTENSION } from '../../command';
import { warnOf } from '../../project';
import { lockedOutText } from '../plan/emergencyText';

export const command = defineCommand({
  configure: (command) =>
    command.argument('<extension>', EXTENSION).addOption(directoryOption('none')),
  examples: ['rotate clinton', 'rotate 101'],
  jsonHelp: '{extension, from, to, unasked, emergency}',
  async run(context, { directory }: CommonOptions, name) {
    const folder = requiredFolder(directory, context.env);
    const project = checkedProject(folder, warnOf(context));
    const extension = usernameOf(name, project);
    const { highest, unasked } = await recordedGeneration(folder, extension, (environment) =>
      connect(environment, folder, context.env),
    );
    const { from, to } = rotate(folder, extension, highest);
    const emergency = project.directory.extensions.get(extension)?.emergency ?? false;
    return { extension, from, to, unasked, emergency };
  },
  print({ extension, from, to, unasked, emergency }, { terminal }) {
    const [first] = unasked;
    if (first) {
      const where = unasked.map(({ environment }) => environment).join(', ');
      terminal.warn(
        `Could not ask Twilio which generations ${extension} has had in ${where}: ${first.why}. ` +
          `Generation ${to} is above all that are known here; if that is not enough, plan says so.`,
      );
    }
    terminal.print(
      `${extension}: password generation ${from} → ${to}. Now apply, and give its phone the new one: ` +
        `${DIALTONE} password ${extension} --environment <name>`,
    );
    if (emergency) {
      terminal.print(`Once it is applied: ${lockedOutText([extension], terminal.out)}`);
    }
  },
});
