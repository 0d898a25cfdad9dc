/** Phones as people call them: by SIP username, short name, number in any spelling, or name. */
import { didYouMean } from '../config/read/suggest';
import { UserError } from '../diagnostics/errors';
import { printable } from '../diagnostics/printable';
import type { Directory, Extension } from '../runtime/model/directory';
import { isE164, readPhoneNumber } from '../runtime/numbers/phoneNumber';

interface Known {
  readonly directory: Pick<Directory, 'shortNames' | 'extensions' | 'site'>;
}

/**
 * The SIP username that is meant; what nobody has is left as it is.
 *
 * @throws UserError where several phones have that number or name: nothing is done to a phone by chance.
 */
export function usernameOf(name: string, known: Known): string {
  const { extensions, shortNames } = known.directory;
  if (extensions.has(name)) return name;
  const short = shortNames.get(name);
  if (short !== undefined) return short;
  const number = spelledNumber(name, known);
  if (number !== undefined && extensions.has(number)) return number;
  const meant = [...extensions.values()].filter(
    (extension) =>
      (number !== undefined && extension.number === number) || isCalled(extension, name),
  );
  if (meant.length > 1) {
    const usernames = meant.map(({ username }) => username).join(', ');
    throw new UserError(
      `Several phones are called \`${printable(name)}\``,
      `Name one of: ${usernames}.`,
    );
  }
  return meant[0]?.username ?? name;
}

/**
 * Who calls, for `explain`: a phone of the directory by any of its names, or one that may be on Twilio's
 * credential lists alone, by its SIP URI, its number as a username, or as one that is `listed`.
 *
 * @throws UserError for a name that nobody has: an answer would be about a phone that there is not.
 */
export function callerNamed(name: string, known: Known, listed: readonly string[] = []): string {
  const username = usernameOf(name, known);
  const { extensions, shortNames } = known.directory;
  if (name === '' || name.includes('@') || extensions.has(username)) return username;
  if (listed.includes(name) || isE164(name)) return name;
  const names = [...extensions.values()].map((extension) => extension.name);
  throw new UserError(
    `There is no phone \`${printable(name)}\``,
    didYouMean(
      name,
      [...extensions.keys(), ...shortNames.keys(), ...names],
      'Name it by its extension, number or name. If it is only on a credential list, add --listed.',
    ),
  );
}

/** `+15035550123 (101)`; the username alone where there is no short name. */
export function withShort(
  username: string,
  { directory }: { readonly directory: Pick<Directory, 'extensions'> },
): string {
  const short = directory.extensions.get(username)?.short;
  return short === undefined ? username : `${username} (${short})`;
}

/** `(503) 555-0123` in the United States → `+15035550123`; undefined for what is no number. */
function spelledNumber(text: string, { directory: { site } }: Known): string | undefined {
  const number = readPhoneNumber(text.replace(/[\s().-]/g, ''), site.country);
  return typeof number === 'string' ? undefined : number.e164;
}

function isCalled({ name }: Extension, asked: string): boolean {
  return name.toLowerCase() === asked.trim().toLowerCase();
}
