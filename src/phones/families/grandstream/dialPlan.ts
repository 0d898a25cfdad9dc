/** The dial plan of a Grandstream (HT801/HT802 Administration Guide, "Dial Plan"). */
import { UserError } from '../../../diagnostics/errors';
import type { Dial, DialPlan } from '../../dialplan/entry';
import { aroundNumbers, closedNumbers, repeatedNumbers } from '../../dialplan/insisted';
import { oncePerPlan } from '../../dialplan/once';
import { DIGITS, type KeySet, type Pattern } from '../../dialplan/pattern';
import { closedByHash, replacementOf, type Segment, segmentsOf } from '../../dialplan/segments';

export interface GrandstreamDialPlan {
  /** P4200, on desk phones P290. */
  readonly plan: string;
  /** P85, seconds: no rule has a time of its own, so all leaves so long after the last key. */
  readonly keyTimeout: string;
}

const KEY_TIMEOUT_SECONDS = 4;
/** Of an HT8xx V2, in characters. */
const LONGEST = 1024;

/**
 * @param longest fewer characters, for whoever types them.
 * @throws UserError when the phone cannot hold the plan.
 */
export const grandstreamDialPlan = oncePerPlan(compile);

function compile(plan: DialPlan, dial: Dial = 'dialtone', longest = LONGEST): GrandstreamDialPlan {
  const texts = candidates(plan, dial).map(
    (segments) => `{ ${segments.flatMap(rules).join(' | ')} }`,
  );
  // Without the key that sends, of which there is room for the numbers that may be dialled.
  const [, full = ''] = texts;
  if (plan.shorter && full.length > longest) return compile(plan.shorter, dial, longest);
  const text = texts.find(({ length }) => length <= longest) ?? texts.at(-1) ?? '';
  if (text.length > LONGEST) {
    throw new UserError(
      `${plan.extension}: the dial plan has ${text.length} characters; a Grandstream holds ${LONGEST}`,
      'Give the extensions consecutive numbers that begin with 2 to 8, or remove rewrite rules.',
    );
  }
  return { plan: text, keyTimeout: String(KEY_TIMEOUT_SECONDS) };
}

/**
 * All that is pressed within the timeout is one number, `#` as well (Use # as Dial Key is off): what
 * people press after 911 or around it, and the key that sends, are written out as far as there is room.
 */
function candidates(plan: DialPlan, dial: Dial): readonly (readonly Segment[])[] {
  const all = segmentsOf(plan, dial);
  const after = [...all, ...closedNumbers(plan), ...repeatedNumbers(plan)];
  const plain = all.filter(({ insisted }) => !insisted);
  const around = [...after, ...aroundNumbers(plan)];
  return [[...around, ...closedByHash(plan, all)], around, after, all, plain];
}

/** A caret refuses exactly what follows it, whatever other rules say. */
function rules(segment: Segment): readonly string[] {
  const { pattern, action, closed } = segment;
  const replaced = replacementOf(segment);
  if (closed) return write(pattern).map((text) => `${text}#`);
  if (!replaced) return write(pattern).map((text) => (action === 'deny' ? `^${text}` : text));
  return write(replaced.rest).map((text) => `<${replaced.dialled}=${replaced.sent}>${text}`);
}

/** Manuals disagree about the dot; `+`, one or more of what stands before it, is the same in all. */
function write({ keys, more }: Pattern): readonly string[] {
  const start = keys.map(writeSet).join('');
  if (more === undefined) return [start];
  return keys.at(-1) === more ? [`${start}+`] : [start, `${start}${writeSet(more)}+`];
}

/** A range or a list: no manual shows both in one pair of brackets. */
function writeSet(set: KeySet): string {
  if (set === DIGITS) return 'x';
  if (set.length === 1) return set;
  const isRun = set.length > 2 && DIGITS.includes(set);
  return isRun ? `[${set.at(0)}-${set.at(-1)}]` : `[${set}]`;
}
