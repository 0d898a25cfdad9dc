/** How a phone stands at Twilio, in the words of the table of emergency calls. */
import type { EmergencySetup } from '../../config/emergency/answer';
import type { Actual } from '../actual';
import { outgoingUrls } from '../client/urls';
import type { Desired } from '../desired';
import { type EmergencyPhone, listsWith } from './phones';

/** What was shown of the functions, and what was tried: `evidence.ts` has both. */
export interface Seen {
  /** Whether the functions have answered for this phone as they must. */
  readonly shown: boolean;
  /** Whether a 933 test from such a phone is on record, under these settings. */
  readonly drilled: boolean;
}

export function setupOf(
  phone: EmergencyPhone,
  actual: Actual,
  desired: Desired,
  { shown, drilled }: Seen,
): EmergencySetup {
  const { domain } = actual;
  return {
    flag: domain?.emergencyCallingEnabled ?? false,
    emergencyCaller: (domain?.emergencyCallerSid ?? '') !== '',
    voiceUrl: voiceUrlOf(actual, desired, shown),
    name: nameOf(phone),
    number: numberOf(phone, actual),
    credential: domain !== undefined && mayCall(phone, actual),
    hotline: phone.hotline,
    dials: desired.dials,
    drilled,
  };
}

/** A voice URL is ours by its host and path: what follows says only how often Twilio tries. */
export function isOurs(url: string | undefined, { deployment }: Actual, desired: Desired): boolean {
  if (!deployment || !url) return false;
  return bare(url) === bare(outgoingUrls(desired.environment, deployment.domainName).voiceUrl);
}

/** None, or the demonstration that Twilio gives a new number. */
export function answersNothing(url: string | undefined): boolean {
  return !url || (URL.canParse(url) && new URL(url).hostname === 'demo.twilio.com');
}

function voiceUrlOf(actual: Actual, desired: Desired, shown: boolean): EmergencySetup['voiceUrl'] {
  const url = actual.domain?.voiceUrl;
  if (answersNothing(url)) return 'none';
  if (!isOurs(url, actual, desired)) return 'other';
  return shown ? 'shown' : 'unshown';
}

function nameOf({ username, number }: EmergencyPhone): EmergencySetup['name'] {
  if (username === number) return 'own number';
  return /^\+\d+$/.test(username) ? 'other number' : 'word';
}

function numberOf({ number }: EmergencyPhone, actual: Actual): EmergencySetup['number'] {
  if (!actual.owned.has(number)) return 'not ours';
  const at = actual.addressed.find(({ phoneNumber }) => phoneNumber === number);
  return at?.emergencyAddressSid && at.emergencyAddressStatus === 'registered'
    ? 'registered'
    : 'unregistered';
}

function mayCall({ username }: EmergencyPhone, { lists }: Actual): boolean {
  return listsWith(username, lists).some(({ calls }) => calls);
}

export function bare(url: string): string {
  if (!URL.canParse(url)) return url;
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
