/** Numbers that are neither called nor answered. */
import type { Directory } from '../directory/types';
import { isE164 } from '../numbers/phoneNumber';

export function isBlocked(number: string, { blocked }: Directory): boolean {
  return (
    blocked.numbers.has(number) || blocked.prefixes.some((prefix) => number.startsWith(prefix))
  );
}

/** A caller without a number of its own counts as one who withholds it. */
export function isBlockedCaller(from: string | undefined, directory: Directory): boolean {
  if (from === undefined || !isE164(from)) return directory.blocked.anonymous;
  return isBlocked(from, directory);
}
