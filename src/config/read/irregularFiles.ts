/** Links, pipes and whatever else is no file in the folders of a directory: reported, also where nothing names them. */
import { errorAt } from '../../diagnostics/diagnostic';
import type { Diagnostics } from './diagnostics';
import { isMenuFile } from './files';
import { OwnFolder } from './ownFolder';

/** What a directory consists of beside its files. */
const FOLDERS = ['menus', 'sounds', 'twiml', 'applied'];
/** Written by the commands. */
const AUDIT = 'audit.jsonl';

export function reportIrregularFiles(folder: string, report: Diagnostics): void {
  const own = new OwnFolder(folder);
  const addError = (file: string, message: string, fix: string) =>
    report.add(errorAt(file, message, fix));
  for (const name of FOLDERS) {
    const odd = own.refusal(name) ?? own.refusal(`${name}/.`);
    if (odd) addError(name, odd.why, odd.fix ?? '');
  }
  // Files of menus are reported when they are read.
  const below = FOLDERS.flatMap((name) => own.below(name).map((path) => `${name}/${path}`));
  for (const name of [AUDIT, ...below.filter((path) => !isMenuFile(path))]) {
    const odd = own.refusal(name);
    if (odd) addError(name, odd.why, odd.fix ?? '');
  }
}
