/** What a rewrite rule may read, as far as its expression tells without being tried. */
import { sequencesOf } from '../../numbers/rulePatterns';

type Sequences = ReturnType<typeof sequencesOf>;

const known = new Map<string, Sequences>();

/** Everything that a rule reads; undefined where it reads too freely to be listed. */
function readBy(expression: string): Sequences {
  if (!known.has(expression)) known.set(expression, sequencesOf(expression));
  return known.get(expression);
}

/**
 * Whether a rule may read something longer that begins with these digits: exact where what it reads can
 * be listed, else rather too often than never.
 *
 * @param except How long what nobody dials would be: a telephone number, after what is no area code.
 */
export function mayReadMore(dialled: string, expression: string, except?: number): boolean {
  const sequences = readBy(expression);
  if (!sequences) return isBegunBy(dialled, beginningOf(expression));
  return sequences.some(
    (keys) =>
      keys.length > dialled.length &&
      keys.length !== except &&
      [...dialled].every((key, position) => keys[position]?.includes(key)),
  );
}

/** With which keys all begins that a rule reads too freely; undefined for a rule that can be listed. */
export function freeBeginning(expression: string): string | undefined {
  return readBy(expression) ? undefined : beginningOf(expression);
}

function isBegunBy(dialled: string, beginning: string): boolean {
  return beginning.startsWith(dialled) || dialled.startsWith(beginning);
}

function beginningOf(expression: string): string {
  const outside = expression.replace(/\([^()]*\)/g, '');
  if (outside.includes('|')) return '';
  // `(650…)`: the group at the beginning is read as if it were none.
  const plain = expression.replace(/^\^?/, '').replace(/^\((?:\?:)?([^()|]*)\)(?![?*+{])/, '$1');
  const keys = plain.replace(/^((?:(?:\d|#|\\[*#])(?![*?{]))*).*$/s, '$1');
  return keys.replaceAll('\\', '');
}
