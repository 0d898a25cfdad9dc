/** The phones whose emergency calls no write may take away: those of the directory, and others that Twilio knows. */
import { isE164 } from '../../runtime/numbers/phoneNumber';
import type { Actual, ActualList } from '../actual';
import type { Desired } from '../desired';

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
export function emergencyPhones(desired: Desired, { lists }: Actual): readonly EmergencyPhone[] {
  const known = new Set(desired.credentials.map(({ username }) => username));
  const unknown = lists
    .filter(({ calls }) => calls)
    .flatMap(({ credentials }) => credentials.map(({ username }) => username))
    .filter((username) => !known.has(username) && isE164(username));
  return [
    ...desired.emergencyPhones.map((phone) => ({ ...phone, known: true })),
    ...[...new Set(unknown)].map((username) => ({
      username,
      number: username,
      hotline: false,
      known: false,
    })),
  ];
}

/** Lists with a credential of that name. */
export function listsWith(username: string, lists: readonly ActualList[]): readonly ActualList[] {
  return lists.filter(({ credentials }) => credentials.some((one) => one.username === username));
}
