/** Short names: how other phones dial an extension that must be named by its number. */
import type { Context } from './context';
import { checkDigits, freeDigitsFix } from './usernames';
import { below, type Location, addError } from './values';

export function checkShortNames(context: Context): void {
  const owners = new Map<string, string>();
  for (const [username, { short }] of Object.entries(context.source.extensions)) {
    if (short === undefined) continue;
    const location = below({ file: 'extensions.yaml', path: [username] }, 'short');
    const other = owners.get(short);
    owners.set(short, other ?? username);
    if (other === undefined) checkShortName(context, location, username, short);
    else
      reportTaken(
        context,
        location,
        `\`${short}\` is already the short name of \`${other}\``,
        short,
      );
  }
}

function checkShortName(
  context: Context,
  location: Location,
  username: string,
  short: string,
): void {
  if (short === username) {
    const message = 'is already its name, which other phones dial';
    return addError(context, location, message, 'Remove it.');
  }
  if (context.extensions?.has(short)) {
    return reportTaken(context, location, `\`${short}\` is another extension`, short);
  }
  if (/^\d+$/.test(short)) checkDigits(context, location, short);
}

function reportTaken(context: Context, location: Location, message: string, short: string): void {
  addError(context, location, message, freeDigitsFix(context, short));
}
