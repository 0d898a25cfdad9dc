/** Files that look like part of a directory and are not read: `extension.yaml` would lose every phone in it. */
import { errorAt } from '../../diagnostics/diagnostic';
import type { Diagnostics } from './diagnostics';
import { FILES, isMenuFile } from './files';
import { OwnFolder } from './ownFolder';
import { nearest } from './suggest';

const YAML = /^[^.].*\.ya?ml$/i;

/** Reports every file in `folder` that was probably meant to be read. */
export function reportUnexpectedFiles(folder: string, report: Diagnostics): void {
  const addError = (file: string, message: string, fix: string) =>
    report.add(errorAt(file, message, fix));
  const own = new OwnFolder(folder);
  for (const name of own.names()) {
    if (name === 'menus') continue;
    if (/^menus?$/i.test(name) && own.names(name).some((each) => YAML.test(each))) {
      addError(
        `${name}/`,
        'is not read: a directory has no folder of this name',
        'Did you mean `menus/`?',
      );
    }
    if (!YAML.test(name)) continue;
    const meant = /^menus?\./i.test(name)
      ? `menus/${name.replace(/\..*/, '.yaml')}`
      : nearest(name, FILES);
    if (meant === undefined || meant === name) continue;
    addError(
      name,
      'is not read: a directory has no file of this name',
      `Did you mean \`${meant}\`?`,
    );
  }
  for (const name of own.names('menus')) {
    const path = `menus/${name}`;
    if (own.isFolder(path)) {
      addError(
        `${path}/`,
        'is not read: menus must be directly in `menus/`',
        'Move its files there.',
      );
    } else if (YAML.test(name) && !isMenuFile(path)) {
      const fix = `Rename it to \`${name.replace(/\.[^.]*$/, '')}.yaml\`.`;
      addError(path, 'is not read: the name of a menu file must end in `.yaml`', fix);
    }
  }
}
