/** `dialtone build`: what is deployed, into dist/. */
import { inCheckout } from '../../../config/checkout';
import { build } from '../../../build/build';
import {
  NO_DIRECTORY,
  originOf,
  ownFolder,
  projectToDeploy,
} from '../../../build/deployableProject';
import { ENVIRONMENTS } from '../../../runtime/model/directory';
import { refuseKeyInEnvFile } from '../../../twilio/secrets/key';
import { type CommonOptions, defineCommand, directoryOption } from '../../command';
import { warnOf } from '../../project';

export const command = defineCommand({
  configure: (command) => command.addOption(directoryOption('no phones')),
  examples: ['build', 'build --directory directory'],
  jsonHelp: '{built, directory}',
  run(context, { directory }: CommonOptions) {
    // The Twilio CLI by itself would upload what stands there.
    const own = ownFolder(directory, context.env);
    ENVIRONMENTS.forEach((environment) => refuseKeyInEnvFile(environment, own, context.env));
    const project = projectToDeploy(directory, context.env, warnOf(context));
    build(project);
    return {
      built: inCheckout('dist'),
      directory: originOf(project) === 'empty' ? null : project.folder,
    };
  },
  print: ({ built, directory }, { terminal }) =>
    terminal.print(
      directory === null
        ? `Built ${built}/ with ${NO_DIRECTORY}.`
        : `Built ${built}/ from ${directory}.`,
    ),
});
