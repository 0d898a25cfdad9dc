/** `dialtone check`: whether a directory builds. */
import pc from 'picocolors';
import { formatFaults } from '../directory/diagnostics';
import { UserError } from './errors';
import { type Project, readProject } from './project';

/**
 * The project of a directory without errors; warnings are printed.
 *
 * @throws UserError that lists every fault.
 */
export function checkedProject(folder: string): Project {
  const { project, faults } = readProject(folder);
  if (!project) throw new UserError(formatFaults(faults), 'Nothing was built.');
  if (faults.length > 0) console.error(pc.yellow(formatFaults(faults)));
  return project;
}
