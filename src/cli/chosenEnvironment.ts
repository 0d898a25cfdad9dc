/** Which environment a command is about: the named one, else the only one that the site has. */
import { directoryFolder } from '../config/project';
import { environmentsOf } from '../config/soleEnvironment';
import type { EnvironmentName } from '../runtime/model/directory';
import { type CommandModule, type CommonOptions, type Context, UsageError } from './command';

interface Named extends CommonOptions {
  readonly environment?: EnvironmentName | undefined;
}

/**
 * One rule for every command that takes `--environment`. What was chosen is said.
 *
 * @throws UsageError where the site has several and none was named.
 */
export function chosenEnvironment(
  { environment, directory }: Named,
  unlessNamed: CommandModule<object, unknown>['environment'],
  { env, terminal }: Context,
): EnvironmentName | undefined {
  if (environment !== undefined || unlessNamed === 'all') return environment;
  const known = environmentsOf(directoryFolder(directory, env));
  const [only, ...others] = known;
  if (only !== undefined && others.length === 0) {
    terminal.say(`Environment: ${only}, the only one in site.yaml.`);
    return only;
  }
  if (unlessNamed === 'prod') return 'prod';
  throw new UsageError(
    `which environment? Add --environment ${known.length > 0 ? known.join(' or ') : '<name>'}`,
  );
}
