/**
 * Who places an emergency call: the table of docs/emergency.md. It is laxer than the rule for
 * ordinary calls, which would rather refuse.
 */
import { withoutSeparators } from '../numbers/emergency';
import { readSpelled } from '../numbers/phoneNumber';
import type { Call } from './call';
import type { EmergencyBook } from './emergencyBook';
import type { Reason } from './reasons';
import { sipUser } from './sipUri';

/** The number to call as, or why there is none. */
export type EmergencyCaller = { readonly callerId: string } | { readonly reason: Reason };

type Claim = Pick<Call, 'from' | 'to' | 'sipUsername'>;

/**
 * The digest user has proven a password, which no From has: where the directory knows it, nothing
 * else counts. Twilio is not seen to send it; then From is all there is.
 */
export function emergencyCaller(
  { from, sipUsername }: Claim,
  book: EmergencyBook,
): EmergencyCaller {
  const proven = isKnown(sipUsername, book) ? callerNamed(sipUsername, book) : undefined;
  return (
    proven ??
    callerSpelled(from?.user, book) ??
    callerSpelled(sipUser(sipUsername), book) ?? { reason: 'emergency-caller-unknown' }
  );
}

/** Whether one of our phones calls, not somebody from outside, whose caller ID may say anything. */
export function isPhoneCalling({ from, to, sipUsername }: Claim, book: EmergencyBook): boolean {
  return isKnown(sipUsername, book) || ((from ?? to)?.sip ?? false);
}

function isKnown(username: string | undefined, { phones }: EmergencyBook): username is string {
  return username !== undefined && phones.has(username);
}

function callerNamed(username: string, { phones }: EmergencyBook): EmergencyCaller {
  const callerId = phones.get(username) ?? undefined;
  return callerId === undefined ? { reason: 'emergency-not-allowed' } : { callerId };
}

/** By a name or number in any spelling; undefined when it tells nobody. */
function callerSpelled(user: string | undefined, book: EmergencyBook): EmergencyCaller | undefined {
  if (user === undefined) return undefined;
  const name = nameSpelled(user, book);
  if (name !== undefined) return callerNamed(name, book);
  const number = readSpelled(withoutSeparators(user), book.country);
  return typeof number === 'string' ? undefined : callerNumbered(number.e164, book);
}

/** As it is written, else in other letters or with spaces, where that can mean one phone alone. */
function nameSpelled(user: string, { phones }: EmergencyBook): string | undefined {
  if (phones.has(user)) return user;
  const alike = [...phones.keys()].filter((name) => plain(name) === plain(user));
  return alike.length === 1 ? alike[0] : undefined;
}

function plain(name: string): string {
  return name.replace(/\s/g, '').toLowerCase();
}

function callerNumbered(number: string, book: EmergencyBook): EmergencyCaller {
  if (book.phones.has(number)) return callerNamed(number, book);
  const callsForHelp = [...book.phones.values()].includes(number);
  // One of ours without an address of a phone would send help nowhere.
  if (!callsForHelp && book.ownNumbers.has(number)) return { reason: 'emergency-not-allowed' };
  return { callerId: number };
}
