/** Menus to which no phone and no number leads. */
import { isMenuFile } from '../read/files';
import { isContainer, scalarsAt } from '../read/raw';
import type { Context } from './context';
import { addError } from './values';

/** As written: what is faulty elsewhere makes no menu unreachable. */
export function checkUnreachableMenus(context: Context): void {
  const { files } = context.source;
  if (context.menus === undefined) return;
  const raw = Object.values(files).filter(({ readable }) => readable);
  if (raw.length < Object.values(files).length) return;
  const written = raw
    .filter(({ name }) => isMenuFile(name))
    .flatMap(({ value }) => (isContainer(value) ? Object.entries(value) : []));
  // Of two with one name both count: which of them is meant is reported elsewhere.
  const menus = new Map<string, unknown[]>();
  for (const [name, value] of written) menus.set(name, [...(menus.get(name) ?? []), value]);
  const reached = new Set<string>();
  const open = raw
    .filter(({ name }) => !isMenuFile(name))
    .flatMap(({ value }) => scalarsAt('menu', value));
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...scalarsAt('menu', menus.get(name)));
  }
  const reported = new Set(reached);
  for (const file of raw) {
    if (!isMenuFile(file.name)) continue;
    for (const name of file.keys([])) {
      if (reported.has(name)) continue;
      reported.add(name);
      const message = `nothing opens the menu \`${name}\``;
      const fix = 'Open it with a key, `hash` or a number, or remove it.';
      addError(context, { file: file.name, path: [name] }, message, fix);
    }
  }
}
