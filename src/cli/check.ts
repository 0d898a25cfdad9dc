/** Whether a directory builds. */
import { type Fault, formatFaults } from '../config/read/diagnostics';
import { err } from './colours';
import { UserError } from './errors';
import { type Project, readProject } from '../config/project';

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

/** The same for a command that needs no project, and tells some faults itself. */
export function refuseFaults(folder: string, toldElsewhere: (fault: Fault) => boolean): void {
  const faults = readProject(folder).faults.filter((fault) => !toldElsewhere(fault));
  const text = formatFaults(faults);
  if (faults.some(({ severity }) => severity === 'fault')) {
    throw new UserError(text, `${folder} does not build.`);
  }
  if (faults.length > 0) console.error(err.yellow(text));
}
