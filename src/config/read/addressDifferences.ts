/** When two street addresses are one place to an ambulance. */
import type { AddressSource } from '../schema/address';

const KEYS = ['street', 'unit', 'city', 'region', 'postalCode', 'customer'] as const;

/**
 * The keys in which two addresses differ; capitals and spaces aside. A unit is a place of its own.
 * One address is registered for a number, with one name: who is said to be there counts too.
 *
 * @param home the country of an address that names none.
 */
export function addressDifferences(
  one: AddressSource,
  other: AddressSource,
  home: string,
): readonly string[] {
  const keys: string[] = KEYS.filter((key) => plainText(one[key]) !== plainText(other[key]));
  return (one.country ?? home) === (other.country ?? home) ? keys : [...keys, 'country'];
}

/** Twilio may write a street in another case. */
export function plainText(text: string | null | undefined): string {
  return (text ?? '').trim().replace(/\s+/g, ' ').toUpperCase();
}
