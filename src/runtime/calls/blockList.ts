/** Numbers that are neither called nor answered. */
import type { Directory } from '../model/directory';
import { e164Of } from '../numbers/phoneNumber';

export function isBlocked(number: string, { blocked }: Directory): boolean {
  return (
    blocked.numbers.has(number) || blocked.prefixes.some((prefix) => number.startsWith(prefix))
  );
}

/** What is no valid number counts as withheld, but may still be on the list: spoofers use such. */
export function isBlockedCaller(from: string | undefined, directory: Directory): boolean {
  if (from !== undefined && isBlocked(from, directory)) return true;
  const number = e164Of(from);
  return number === undefined ? directory.blocked.anonymous : isBlocked(number, directory);
}
