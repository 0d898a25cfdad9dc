/** Entries as a phone holds them: those that differ in one figure are written together. */
import type { Dial, DialPlan, Entry, When } from './entry';
import { DIGITS, type KeySet, matches, onlyString, type Pattern } from './pattern';
import { union } from './sets';

export interface Segment {
  readonly pattern: Pattern;
  readonly action: Entry['action'];
  readonly when: When;
  /** An emergency number: written by itself, for whoever reads what the phone holds. */
  readonly apart?: boolean;
  /** With a code before it: what a phone without room leaves out first. */
  readonly insisted?: boolean;
  /** Sent before what is dialled. */
  readonly prefix?: string;
  /** With `#` after it, by which people send what they have dialled. */
  readonly closed?: boolean;
}

/** What of a plan a phone needs: a hotline dials the menu, and who gets round it only for help. */
export function segmentsOf({ entries }: DialPlan, dial: Dial = 'dialtone'): readonly Segment[] {
  return merged(
    entries.filter(({ kind }) => dial === 'dialtone' || HOTLINE.includes(kind)).map(segmentOf),
  );
}

const EMERGENCY: readonly Entry['kind'][] = ['emergency', 'emergencyForm'];
const HOTLINE: readonly Entry['kind'][] = [...EMERGENCY, 'insisted', 'menu'];

export function segmentOf({ kind, pattern, action, when, prefix }: Entry): Segment {
  const insisted = kind === 'insisted';
  const apart = insisted || EMERGENCY.includes(kind);
  return { pattern, action, when, apart, insisted, ...(prefix !== undefined && { prefix }) };
}

/** Matches what the segments match, and each when it did. */
export function merged(segments: readonly Segment[]): readonly Segment[] {
  const found: Segment[] = [];
  for (const segment of segments) {
    let grown = segment;
    // What has grown may go with another one.
    for (let at = partner(found, grown); at >= 0; at = partner(found, grown)) {
      const [other] = found.splice(at, 1);
      const pattern = other && union(other.pattern, grown.pattern);
      grown = { ...grown, ...(pattern && { pattern }) };
    }
    found.push(grown);
  }
  return found;
}

function partner(found: readonly Segment[], segment: Segment): number {
  if (isApart(segment)) return -1;
  return found.findIndex(
    (other) =>
      !isApart(other) &&
      other.action === segment.action &&
      other.closed === segment.closed &&
      secondsOf(other.when) === secondsOf(segment.when) &&
      union(other.pattern, segment.pattern) !== undefined,
  );
}

function isApart({ apart, prefix }: Segment): boolean {
  return apart === true || prefix !== undefined;
}

/**
 * What a segment with a prefix replaces, its first key, and by what; and the pattern after it. Every maker's
 * manual shows a replacement so: `<8:1650>xxxxxxx`, `<2=011>x+`, `R9R604Rxxxxxxx`, `<12:234>`.
 */
export function replacementOf({ pattern, prefix }: Segment): Replacement | undefined {
  const [first = '', ...keys] = pattern.keys;
  if (prefix === undefined) return undefined;
  return { dialled: first, sent: prefix + first, rest: { ...pattern, keys } };
}

export interface Replacement {
  readonly dialled: string;
  readonly sent: string;
  readonly rest: Pattern;
}

export function secondsOf(when: When): number {
  return when === 'now' ? 0 : when.afterSeconds;
}

/** `7`, `x` or `[2-46]`, as every grammar but Grandstream's has it. */
export function writeSet(set: KeySet): string {
  if (set === DIGITS) return 'x';
  if (set.length === 1) return set;
  const runs = set.replace(RUN, (run) => `${run.at(0)}-${run.at(-1)}`);
  return `[${runs}]`;
}

/** Three or more digits in a row, the longest first. */
const RUN = new RegExp(
  [...DIGITS]
    .flatMap((_, from) => [...DIGITS].map((__, to) => DIGITS.slice(from, to + 1)))
    .filter((run) => run.length >= 3)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/**
 * The same closed by `#`, which the server takes for the end of the number: for phones on which `#` is a key as any
 * other. Nothing that is denied comes to leave so; what is written by itself has its own forms; and no code, for
 * `*31#911` goes on after one.
 */
export function closedByHash(
  { entries, rotary, neverSent, insistsOn: { numbers } }: DialPlan,
  segments: readonly Segment[],
): readonly Segment[] {
  if (rotary) return [];
  const denied = entries.filter(({ action }) => action === 'deny').map(({ pattern }) => pattern);
  const never = [...neverSent, ...denied.flatMap((each) => onlyString(each) ?? [])];
  return segments
    .filter(({ pattern, action, apart, prefix }) => {
      const closes = action === 'send' && !apart && prefix === undefined;
      const isNumber = !/[*#]/.test(pattern.keys.join('') + (pattern.more ?? ''));
      return closes && isNumber && !numbers.includes(onlyString(pattern) ?? '');
    })
    .filter(({ pattern }) => !never.some((digits) => matches(pattern, digits)))
    .map((segment) => ({ ...segment, when: 'now', closed: true }));
}
