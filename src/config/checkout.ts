/** The checkout of Dialtone that is used: what it ships, and where it builds. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The current folder where it is a checkout, else the one whose program runs: `dialtone` is run from any folder. */
export function checkout(): string {
  return isCheckout('.') ? '.' : ownCheckout();
}

/** A path in it. */
export function inCheckout(...parts: readonly string[]): string {
  return path.join(checkout(), ...parts);
}

/** The checkout whose program runs: in `src/`, or in one bundle elsewhere in it. */
export function ownCheckout(): string {
  return (own ??= checkoutAbove(__dirname));
}

let own: string | undefined;

/** Another project for Twilio has `src/functions` as well. */
function isCheckout(folder: string): boolean {
  return ['src/functions', 'src/cli/main.ts'].every((name) => existsSync(path.join(folder, name)));
}

function checkoutAbove(folder: string): string {
  const above = path.dirname(folder);
  return above === folder || isCheckout(folder) ? folder : checkoutAbove(above);
}
