/** Where Futel's extensions.json lies: in a checkout of any of its years, or as the file itself. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../../diagnostics/errors';

const NAMES = new Set(['extensions.json', 'extensions.private.json']);

/** Where other files of that name would be nobody's. */
const PASSED_OVER = new Set(['node_modules', 'dist', 'build', 'test', 'tests', 'fixtures']);
const DEEPEST = 5;

/**
 * The file that is meant by a file or folder: the one that lies nearest to the top.
 *
 * @throws UserError when there is none, or when several lie equally near.
 */
export function findExtensions(from: string): string {
  const found = statSync(from, { throwIfNoEntry: false });
  if (found?.isFile()) return from;
  let folders = found?.isDirectory() ? [from] : [];
  for (let depth = 0; folders.length > 0 && depth <= DEEPEST; depth++) {
    const entries = folders.flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true }).map((entry) => ({
        at: path.join(folder, entry.name),
        entry,
      })),
    );
    const files = entries.filter(({ entry }) => NAMES.has(entry.name) && !entry.isDirectory());
    const [first, second] = files.map(({ at }) => at).sort();
    if (second !== undefined) throw tooMany(files.map(({ at }) => at).sort());
    if (first !== undefined) return first;
    folders = entries
      .filter(({ entry: { name } }) => !name.startsWith('.') && !PASSED_OVER.has(name))
      .filter(({ entry }) => entry.isDirectory())
      .map(({ at }) => at);
  }
  throw new UserError(
    found ? `There is no extensions.json in ${from}` : `There is no ${from}`,
    'Name the folder or the file: app-dialplan/chalicelib/assets/extensions.json of dialplan-functions.',
  );
}

function tooMany(files: readonly string[]): UserError {
  return new UserError(`There are several: ${files.join(', ')}`, 'Name the file that you want.');
}
