/** Short names: how other phones dial an extension that must be named by its number. */
import type { Context } from './context';
import { checkDigits } from './usernames';
import { below, type Place, tell } from './values';

export function checkShortNames(context: Context): void {
  const owners = new Map<string, string>();
  for (const [username, { short }] of Object.entries(context.source.extensions)) {
    if (short === undefined) continue;
    const place = below({ file: 'extensions.yaml', path: [username] }, 'short');
    const other = owners.get(short);
    owners.set(short, other ?? username);
    if (other === undefined) checkShortName(context, place, username, short);
    else tellTaken(context, place, `\`${short}\` is already the short name of \`${other}\``);
  }
}

function checkShortName(context: Context, place: Place, username: string, short: string): void {
  if (short === username) {
    const message = 'is already its name, which other phones dial';
    return tell(context, place, message, 'Remove it.');
  }
  if (context.extensions?.has(short)) {
    return tellTaken(context, place, `\`${short}\` is another extension`);
  }
  if (/^\d+$/.test(short)) checkDigits(context, place, short);
}

function tellTaken(context: Context, place: Place, message: string): void {
  tell(context, place, message, 'Use other digits, or a word.');
}
