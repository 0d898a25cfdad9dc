/**
 * What an entry of a dial plan matches: one set of keys after another. It can hold keys and
 * nothing else, so no name or code of the directory can become a sign of a phone's grammar.
 */

import { DIGITS, isDialable, type KeySet } from '../../runtime/numbers/keys';

export { DIGITS, isDialable, KEYS, type KeySet } from '../../runtime/numbers/keys';

export interface Pattern {
  readonly keys: readonly KeySet[];
  /** Then any number of these, or none. */
  readonly more?: KeySet;
}

/**
 * The pattern that is just these keys.
 *
 * @throws RangeError for what is no key: nothing else gets into a dial plan.
 */
export function literal(text: string): Pattern {
  if (!isDialable(text)) throw new RangeError(`${JSON.stringify(text)} cannot be dialled`);
  return { keys: [...text] };
}

/** Reads `1[2-9]xx`, as the entries of this folder are written; `+` at the end is any number more. */
export function pattern(notation: string): Pattern {
  const keys: KeySet[] = [];
  for (const [item, from, to] of notation.matchAll(/\[(\d)-(\d)\]|[x0-9*#]/g)) {
    if (item === 'x') keys.push(DIGITS);
    else keys.push(from && to ? DIGITS.slice(Number(from), Number(to) + 1) : item);
  }
  return notation.endsWith('+') ? { keys, more: DIGITS } : { keys };
}

/** The one string that the pattern matches; undefined where it matches several. */
export function onlyString({ keys, more }: Pattern): string | undefined {
  return more === undefined && keys.every((set) => set.length === 1) ? keys.join('') : undefined;
}

/** What may stand at a place; empty where the pattern has ended. */
export function keysAt({ keys, more }: Pattern, position: number): KeySet {
  return keys[position] ?? more ?? '';
}

export function matches(pattern: Pattern, digits: string): boolean {
  const long = pattern.more === undefined ? pattern.keys.length : Infinity;
  if (digits.length < pattern.keys.length || digits.length > long) return false;
  return [...digits].every((key, position) => keysAt(pattern, position).includes(key));
}

/** Whether something longer than `digits` that begins with them matches. */
export function couldFollow(pattern: Pattern, digits: string): boolean {
  if (pattern.more === undefined && pattern.keys.length <= digits.length) return false;
  return [...digits].every((key, position) => keysAt(pattern, position).includes(key));
}
