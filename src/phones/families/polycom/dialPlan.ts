/** The digit map of a Polycom (SIP 3.1 Administrator's Guide, `dialplan.digitmap`; RFC 3435 §2.1.5). */
import { UserError } from '../../../diagnostics/errors';
import type { Dial, DialPlan } from '../../dialplan/entry';
import { closedNumbers, repeatedNumbers } from '../../dialplan/insisted';
import { oncePerPlan } from '../../dialplan/once';
import type { Pattern } from '../../dialplan/pattern';
import { withoutDenied } from './dialPlanDenied';
import { compressed } from './dialPlanCompress';
import {
  closedByHash,
  merged,
  replacementOf,
  secondsOf,
  type Segment,
  segmentsOf,
  writeSet,
} from '../../dialplan/segments';

export interface PolycomDialPlan {
  /** `dialplan.digitmap`. */
  readonly digitmap: string;
  /** `dialplan.digitmap.timeOut`: what `T` means in each segment. */
  readonly timeOut: string;
  /** False where more is sent, and later, than the plan says: the phone cannot hold it whole. */
  readonly whole: boolean;
}

/** From SIP 2.1 on, by its technical bulletin on digit maps; SIP 1.4 held 20 and 512. */
const MOST_SEGMENTS = 30;
const MOST_BYTES = 768;

/**
 * Tries to say the plan as it is; else with emergency numbers and service codes in one segment, and
 * longer forms of denied numbers merely never finished; else with more waiting; else without codes
 * before an emergency number.
 *
 * @throws UserError when the phone cannot hold the plan.
 */
export const polycomDialPlan = oncePerPlan(compile);

function compile(plan: DialPlan, dial: Dial = 'dialtone'): PolycomDialPlan {
  const kept = segmentsOf(plan, dial).filter(({ action }) => action === 'send');
  const plain = withoutInsisted(kept);
  const candidates = [
    // 911 leaves at once, unless the phone holds what something longer begins with.
    () => withoutDenied(plan, [...kept, ...closedNumbers(plan), ...repeatedNumbers(plan)], 'all'),
    () => withoutDenied(plan, kept, 'all'),
    () => withoutDenied(plan, mixed(kept), 'bare'),
    ...(placesEmergency(plan) ? [] : [() => withoutDenied(plan, mixed(plain), 'bare')]),
  ];
  const loose = [
    () => withoutDenied(plan, mixed(compressed(plan)), 'bare'),
    () => withoutDenied(plan, mixed(withoutInsisted(compressed(plan))), 'bare'),
  ];
  if (plan.shorter && !fits(merged(candidates[0]?.() ?? []))) return compile(plan.shorter, dial);
  let segments: readonly Segment[] = [];
  for (const [n, candidate] of [...candidates, ...loose].entries()) {
    segments = merged(candidate());
    if (fits(segments)) {
      return { ...write(withSend(plan, segments)), whole: n < candidates.length };
    }
  }
  throw new UserError(
    `${plan.extension}: the dial plan has ${segments.length} segments and ${digitmap(segments).length} bytes; ` +
      `a Polycom holds ${MOST_SEGMENTS} and ${MOST_BYTES}`,
    'Give the extensions consecutive numbers that begin with 2 to 8, or remove rewrite rules.',
  );
}

/** With the key that sends, for what waits, as far as there is room. */
function withSend(plan: DialPlan, segments: readonly Segment[]): readonly Segment[] {
  const waiting = segments.filter(({ when }) => when !== 'now');
  const closed = [...closedByHash(plan, waiting)].sort((a, b) => lengthOf(b) - lengthOf(a));
  return closed.reduce((held, each) => (fits([...held, each]) ? [...held, each] : held), segments);
}

/** The longest first: its end is the hardest to know. */
function lengthOf({ pattern: { keys, more } }: Segment): number {
  return more === undefined ? keys.length : Infinity;
}

function withoutInsisted(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter(({ insisted }) => !insisted);
}

function placesEmergency({ entries }: DialPlan): boolean {
  return entries.some(({ kind, action }) => kind === 'emergency' && action === 'send');
}

function mixed(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment) => ({ ...segment, apart: false }));
}

function fits(segments: readonly Segment[]): boolean {
  return segments.length <= MOST_SEGMENTS && digitmap(segments).length <= MOST_BYTES;
}

function write(segments: readonly Segment[]): Omit<PolycomDialPlan, 'whole'> {
  return {
    digitmap: digitmap(segments),
    // Where there is no T the number says nothing, but it must be there.
    timeOut: segments.map(({ when }) => Math.max(1, secondsOf(when))).join('|'),
  };
}

function digitmap(segments: readonly Segment[]): string {
  return segments
    .map((segment) => writeKeys(segment) + (segment.when === 'now' ? '' : 'T'))
    .join('|');
}

/** `R9R604Rxxxxxxx` replaces what stands between the first two by what stands between the last. */
function writeKeys(segment: Segment): string {
  const replaced = replacementOf(segment);
  if (segment.closed) return `${writePattern(segment.pattern)}#`;
  if (!replaced) return writePattern(segment.pattern);
  return `R${replaced.dialled}R${replaced.sent}R${writePattern(replaced.rest)}`;
}

/** A dot is none or more of what stands before it. */
function writePattern({ keys, more }: Pattern): string {
  return keys.map(writeSet).join('') + (more === undefined ? '' : `${writeSet(more)}.`);
}
