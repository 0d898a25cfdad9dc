/** What a configuration file can hold. A value that it cannot is refused, never bent. */
import { UserError } from '../../diagnostics/errors';

/** A setting in the device's own name for it. */
export type Parameter = readonly [key: string, value: string];

/** Something that a format, or the devices that read it, would not take as it stands. */
export interface Refusal {
  readonly pattern: RegExp;
  /** Completes `holds …`. Never the value itself: it may be a password. */
  readonly what: string;
}

/** For every format: a line break ends a field in one and turns into a space in another. */
const ALWAYS: readonly Refusal[] = [
  { pattern: /[\r\n\u0085\u2028\u2029]/, what: 'a line break' },
  { pattern: /\p{Cc}/u, what: 'a control character' },
  { pattern: /\p{Cs}|[\uFFFE\uFFFF]/u, what: 'half a character' },
  { pattern: /^\s|\s$/, what: 'a space at its beginning or end, which phones cut off' },
];

export const NON_ASCII: Refusal = { pattern: /[^ -~]/, what: 'a character outside ASCII' };

/**
 * Returns the parameters as they are when the format can hold every value.
 *
 * @throws UserError naming the extension and the key.
 */
export function checked(
  username: string,
  parameters: readonly Parameter[],
  refusals: readonly Refusal[] = [],
): readonly Parameter[] {
  for (const [key, value] of parameters) {
    const found = [...ALWAYS, ...refusals].find(({ pattern }) => pattern.test(value));
    if (found) throw unfit(username, key, found.what);
  }
  return parameters;
}

function unfit(username: string, key: string, what: string): UserError {
  return new UserError(
    `${JSON.stringify(username)}: \`${key}\` contains ${what}, which the phone's file cannot contain`,
    'Remove it in the directory, where the setting comes from; a password that was set by hand ' +
      'is changed with `dialtone rotate`.',
  );
}
