/** Whether a directory builds. */
import type { Diagnostic } from '../diagnostics/diagnostic';
import { formatDiagnostics } from '../diagnostics/text';
import { err } from '../cli/terminal/colours';
import { UserError } from '../cli/errors';
import { type Project, readProject } from './project';

/**
 * The project of a directory without errors; warnings are printed.
 *
 * @throws UserError that lists every error.
 */
export function checkedProject(folder: string): Project {
  const { project, diagnostics } = readProject(folder);
  if (!project) throw new UserError(formatDiagnostics(diagnostics), `${folder} does not build.`);
  if (diagnostics.length > 0) console.error(err.yellow(formatDiagnostics(diagnostics)));
  return project;
}

/** The same for a command that needs no project, and tells some errors itself. */
export function refuseDiagnostics(
  folder: string,
  toldElsewhere: (diagnostic: Diagnostic) => boolean,
): void {
  const diagnostics = readProject(folder).diagnostics.filter(
    (diagnostic) => !toldElsewhere(diagnostic),
  );
  const text = formatDiagnostics(diagnostics);
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    throw new UserError(text, `${folder} does not build.`);
  }
  if (diagnostics.length > 0) console.error(err.yellow(text));
}
