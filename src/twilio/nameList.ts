/** A list of names within a sentence. */
const MOST_LISTED = 10;

/** `a, b, c`; of very many the first, and how many more there are. */
export function nameList(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).join(', ');
  return names.length > MOST_LISTED ? `${shown} and ${names.length - MOST_LISTED} more` : shown;
}
