/** Addresses at Twilio: which is whose, and which are the same place. Pure. */
import type { EmergencyAddress } from '../../config/compile/provisioning';
import { plainText } from '../../config/read/addressDifferences';
import type { ActualAddress, ActualNumber } from '../actual';

/** What the names of our addresses begin with; the number follows. */
const OURS = 'Dialtone ';

/** One for the same place: ours by name, else one that somebody made and nobody uses. */
export function existingAddress(
  number: string,
  address: EmergencyAddress,
  addresses: readonly ActualAddress[],
  addressed: readonly ActualNumber[],
): ActualAddress | undefined {
  const same = addresses.filter((one) => isSame(one, address));
  const used = usedAddresses(addressed);
  // Two applies at once may have made twins: either will do, and the one in use does already.
  const ours = same.filter((one) => one.friendlyName === addressName(number));
  return (
    ours.find(({ sid }) => used.has(sid)) ??
    ours[0] ??
    same.find(({ sid, friendlyName }) => !used.has(sid) && !isOurs(friendlyName))
  );
}

export function usedAddresses(addressed: readonly ActualNumber[]): ReadonlySet<string> {
  return new Set(addressed.map(({ emergencyAddressSid }) => emergencyAddressSid));
}

export function addressName(number: string): string {
  return `${OURS}${number}`;
}

function isOurs(friendlyName: string): boolean {
  return friendlyName.startsWith(OURS);
}

/**
 * The same place: Twilio may write a street in another case, and who is said to be there is no reason
 * to leave a phone without an address for half an hour.
 */
export function isSame(actual: ActualAddress, desired: EmergencyAddress): boolean {
  return [
    [actual.street, desired.street],
    [actual.streetSecondary, desired.streetSecondary],
    [actual.city, desired.city],
    [actual.region, desired.region],
    [actual.postalCode, desired.postalCode],
    [actual.isoCountry, desired.country],
    [String(actual.emergencyEnabled), 'true'],
  ].every(([a, b]) => plainText(a) === plainText(b));
}

export function addressLine(address: ActualAddress | EmergencyAddress): string {
  const { street, streetSecondary, city, region, postalCode } = address;
  const country = 'isoCountry' in address ? address.isoCountry : address.country;
  return [street, streetSecondary, city, `${region} ${postalCode}`, country]
    .filter(Boolean)
    .join(', ');
}
