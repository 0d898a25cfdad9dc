/** The phones whose emergency calls no write may take away: those of the directory, and others that Twilio knows. */
import { isE164 } from '../../runtime/numbers/phoneNumber';
import type { Found, FoundList } from '../actual';
import type { Wanted } from '../desired';

export interface EmergencyPhone {
  readonly username: string;
  /** Under which its emergency calls are placed. */
  readonly number: string;
  /** Lifting it sends `#`: it dials nothing by itself. */
  readonly hotline: boolean;
  /** In the directory; another is known to Twilio alone, and 911 is placed for it as well. */
  readonly known: boolean;
}

/** Every phone of the environment from which 911 may be placed now. */
export function emergencyPhones(wanted: Wanted, { lists }: Found): readonly EmergencyPhone[] {
  const known = new Set(wanted.credentials.map(({ username }) => username));
  const strangers = lists
    .filter(({ calls }) => calls)
    .flatMap(({ credentials }) => credentials.map(({ username }) => username))
    .filter((username) => !known.has(username) && isE164(username));
  return [
    ...wanted.emergencyPhones.map((phone) => ({ ...phone, known: true })),
    ...[...new Set(strangers)].map((username) => ({
      username,
      number: username,
      hotline: false,
      known: false,
    })),
  ];
}

/** Lists with a credential of that name. */
export function listsWith(username: string, lists: readonly FoundList[]): readonly FoundList[] {
  return lists.filter(({ credentials }) => credentials.some((one) => one.username === username));
}
