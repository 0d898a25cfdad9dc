/** What a rewrite rule may read, as far as its expression tells without being tried. */

/** Whether a rule may read something longer that begins with these digits: rather too often than never. */
export function mayReadMore(dialled: string, expression: string): boolean {
  if (lengthOf(expression) <= dialled.length) return false;
  const beginning = beginningOf(expression);
  return beginning.startsWith(dialled) || dialled.startsWith(beginning);
}

/** How many keys it reads; Infinity where that is not always the same. */
function lengthOf(expression: string): number {
  if (/\)[?*+{]|\|/.test(expression)) return Infinity;
  const keys = expression.replace(/^\^|\$$/g, '').replace(/\((?:\?:)?|\)/g, '');
  let length = 0;
  const rest = keys.replace(/(?:\\d|\\[*#]|\[[^\]]*\]|[\d#])(?:\{(\d+)\})?/g, (_, count = '1') => {
    length += Number(count);
    return '';
  });
  return rest === '' ? length : Infinity;
}

/** The keys with which all begins that it reads. */
function beginningOf(expression: string): string {
  const outside = expression.replace(/\([^()]*\)/g, '');
  if (outside.includes('|')) return '';
  // `(650…)`: the group at the beginning is read as if it were none.
  const plain = expression.replace(/^\^?/, '').replace(/^\((?:\?:)?([^()|]*)\)(?![?*+{])/, '$1');
  const keys = plain.replace(/^((?:(?:\d|#|\\[*#])(?![*?{]))*).*$/s, '$1');
  return keys.replaceAll('\\', '');
}
