/** Whether a directory builds. */
import { formatFaults } from '../directory/diagnostics';
import { err } from './colours';
import { UserError } from './errors';
import { type Project, readProject } from './project';

/**
 * The project of a directory without errors; warnings are printed.
 *
 * @throws UserError that lists every fault.
 */
export function checkedProject(folder: string): Project {
  const { project, faults } = readProject(folder);
  if (!project) throw new UserError(formatFaults(faults), `${folder} does not build.`);
  if (faults.length > 0) console.error(err.yellow(formatFaults(faults)));
  return project;
}
