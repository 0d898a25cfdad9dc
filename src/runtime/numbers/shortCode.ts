/** Dialled strings that are shorter than a telephone number. */
import { PhoneNumberUtil, type RegionCode, ShortNumberInfo } from 'google-libphonenumber';

const util = PhoneNumberUtil.getInstance();
const shortNumbers = ShortNumberInfo.getInstance();
const NANP = 1;

/** Whether the country uses `digits` as a service code: N11, 988 and their like. */
export function isShortCode(digits: string, country: string): boolean {
  // In North America what is longer is for text messages.
  const form = isNanp(country) ? /^[2-9]\d\d$/ : /^[1-9]\d{2,5}$/;
  if (!form.test(digits)) return false;
  if (isNanp(country) && digits.endsWith('11')) return true;
  try {
    const number = util.parseAndKeepRawInput(digits, country);
    return shortNumbers.isValidShortNumberForRegion(number, country as RegionCode);
  } catch {
    // Nothing but an international prefix, such as Cuba's 119.
    return false;
  }
}

/** Seven digits in North America: a number without its area code. */
export function isLocalNumber(digits: string, country: string): boolean {
  return isNanp(country) && /^[2-9]\d{6}$/.test(digits);
}

function isNanp(country: string): boolean {
  return util.getCountryCodeForRegion(country) === NANP;
}
