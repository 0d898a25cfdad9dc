/** Telephone numbers as they may stand in a log: country and last two digits. */
import { PhoneNumberUtil } from 'google-libphonenumber';

const util = PhoneNumberUtil.getInstance();

/** `+15035550199` → `+1…99`. What is not long enough to be somebody's number stays as it is. */
export function maskNumbers(text: string): string {
  return text.replace(/\+?\d[\d\s().-]{5,}\d/g, (number) => {
    const digits = number.replace(/\D/g, '');
    const code = number.startsWith('+') ? countryCodeOf(digits) : '';
    return `${code && `+${code}`}…${digits.slice(-2)}`;
  });
}

function countryCodeOf(digits: string): string {
  for (const length of [1, 2, 3]) {
    const code = digits.slice(0, length);
    // `ZZ` is libphonenumber's word for no region.
    if (util.getRegionCodeForCountryCode(Number(code)) !== 'ZZ') return code;
  }
  return '';
}
