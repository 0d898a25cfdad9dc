/**
 * The tones of the telephone network, by country: what a caller knows without an explanation.
 * Names of ITU-T E.180 (dial tone, busy tone) and E.182 (the queue's: holding tone).
 */
import type { Signal } from './tone';

/** The precise tone plan of North America, and of who has no other here. */
const NORTH_AMERICA = {
  dialTone: { frequencies: [350, 440], level: -13, cadence: [12], seconds: 12, ramp: 0.005 },
  busy: { frequencies: [480, 620], level: -24, cadence: [0.5, 0.5], seconds: 10, ramp: 0.005 },
} satisfies Record<string, Signal>;

/** Great Britain (ITU-T E.180 Supplement 2): its dial tone has the same two frequencies. */
const GREAT_BRITAIN = {
  dialTone: NORTH_AMERICA.dialTone,
  busy: { frequencies: [400], level: -20, cadence: [0.375, 0.375], seconds: 9, ramp: 0.005 },
} satisfies Record<string, Signal>;

/** Soft and rare: a caller may hear it for a minute, and must be able to tell it from ringing. */
const HOLD: Signal = {
  frequencies: [440, 554],
  level: -26,
  cadence: [0.6, 2.4],
  seconds: 9,
  ramp: 0.15,
};

export type Sounds = Readonly<Record<'dialTone' | 'busy' | 'hold', Signal>>;

/** @param country ISO 3166 region of the site. */
export function tonesOf(country: string): Sounds {
  return { ...(country === 'GB' ? GREAT_BRITAIN : NORTH_AMERICA), hold: HOLD };
}
