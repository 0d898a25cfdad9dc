/** The directory that a command is about. */
import { checkedProject, type Warn } from '../config/checkedProject';
import { directoryFolder, type Project } from '../config/project';
import { DIALTONE } from '../diagnostics/dialtone';
import { count } from '../diagnostics/text';
import type { Context } from './command';

/** The project of the folder asked for, else of the operator's own, else the example; warnings are counted. */
export function openProject(context: Context, directory: string | undefined): Project {
  return checkedProject(directoryFolder(directory, context.env), warnOf(context));
}

export function warnOf({ terminal }: Context): Warn {
  return ({ length }) => terminal.warn(`${count(length, 'warning')}: ${DIALTONE} check`);
}
