/** Numbers that are neither called nor answered. */
import type { Directory } from '../model/directory';
import { isE164 } from '../numbers/phoneNumber';

export function isBlocked(number: string, { blocked }: Directory): boolean {
  return (
    blocked.numbers.has(number) || blocked.prefixes.some((prefix) => number.startsWith(prefix))
  );
}

/** What is no valid number counts as withheld, but may still be on the list: spoofers use such. */
export function isBlockedCaller(from: string | undefined, directory: Directory): boolean {
  if (from !== undefined && isBlocked(from, directory)) return true;
  return directory.blocked.anonymous && !isE164(from);
}
