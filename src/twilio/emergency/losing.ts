/** Who loses emergency calls when one build takes the place of another. Pure. */
import type { Placing, Placings } from './placing';

export interface Losing {
  readonly username: string;
  readonly why: string;
  /** It is not placed afterwards, under whatever number. */
  readonly gone: boolean;
}

/** Phones whose emergency calls are placed now, or may be, and would not be under the same number afterwards. */
export function losingBetween(before: Placings, after: (username: string) => Placing): Losing[] {
  return [...before].flatMap(([username, now]) => {
    const then = after(username);
    const why = whyLosing(now, then);
    return why === undefined ? [] : [{ username, why, gone: 'why' in then }];
  });
}

function whyLosing(now: Placing, then: Placing): string | undefined {
  if ('callerId' in now) {
    if (!('callerId' in then)) return then.why;
    return then.callerId === now.callerId ? undefined : 'it would be placed from another number';
  }
  if ('callerId' in then || !now.unknown) return undefined;
  return `it is not known whether it can call now (${now.why}), and afterwards it could not`;
}

/** One line a reason: the phones it holds for. */
export function losingLines(losing: readonly Pick<Losing, 'username' | 'why'>[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { username, why } of losing)
    byReason.set(why, [...(byReason.get(why) ?? []), username]);
  return [...byReason].map(([why, usernames]) => `${usernames.join(', ')}: ${why}`);
}
