/** The directory that a command is about. */
import { checkedProject, type Warn } from '../config/checkedProject';
import { directoryFolder, type Project } from '../config/project';
import { formatDiagnostics } from '../diagnostics/text';
import type { Context } from './command';

/** The project of the folder asked for, else of the operator's own, else the example; warnings are said. */
export function openProject(context: Context, directory: string | undefined): Project {
  return checkedProject(directoryFolder(directory), warnOf(context));
}

export function warnOf({ terminal }: Context): Warn {
  return (diagnostics) => terminal.warn(formatDiagnostics(diagnostics));
}
