/**
 * No write makes worse what the table of emergency calls says of a phone, unless its own option was
 * given. Pure: each write is judged by what the account would hold before and after it, in the order
 * in which apply makes them.
 */
import type { Change } from '../change';
import type { Actual } from '../actual';
import { after } from './after';
import type { EmergencyContext } from './context';
import { type Handover, judge, type Loss } from './judge';
import type { Release } from './releases';

/** A write that is not made: what it would take from whom, and the option that has it made. */
export interface HeldBack {
  readonly change: Change;
  readonly losses: readonly Loss[];
  readonly release: Release;
}

export interface Guarded {
  readonly changes: readonly Change[];
  readonly held: readonly HeldBack[];
  /** Of the changes that are to be written. */
  readonly handovers: readonly Handover[];
}

/** What one write at Twilio changes at once may be held back in parts; in this order each is looked at. */
const DOMAIN_PARTS: readonly { readonly names: readonly string[]; readonly release: Release }[] = [
  {
    // What stands in while the functions fail goes with them.
    names: ['voiceUrl', 'voiceMethod', 'voiceFallbackUrl', 'voiceFallbackMethod'],
    release: 'switch-voice-url',
  },
  { names: ['emergencyCallingEnabled'], release: 'switch-emergency-calling' },
  { names: ['emergencyCallerSid'], release: 'switch-emergency-caller' },
  { names: ['secure'], release: 'switch-encryption' },
];

/** @param changes in the order in which they would be written. */
export function guard(changes: readonly Change[], context: EmergencyContext): Guarded {
  let now = context.actual;
  const written: Change[] = [];
  const held: HeldBack[] = [];
  const handovers: Handover[] = [];
  for (const change of changes) {
    const before = now;
    const parts: Change[] = [];
    for (const { part, release } of partsOf(change)) {
      const next = after(now, part);
      const { losses } = judge(context, now, next);
      if (losses.length > 0 && !context.evidence.released(release)) {
        held.push({ change: part, losses, release });
      } else {
        parts.push(part);
        now = next;
      }
    }
    const whole = together(change, parts);
    if (whole) written.push(whole);
    handovers.push(...judge(context, before, now).handovers);
  }
  return { changes: withoutUnused(written, held), held, handovers };
}

/** The losses that a write would bring now, when not everything before it was written. */
export function lossesOf(
  change: Change,
  done: readonly Change[],
  context: EmergencyContext,
): readonly Loss[] {
  const now = done.reduce<Actual>((actual, one) => after(actual, one), context.actual);
  const lost = partsOf(change).reduce<{ actual: Actual; losses: readonly Loss[] }>(
    ({ actual, losses }, { part, release }) => {
      const next = after(actual, part);
      const more = context.evidence.released(release) ? [] : judge(context, actual, next).losses;
      return { actual: next, losses: [...losses, ...more] };
    },
    { actual: now, losses: [] },
  );
  return lost.losses;
}

interface Part {
  readonly part: Change;
  readonly release: Release;
}

function partsOf(change: Change): Part[] {
  const { only, fields } = change;
  if (!only) return [{ part: change, release: releaseOf(change) }];
  const names = fields.map(({ name }) => name);
  const judged = DOMAIN_PARTS.flatMap((part) => part.names);
  const rest = names.filter((name) => !judged.includes(name));
  const parts = DOMAIN_PARTS.map(({ names: some, release }) => ({
    names: some.filter((name) => names.includes(name)),
    release,
  }));
  return [{ names: rest, release: DOMAIN_PARTS[0]!.release }, ...parts]
    .filter((part) => part.names.length > 0)
    .map((part) => ({ part: only(part.names), release: part.release }));
}

function together(change: Change, parts: readonly Change[]): Change | undefined {
  const { only } = change;
  if (!only) return parts[0];
  const names = parts.flatMap(({ fields }) => fields.map(({ name }) => name));
  if (names.length === change.fields.length) return change;
  return names.length === 0 ? undefined : only(names);
}

function releaseOf({ kind }: Change): Release {
  switch (kind) {
    case 'emergency registration':
    case 'emergency address':
      return 'replace-addresses';
    case 'phone number':
      return 'switch-call-backs';
    case 'credential':
    case 'credential list':
    case 'voice authentication':
    case 'registration authentication':
      return 'end-emergency-phones';
    case 'SIP domain':
    case 'dialing permission':
      return 'switch-voice-url';
  }
}

/** An address that would be put to no number is not made. */
function withoutUnused(written: readonly Change[], held: readonly HeldBack[]): Change[] {
  const waiting = new Set(
    held.flatMap(({ change: { kind, key } }) => (kind === 'emergency registration' ? [key] : [])),
  );
  return written.filter(
    ({ kind, action, key }) =>
      !(kind === 'emergency address' && action === 'create' && waiting.has(key)),
  );
}
