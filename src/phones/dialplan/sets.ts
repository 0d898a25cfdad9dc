/** Patterns as the sets of strings that they match: parts, differences, unions. */
import { type KeySet, keysAt, KEYS, type Pattern } from './pattern';

export function both(a: KeySet, b: KeySet): KeySet {
  return [...a].filter((key) => b.includes(key)).join('');
}

function without(a: KeySet, b: KeySet): KeySet {
  return [...a].filter((key) => !b.includes(key)).join('');
}

/** Whether `wide` matches everything that `narrow` does. */
export function covers(wide: Pattern, narrow: Pattern): boolean {
  const least = wide.keys.length;
  if (narrow.keys.length < least) return false;
  if (wide.more === undefined && (narrow.more !== undefined || narrow.keys.length > least)) {
    return false;
  }
  const fits = (set: KeySet, position: number) => without(set, keysAt(wide, position)) === '';
  return narrow.keys.every(fits) && (narrow.more === undefined || fits(narrow.more, Infinity));
}

/** What of a pattern does not begin with `prefix`. */
export function notBeginning(pattern: Pattern, prefix: string): Pattern[] {
  const { keys, more } = pattern;
  if (keys.length < prefix.length) {
    if (more === undefined) return [pattern];
    const longer = { keys: [...keys, more], more };
    return [{ keys }, ...notBeginning(longer, prefix)];
  }
  const positions = [...prefix];
  if (!positions.every((key, position) => keysAt(pattern, position).includes(key)))
    return [pattern];
  return positions.flatMap((key, position) => {
    const others = without(keysAt(pattern, position), key);
    if (others === '') return [];
    return [
      { ...pattern, keys: [...positions.slice(0, position), others, ...keys.slice(position + 1)] },
    ];
  });
}

/** What of a pattern of fixed length begins something longer, and what does not. */
export function divide(
  pattern: Pattern,
  longer: Pattern,
): { readonly begins: Pattern[]; readonly rest: Pattern[] } {
  const { keys } = pattern;
  const common = keys.map((set, position) => both(set, keysAt(longer, position)));
  const ends = longer.more === undefined && longer.keys.length <= keys.length;
  if (ends || common.includes('')) return { begins: [], rest: [pattern] };
  const rest = keys.flatMap((set, position) => {
    const others = without(set, common[position] ?? '');
    if (others === '') return [];
    return [{ keys: [...common.slice(0, position), others, ...keys.slice(position + 1)] }];
  });
  return { begins: [{ keys: common }], rest };
}

/** One pattern for two, where it matches nothing beside: they differ at one place only. */
export function union(a: Pattern, b: Pattern): Pattern | undefined {
  if (covers(a, b)) return a;
  if (covers(b, a)) return b;
  if (a.keys.length !== b.keys.length || a.more !== b.more) return undefined;
  const positions = a.keys.flatMap((set, position) => (set === b.keys[position] ? [] : [position]));
  const [position] = positions;
  if (positions.length !== 1 || position === undefined) return undefined;
  const set = `${a.keys[position]}${b.keys[position]}`;
  // A set of digits and symbols is not written the same way in every grammar.
  if (/[*#]/.test(set)) return undefined;
  return { ...a, keys: a.keys.map((other, at) => (at === position ? inOrder(set) : other)) };
}

function inOrder(set: string): KeySet {
  return [...KEYS].filter((key) => set.includes(key)).join('');
}
