/** The environment that is meant where none is named. */
import { parseDocument } from 'yaml';
import { ENVIRONMENTS, type EnvironmentName } from '../runtime/model/directory';
import { OwnFolder } from './read/ownFolder';

/** Those that `site.yaml` names, read also where the directory has an error; none where it cannot be read. */
export function environmentsOf(folder: string): readonly EnvironmentName[] {
  try {
    const document = parseDocument(new OwnFolder(folder).text('site.yaml'), { schema: 'failsafe' });
    return ENVIRONMENTS.filter((name) => document.hasIn(['environments', name]));
  } catch {
    return [];
  }
}
