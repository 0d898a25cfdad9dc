/** The checkout of Dialtone that is used: what it ships, and where it builds. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The current folder where it is a checkout, else the one whose program runs: `dialtone` is run from any folder. */
export function checkout(): string {
  return existsSync('src/functions') ? '.' : (ownCheckout ??= folderOf(__dirname));
}

/** A path in it. */
export function inCheckout(...parts: readonly string[]): string {
  return path.join(checkout(), ...parts);
}

let ownCheckout: string | undefined;

/** The program may be in `src/` or one bundle elsewhere in the checkout. */
function folderOf(folder: string): string {
  const above = path.dirname(folder);
  return above === folder || existsSync(path.join(folder, 'src/functions'))
    ? folder
    : folderOf(above);
}
