/** One of many, by chance: yet the same for the same call at the same moment, so that it can be explained and tested. */

import type { CallContext } from '../context';

/** @param seed What makes it chance: the call, the moment, and what is chosen. */
export function oneOf<T>(choices: readonly T[], seed: string): T | undefined {
  return choices[hash(seed) % choices.length];
}

/** @param what That is chosen. */
export function seedOf({ call, now }: CallContext, what: string): string {
  return `${call.callSid} ${now.getTime()} ${what}`;
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), mixed once more for its low bits. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  }
  return (sum ^ (sum >>> 15)) >>> 0;
}
