/** What a phone does with the keys that somebody presses. */

export interface Key {
  /** `0` to `9`, `*` or `#`. */
  readonly key: string;
  /** How long nothing was pressed before it. */
  readonly pauseMs: number;
}

export interface Outcome {
  /**
   * `sent`; `denied` by the plan; `incomplete`: given up, or never over (the end of the time is
   * Infinity); `impossible`: nothing begins like this.
   */
  readonly kind: 'sent' | 'denied' | 'incomplete' | 'impossible';
  /** What is sent; else what was pressed until then. */
  readonly digits: string;
  /** After the last of the keys that count. */
  readonly afterMs: number;
}

/** What becomes of the keys pressed so far when no other follows. */
export type Judge = (digits: string) => Outcome;

/** Presses the keys one after another until the phone has made up its mind. */
export function press(keys: readonly Key[], judge: Judge): Outcome {
  let digits = '';
  let outcome = judge(digits);
  for (const { key, pauseMs } of keys) {
    if (outcome.afterMs <= pauseMs) return outcome;
    digits += key;
    outcome = judge(digits);
  }
  return outcome;
}

export function seconds(count: number): number {
  return count * 1000;
}
