/** Whether a directory builds. */
import { type Diagnostic, isError } from '../diagnostics/diagnostic';
import { formatDiagnostics } from '../diagnostics/text';
import { CHECK_ALL } from '../diagnostics/dialtone';
import { UserError } from '../diagnostics/errors';
import { type Project, readProject } from './project';

/** Called with what is wrong with a directory that builds all the same. */
export type Warn = (warnings: readonly Diagnostic[]) => void;

/**
 * The project of a directory without errors.
 *
 * @throws UserError that lists every error.
 */
export function checkedProject(folder: string, warn: Warn = () => {}): Project {
  const { project, diagnostics } = readProject(folder);
  if (!project) throw notBuilding(folder, diagnostics);
  if (diagnostics.length > 0) warn(diagnostics);
  return project;
}

/** The same for a command that needs no project, and tells some errors itself. */
export function refuseDiagnostics(
  folder: string,
  reportedElsewhere: (diagnostic: Diagnostic) => boolean,
  warn: Warn,
): void {
  const diagnostics = readProject(folder).diagnostics.filter(
    (diagnostic) => !reportedElsewhere(diagnostic),
  );
  if (diagnostics.some(isError)) throw notBuilding(folder, diagnostics);
  if (diagnostics.length > 0) warn(diagnostics);
}

/** Warnings can wait until it builds. */
function notBuilding(folder: string, diagnostics: readonly Diagnostic[]): UserError {
  const errors = formatDiagnostics(diagnostics.filter(isError), { folded: { all: CHECK_ALL } });
  return new UserError(errors, `${folder} does not build.`);
}
