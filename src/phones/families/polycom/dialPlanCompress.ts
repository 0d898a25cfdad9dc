/**
 * A plan in fewer segments, for a phone that cannot hold it whole. What was sent is sent, but more
 * of it after a wait, and so is some of what the directory does not have: the server refuses that,
 * and with it an emergency number behind an area code.
 */
import { WAIT_SECONDS } from '../../dialplan/entry';
import type { DialPlan, Entry } from '../../dialplan/entry';
import { DIGITS, matches, type Pattern } from '../../dialplan/pattern';
import { secondsOf, type Segment, segmentOf } from '../../dialplan/segments';
import { both } from '../../dialplan/sets';

/** Of these, no national number and no service code that leaves at once: everybody would wait. */
const LOOSE: readonly Entry['kind'][] = ['serviceCode', 'extension', 'number', 'rule'];

export function compressed({ entries, neverSent }: DialPlan): readonly Segment[] {
  const sent = entries.filter(({ action }) => action === 'send');
  const loose = sent.filter(isLoose);
  // What waits must not come to 911 by itself, where that is to leave as 1911 at once.
  const prefixed = sent.filter(({ prefix }) => prefix !== undefined);
  const never = [...neverSent, ...prefixed.map(({ pattern }) => pattern.keys.join(''))];
  const codes = sent.filter(({ kind, pattern }) => kind === 'featureCode' && isLong(pattern));
  return [
    ...sent.filter((entry) => !loose.includes(entry) && !codes.includes(entry)).map(segmentOf),
    ...together(codes),
    ...[...DIGITS].flatMap((key) => compress(loose, key, never)),
  ];
}

function isLoose({ kind, pattern, when }: Entry): boolean {
  if (!LOOSE.includes(kind) || pattern.more !== undefined) return false;
  const isNumber = both(pattern.keys[0] ?? '', DIGITS) !== '';
  return isNumber && (when !== 'now' || kind === 'rule' || kind === 'extension');
}

function isLong({ keys }: Pattern): boolean {
  return keys.length > 1;
}

/** Feature codes of which some go on: all of them wait for what could follow. */
function together(codes: readonly Entry[]): readonly Segment[] {
  const seconds = Math.max(0, ...codes.map(({ when }) => secondsOf(when)));
  if (seconds === 0) return codes.map(segmentOf);
  return codes.map((code) => ({ ...segmentOf(code), when: { afterSeconds: seconds } }));
}

/** All that begins with a key: what is as long as the shortest of them, or longer, after a wait. */
function compress(
  loose: readonly Entry[],
  key: string,
  neverSent: readonly string[],
): readonly Segment[] {
  const beginning = loose.flatMap((entry) => {
    const [first = '', ...rest] = entry.pattern.keys;
    if (both(first, key) === '') return [];
    return [{ ...segmentOf(entry), pattern: { keys: [key, ...rest] } }];
  });
  if (beginning.length < 2) return beginning;
  const shortest = Math.min(...beginning.map(({ pattern }) => pattern.keys.length));
  const keys = [key, ...Array.from({ length: shortest - 1 }, () => DIGITS)];
  const pattern = { keys, more: DIGITS };
  if (neverSent.some((digits) => matches(pattern, digits))) return beginning;
  return [{ pattern, action: 'send', when: { afterSeconds: WAIT_SECONDS } }];
}
