/** Telephone numbers as libphonenumber knows them. */
import { PhoneNumberFormat, PhoneNumberType, PhoneNumberUtil } from 'google-libphonenumber';
import { isNorthAmericanForm, NEW_AREA_CODES } from './northAmerica';

const util = PhoneNumberUtil.getInstance();
type Parsed = ReturnType<typeof util.parse>;

/** A number that exists, as far as its country's numbering plan tells. */
export interface PhoneNumber {
  /** `+15035550199`. */
  readonly e164: string;
  /** ISO 3166 region: `JM` for +1 876, not `US`. `001` for international services, `new-area-codes` where +1 has grown. */
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
 * Reads digits, with a plus or as dialled within `country`, as a number. Valid, not merely possible;
 * in North America its form decides, for area codes and exchanges are newer than any list of them.
 */
export function readPhoneNumber(digits: string, country: string): PhoneNumber | NumberError {
  if (!/^\+?\d+$/.test(digits)) return 'not-a-number';
  let parsed;
  try {
    parsed = withoutMobileOne(util.parse(digits, country));
  } catch (error) {
    return errorOfUnreadable(String(error));
  }
  const national = util.getNationalSignificantNumber(parsed);
  const countryCode = String(parsed.getCountryCode());
  // A number of no known type is not valid, even where its country code names a region.
  const isNew = !isKnown(parsed);
  if (isNew && !(countryCode === '1' && isNorthAmericanForm(national))) {
    return errorOf(util.isPossibleNumberWithReason(parsed));
  }
  const like = isNew ? (neighbourOf(national) ?? parsed) : parsed;
  return {
    e164: util.format(parsed, PhoneNumberFormat.E164),
    region: util.getRegionCodeForNumber(like) ?? NEW_AREA_CODES,
    charge: CHARGES[util.getNumberType(like)] ?? 'ordinary',
    national,
    countryCode,
  };
}

/** Until 2019 mobiles in Mexico had a 1 after the country code, and many carriers and phone books still write it. */
function withoutMobileOne(number: Parsed): Parsed {
  const national = util.getNationalSignificantNumber(number);
  if (number.getCountryCode() !== 52 || !/^1\d{10}$/.test(national)) return number;
  return util.parse(`+52${national.slice(1)}`);
}

function isKnown(number: Parsed): boolean {
  return util.getNumberType(number) !== PhoneNumberType.UNKNOWN;
}

/** For an exchange that is newer than the numbering data: a number in another one of its area code. */
function neighbourOf(national: string): Parsed | undefined {
  const areaCode = national.slice(0, 3);
  return EXCHANGES.map((exchange) => util.parse(`+1${areaCode}${exchange}0199`)).find(isKnown);
}

/** Every area code of the United States and Canada has one of these; the Caribbean's are known by themselves. */
const EXCHANGES = ['234', '345', '456', '567', '678', '789', '890'];

const CHARGES: Readonly<Partial<Record<PhoneNumberType, Charge>>> = {
  [PhoneNumberType.TOLL_FREE]: 'tollFree',
  [PhoneNumberType.PREMIUM_RATE]: 'premium',
  [PhoneNumberType.SHARED_COST]: 'premium',
  [PhoneNumberType.PERSONAL_NUMBER]: 'personal',
};

/**
 * The same, also where the plus of an international number is missing: `52…` is Mexico. Only what cannot
 * be national is read so: neither its length nor its beginning is that of a number at home.
 */
export function readSpelled(digits: string, country: string): PhoneNumber | NumberError {
  const national = readPhoneNumber(digits, country);
  if (typeof national !== 'string' || couldBeNational(digits, country)) return national;
  const international = readPhoneNumber(`+${digits}`, country);
  return typeof international === 'string' ? national : international;
}

/** As long as the country's numbers; in North America also the beginning of one, or one and a key too many. */
function couldBeNational(digits: string, country: string): boolean {
  if (util.getCountryCodeForRegion(country) === 1) {
    if (/^(?:1|[2-9]\d\d[2-9]\d{0,6}$)/.test(digits)) return true;
    const begun = readPhoneNumber(digits.slice(0, 10), country);
    return typeof begun !== 'string' && isOrdinary(begun);
  }
  try {
    return util.isPossibleNumber(util.parse(digits, country));
  } catch {
    return false;
  }
}

/** In an area code that people have: 52X belongs to no place, and is where Mexico's numbers begin. */
function isOrdinary({ charge, region }: PhoneNumber): boolean {
  return charge !== 'personal' && region !== NEW_AREA_CODES;
}

/** Whether `text` is a valid number written in E.164: `+15035550199`. */
export function isE164(text: string | undefined): text is string {
  return text !== undefined && e164Of(text) === text;
}

/** The number that `text` is with plus and country code, as it is written today: `+52 1 55…` is `+52 55…`. */
export function e164Of(text: string | undefined): string | undefined {
  if (text === undefined || !/^\+[1-9]\d{6,14}$/.test(text)) return undefined;
  const number = readPhoneNumber(text, 'US');
  return typeof number === 'string' ? undefined : number.e164;
}

/** Country code of a region, without the plus; empty for what is none, such as `premium`. */
export function countryCodeOf(region: string): string {
  return String(util.getCountryCodeForRegion(region) || '');
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
