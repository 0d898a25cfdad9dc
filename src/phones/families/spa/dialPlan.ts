/** The dial plan of a Linksys or Cisco SPA (SPA Provisioning Guide 3.0, "Dial Plan"). */
import { type Dial, type DialPlan, HOTLINE } from '../../dialplan/entry';
import { oncePerPlan } from '../../dialplan/once';
import type { Pattern } from '../../dialplan/pattern';
import {
  replacementOf,
  secondsOf,
  type Segment,
  segmentsOf,
  writeSet,
} from '../../dialplan/segments';

export interface SpaDialPlan {
  /** `Dial_Plan_N_`. */
  readonly plan: string;
  /** `Interdigit_Long_Timer`: after it what is not complete is given up. */
  readonly interdigitLong: string;
  /** `Interdigit_Short_Timer`: each sequence says its own; this is for the phone's own ones. */
  readonly interdigitShort: string;
}

const LONG_SECONDS = 10;
const SHORT_SECONDS = 4;

export const spaDialPlan = oncePerPlan(compile);

function compile(plan: DialPlan, dial: Dial = 'dialtone'): SpaDialPlan {
  const sequences = segmentsOf(plan).map(sequence);
  return {
    plan: dial === 'hotline' ? `(S0<:${HOTLINE}>)` : `(${sequences.join('|')})`,
    interdigitLong: String(LONG_SECONDS),
    interdigitShort: String(SHORT_SECONDS),
  };
}

/** `S0` sends at once; `S4` four seconds after the last key, where a longer sequence goes on. */
function sequence(segment: Segment): string {
  const { pattern, action, when } = segment;
  if (action === 'deny') return `${write(pattern)}!`;
  const replaced = replacementOf(segment);
  const keys = replaced
    ? `<${replaced.dialled}:${replaced.sent}>${write(replaced.rest)}`
    : write(pattern);
  return `${keys}S${secondsOf(when)}`;
}

/** A dot is none or more of what stands before it. */
function write({ keys, more }: Pattern): string {
  return keys.map(writeSet).join('') + (more === undefined ? '' : `${writeSet(more)}.`);
}
