/** When each candidate leaves: at once where nothing longer begins with it, else after a wait. */
import { couldBegin } from './emergency';
import type { Candidate, Entry } from './entry';
import { couldFollow, onlyString, type Pattern } from './pattern';
import { covers, divide } from './sets';

/**
 * Entries in the order of the candidates. One that only partly begins something longer is cut in
 * two: `[2-9]11` beside `211x` leaves at once but for `211`. So every grammar can say it.
 *
 * @param emergency what is dialled at once, or denied, whatever else begins with it.
 */
export function assignTimeouts(
  candidates: readonly Candidate[],
  emergency: readonly Pattern[],
): Entry[] {
  return candidates.flatMap((candidate): Entry[] => {
    const { kind, note, waitSeconds } = candidate;
    const { now, later } = whole(candidate, parts(candidate, candidates, emergency));
    const entry =
      (when: Entry['when']) =>
      (pattern: Pattern): Entry => ({
        kind,
        pattern,
        action: 'send',
        when,
        note,
      });
    return [...now.map(entry('now')), ...later.map(entry({ afterSeconds: waitSeconds }))];
  });
}

/** No feature code but is refused in words, so all may wait for the few that begin something. */
function whole({ kind, pattern }: Candidate, divided: Parts): Parts {
  const waits = kind === 'featureCode' && divided.later.length > 0;
  return waits ? { now: [], later: [pattern] } : divided;
}

interface Parts {
  readonly now: readonly Pattern[];
  readonly later: readonly Pattern[];
}

function parts(
  { pattern }: Candidate,
  candidates: readonly Candidate[],
  emergency: readonly Pattern[],
): Parts {
  // What has no end is over when nothing follows.
  if (pattern.more !== undefined) return { now: [], later: [pattern] };
  const digits = onlyString(pattern);
  if (digits === undefined) {
    return partsOfSeveral(pattern, [...candidates.map((each) => each.pattern), ...emergency]);
  }
  const goesOn =
    candidates.some((other) => couldBegin(other, digits)) ||
    emergency.some((other) => couldFollow(other, digits));
  return goesOn ? { now: [], later: [pattern] } : { now: [pattern], later: [] };
}

function partsOfSeveral(pattern: Pattern, others: readonly Pattern[]): Parts {
  let now: readonly Pattern[] = [pattern];
  const later: Pattern[] = [];
  for (const other of others) {
    const divided = now.map((part) => divide(part, other));
    now = divided.flatMap(({ rest }) => rest);
    later.push(...divided.flatMap(({ begins }) => begins));
  }
  return { now, later: later.filter((each, n) => !coveredBefore(each, later.slice(0, n))) };
}

function coveredBefore(pattern: Pattern, before: readonly Pattern[]): boolean {
  return before.some((other) => covers(other, pattern));
}
