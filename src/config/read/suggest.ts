/** "Did you mean": the nearest of the names that would have been right. */
import { distance } from 'fastest-levenshtein';

/** The candidate that `word` was probably meant to be; undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lowerCase = word.toLowerCase();
  // Nearly half of the letters wrong may be a slip (`staging`); more is another word.
  const limit = Math.max(1, Math.floor(lowerCase.length * 0.45));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - lowerCase.length) > bestDistance) continue;
    // Of two as near, the one that begins the same: `USA` is US rather than SA.
    const begins = lowerCase.startsWith(candidate.toLowerCase()) ? 0.5 : 0;
    const d = distance(lowerCase, candidate.toLowerCase()) - begins;
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** An extension has some fifteen keys. */
const MOST_NAMED = 20;

/** A fix: the nearest name, or all of them while they are few. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise: string): string {
  const names = [...candidates];
  const near = nearest(word, names);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  return names.length > 0 && names.length <= MOST_NAMED
    ? `${otherwise} Known: ${names.join(', ')}.`
    : otherwise;
}
