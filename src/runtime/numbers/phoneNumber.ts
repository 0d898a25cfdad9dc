/** Telephone numbers as libphonenumber knows them. */
import { PhoneNumberFormat, PhoneNumberType, PhoneNumberUtil } from 'google-libphonenumber';

const util = PhoneNumberUtil.getInstance();

/** A number that exists, as far as its country's numbering plan tells. */
export interface PhoneNumber {
  /** `+15035550199`. */
  readonly e164: string;
  /** ISO 3166 region: `JM` for +1 876, not `US`. `001` for international services. */
  readonly region: string;
  readonly charge: Charge;
  /** Digits after the country code. */
  readonly national: string;
  /** Country code without the plus. */
  readonly countryCode: string;
}

/**
 * What libphonenumber's number types say of its price: free for the caller; premium rate or shared
 * cost; or a personal number, which belongs to no place (North America's 5XX, Britain's 070).
 */
type Charge = 'ordinary' | 'tollFree' | 'premium' | 'personal';

/** Why digits are no telephone number. */
export type NumberError = 'not-a-number' | 'too-short' | 'too-long' | 'no-such-number';

/**
 * Reads digits, with a plus or as dialled within `country`, as a number.
 * Valid, not merely possible.
 */
export function readPhoneNumber(digits: string, country: string): PhoneNumber | NumberError {
  if (!/^\+?\d+$/.test(digits)) return 'not-a-number';
  let parsed;
  try {
    parsed = util.parse(digits, country);
  } catch (error) {
    return errorOfUnreadable(String(error));
  }
  const region = util.getRegionCodeForNumber(parsed);
  const type = util.getNumberType(parsed);
  // A number of no known type is not valid, even where its country code names a region.
  if (!region || type === PhoneNumberType.UNKNOWN) {
    return errorOf(util.isPossibleNumberWithReason(parsed));
  }
  return {
    e164: util.format(parsed, PhoneNumberFormat.E164),
    region,
    charge: CHARGES[type] ?? 'ordinary',
    national: util.getNationalSignificantNumber(parsed),
    countryCode: String(parsed.getCountryCode()),
  };
}

const CHARGES: Readonly<Partial<Record<PhoneNumberType, Charge>>> = {
  [PhoneNumberType.TOLL_FREE]: 'tollFree',
  [PhoneNumberType.PREMIUM_RATE]: 'premium',
  [PhoneNumberType.SHARED_COST]: 'premium',
  [PhoneNumberType.PERSONAL_NUMBER]: 'personal',
};

/** The same, also where the plus of an international number is missing: `52…` is Mexico. */
export function readSpelled(digits: string, country: string): PhoneNumber | NumberError {
  const national = readPhoneNumber(digits, country);
  if (typeof national !== 'string') return national;
  const international = readPhoneNumber(`+${digits}`, country);
  return typeof international === 'string' ? national : international;
}

/** Whether `text` is a valid number written in E.164: `+15035550199`. */
export function isE164(text: string | undefined): text is string {
  if (text === undefined || !/^\+[1-9]\d{6,14}$/.test(text)) return false;
  const number = readPhoneNumber(text, 'US');
  return typeof number !== 'string' && number.e164 === text;
}

/** libphonenumber's own messages, for what is too odd to be measured. */
function errorOfUnreadable(message: string): NumberError {
  if (/country/i.test(message)) return 'no-such-number';
  return /too long/i.test(message) ? 'too-long' : 'too-short';
}

function errorOf(reason: PhoneNumberUtil.ValidationResult): NumberError {
  switch (reason) {
    case PhoneNumberUtil.ValidationResult.TOO_SHORT:
    case PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
      return 'too-short';
    case PhoneNumberUtil.ValidationResult.TOO_LONG:
      return 'too-long';
    default:
      return 'no-such-number';
  }
}
