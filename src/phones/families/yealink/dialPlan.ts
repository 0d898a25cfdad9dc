/** The digit map of a Yealink (T2/T4/T5 Administrator's Guide, "Digit Map"; RFC 3435 §2.1.5). */
import { UserError } from '../../../diagnostics/errors';
import type { Dial, DialPlan } from '../../dialplan/entry';
import { closedNumbers, repeatedNumbers } from '../../dialplan/insisted';
import { oncePerPlan } from '../../dialplan/once';
import type { Pattern } from '../../dialplan/pattern';
import {
  closedByHash,
  replacementOf,
  secondsOf,
  type Segment,
  segmentsOf,
  writeSet,
} from '../../dialplan/segments';

export interface YealinkDialPlan {
  /** `dialplan.digitmap.string`. */
  readonly string: string;
  /** `dialplan.digitmap.interdigit_short_timer`; each string says its own. */
  readonly shortTimer: string;
  /** `dialplan.digitmap.interdigit_long_timer`: 0 never dials what is not complete. */
  readonly longTimer: string;
}

const SHORT_SECONDS = 4;
/** Characters, as the guide says. */
const LONGEST = 2048;

/**
 * @param longest fewer characters, for whoever types them.
 * @throws UserError when the phone cannot hold the plan.
 */
export const yealinkDialPlan = oncePerPlan(compile);

function compile(plan: DialPlan, dial: Dial = 'dialtone', longest = LONGEST): YealinkDialPlan {
  const all = segmentsOf(plan, dial);
  // 911 leaves at once, unless the phone holds what something longer begins with.
  const held = [...all, ...closedNumbers(plan), ...repeatedNumbers(plan)];
  const plain = all.filter(({ insisted }) => !insisted);
  const waiting = all.filter(({ when }) => when !== 'now');
  const sent = [...held, ...closedByHash(plan, waiting)];
  const texts = [sent, held, all, plain].map((segments) => segments.map(write).join('|'));
  const string = texts.find(({ length }) => length <= longest) ?? texts.at(-1) ?? '';
  if (string.length > LONGEST) {
    throw new UserError(
      `${plan.extension}: the dial plan has ${string.length} characters; a Yealink holds ${LONGEST}`,
      'Give the extensions consecutive numbers that begin with 2 to 8, or remove rewrite rules.',
    );
  }
  return { string, shortTimer: String(SHORT_SECONDS), longTimer: '0' };
}

function write(segment: Segment): string {
  const { pattern, action, when, closed } = segment;
  if (action === 'deny') return `${writePattern(pattern)}!`;
  if (closed) return `${writePattern(pattern)}#`;
  const seconds = secondsOf(when);
  const replaced = replacementOf(segment);
  const keys = replaced
    ? `<${replaced.dialled}:${replaced.sent}>${writePattern(replaced.rest)}`
    : writePattern(pattern);
  return seconds === 0 ? keys : `${keys}<T${seconds}>`;
}

/** A dot is none or more of what stands before it. */
function writePattern({ keys, more }: Pattern): string {
  return keys.map(writeSet).join('') + (more === undefined ? '' : `${writeSet(more)}.`);
}
