/** Phones without the hardware: a compiled dial plan, keys with pauses, and what comes of it. */
import { grandstream, type GrandstreamOptions } from './grandstream';
import { type Judge, type Key, type Outcome, press } from './outcome';
import { polycom, type PolycomOptions } from './polycom';
import { spa, type SpaOptions } from './spa';
import { yealink, type YealinkOptions } from './yealink';

export type { Key, Outcome } from './outcome';

/** Each reads the text by itself: what the compilers meant is not known here. */
const GRAMMARS = { spa, grandstream, polycom, yealink } as const;
export type Grammar = keyof typeof GRAMMARS;

export interface Options {
  readonly spa: SpaOptions;
  readonly grandstream: GrandstreamOptions;
  readonly polycom: PolycomOptions;
  readonly yealink: YealinkOptions;
}

/**
 * What a phone does: sends what, how long after the last key; or denies it, or waits for more.
 *
 * @param options the phone's timers; and, where documents disagree, the other reading.
 * @throws SyntaxError where the text is none of the grammar's.
 */
export function simulate<G extends Grammar>(
  grammar: G,
  text: string,
  keys: readonly Key[],
  options?: Options[G],
): Outcome {
  const read = GRAMMARS[grammar] as (text: string, options?: Options[G]) => Judge;
  return press(keys, read(text, options));
}
