/** A password that the checkout's own applied file knows to be a former one; Twilio is not asked. */
import { Applied } from '../records/applied';
import type { EnvironmentName } from '../../runtime/model/directory';
import type { Project } from '../../config/project';

/** What to tell whoever is about to use it. */
export function olderPassword(
  username: string,
  environment: EnvironmentName,
  { folder, provisioning }: Pick<Project, 'folder' | 'provisioning'>,
): string | undefined {
  const here = provisioning.extensions.get(username)?.passwordGeneration ?? 1;
  const set = Applied.read(folder, environment).get(username)?.generation ?? 0;
  if (here === 0 || set <= here) return undefined;
  return (
    `The password of ${username} has generation ${here} here, and ${set} has been set in ${environment}: ` +
    'this one is refused. Pull the newest directory.'
  );
}
