/**
 * What people press around a number that must not fail, as the server reads it
 * (`numbers/insistence.ts`): codes before it here, what comes after it for phones that wait.
 */
import { CODES_ON_KEYS } from '../../runtime/numbers/insistence';
import { couldBegin } from './emergency';
import { type Candidate, type DialPlan, type Entry, WAIT_SECONDS } from './entry';
import { DIGITS, KEYS, type KeySet, literal, type Pattern } from './pattern';
import type { Segment } from './segments';
import { divide } from './sets';

/** A hash opens the menu at once: what comes after one cannot be waited for. */
const BEFORE = ['*', '**', ...CODES_ON_KEYS.filter((code) => code.startsWith('*'))];

/**
 * `*911`, `*67911` and the like. Those of one length are written together, `*[678][027]9[13][13]`, where nothing
 * else begins so, else those of one code, else each by itself: what is between them the server refuses in words.
 * One from which something longer goes on waits for that.
 */
export function insistedEntries(
  numbers: readonly string[],
  candidates: readonly Candidate[],
): readonly Entry[] {
  const together = (forms: readonly string[]): readonly Entry[] | undefined => {
    const wide = around(forms);
    const isFree = candidates.every((each) => divide(wide, each.pattern).begins.length === 0);
    return isFree ? [entry(wide, 'now')] : undefined;
  };
  const apart = (form: string): Entry => {
    const goesOn = candidates.some((each) => couldBegin(each, form));
    return entry(literal(form), goesOn ? { afterSeconds: WAIT_SECONDS } : 'now');
  };
  const ofCodes = BEFORE.map((code) => numbers.map((number) => code + number));
  return byLength(ofCodes.flat()).flatMap(
    (alike) =>
      together(alike) ??
      ofCodes
        .map((forms) => forms.filter((form) => alike.includes(form)))
        .filter(({ length }) => length > 0)
        .flatMap((forms) => together(forms) ?? forms.map(apart)),
  );
}

function entry(pattern: Pattern, when: Entry['when']): Entry {
  const note = 'emergency or crisis line, with a code before it';
  return { kind: 'insisted', pattern, action: 'send', when, note };
}

/** The narrowest pattern that matches all: they are of one length. */
function around(forms: readonly string[]): Pattern {
  const [first = ''] = forms;
  return {
    keys: [...first].map((_, position) => keysOf(forms.map((form) => form.charAt(position)))),
  };
}

function keysOf(keys: readonly string[]): KeySet {
  return [...KEYS].filter((key) => keys.includes(key)).join('');
}

/** The last key once more, or the number again: where it waits, all is one. */
export function repeatedNumbers({ insistsOn }: DialPlan): readonly Segment[] {
  return insistsOn.numbers.map((number) =>
    segment({ keys: [...number, DIGITS], more: DIGITS }, { afterSeconds: WAIT_SECONDS }),
  );
}

/** Closed by `#`; and by what else people press, for a phone that waits. */
export function closedNumbers(
  { insistsOn: { numbers, forms }, rotary }: DialPlan,
  ends: readonly string[] = ['#'],
): readonly Segment[] {
  if (rotary) return [];
  return byLength([...numbers, ...forms]).flatMap((alike) =>
    ends.map((end) => segment(around(alike.map((form) => form + end)), 'now')),
  );
}

/**
 * And more, for a phone on which all that is pressed within four seconds is one number: a hash before
 * it or behind its code, a hash between, and the number again with a hash.
 */
export function aroundNumbers(plan: DialPlan): readonly Segment[] {
  const { insistsOn, entries, rotary } = plan;
  if (rotary) return [];
  const coded = entries
    .filter(({ kind }) => kind === 'insisted')
    .map(({ pattern }) => segment({ keys: [...pattern.keys, '#'] }, 'now'));
  const forms = byLength(insistsOn.numbers).flatMap((alike) =>
    AROUND.map((form) => segment(around(alike.map(form)), 'now')),
  );
  return [...coded, ...closedNumbers(plan, ['##', '*', '**']), ...forms];
}

const AROUND: readonly ((number: string) => string)[] = [
  (number) => `#${number}`,
  (number) => `#31#${number}`,
  (number) => `${number}#${number}`,
  (number) => `${number}#${number}#`,
  (number) => `${number}${number}#`,
];

function byLength(forms: readonly string[]): readonly (readonly string[])[] {
  const lengths = [...new Set(forms.map(({ length }) => length))];
  return lengths.map((length) => forms.filter((form) => form.length === length));
}

function segment(pattern: Pattern, when: Segment['when']): Segment {
  return { pattern, action: 'send', when, apart: true };
}
