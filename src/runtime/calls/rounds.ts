/**
 * Twilio rings ten phones together. Of a number with more, ten ring, and when none of them answers
 * the next ten. `dial-result` learns from our own URL which round rings; it is no permission: the
 * phones are those of the number, as the directory has them, and rounds only go forward.
 */
import { MOST_AT_ONCE } from '../model/defaults';
import type { NumberRule } from '../model/directory';
import type { Ring } from './decision';

/** One of our numbers that is called. */
export interface Called {
  readonly number: string;
  readonly rule: NumberRule;
}

/** What a Ring says of whom it rings, now and later. */
export type Round = Pick<Ring, 'extensions' | 'later' | 'called' | 'round'>;

/**
 * The phones that ring in a round, counted from 1; undefined when none are left.
 *
 * @param called whose phones they are; without it there is no second round.
 */
export function roundOf(phones: readonly string[], called?: Called, round = 1): Round | undefined {
  const [extensions, ...later] = inTens(phones).slice(round - 1);
  if (extensions === undefined) return undefined;
  if (!called) return { extensions };
  const follows = later.length > 0 || called.rule.otherwise !== undefined;
  return {
    extensions,
    ...(follows && { called: called.number }),
    ...(round > 1 && { round }),
    ...(later.length > 0 && { later }),
  };
}

/** The round after the one that our URL names; without a name the first has rung. */
export function roundAfter(round = 1): number {
  return round + 1;
}

function inTens(phones: readonly string[]): readonly (readonly string[])[] {
  const rounds = Array.from({ length: Math.ceil(phones.length / MOST_AT_ONCE) }, (_, i) => i);
  return rounds.map((i) => phones.slice(i * MOST_AT_ONCE, (i + 1) * MOST_AT_ONCE));
}
