/** Telephone numbers as they may stand in a log: country and last two digits. */
import { PhoneNumberUtil } from 'google-libphonenumber';

const util = PhoneNumberUtil.getInstance();

/** Seven digits or more, of any script, with no more than signs between them: `503/555/0199` is a number. */
const NUMBER = /[+＋]?\p{Nd}(?:[^\p{L}\p{Nd}+＋…]{0,4}\p{Nd}){6,}/gu;

/** `+15035550199` → `+1…99`. What is not long enough to be somebody's number stays as it is. */
export function maskNumbers(text: string): string {
  return text.replace(NUMBER, (number) => {
    const digits = number.replace(/\P{Nd}/gu, '');
    const code = number.startsWith('+') ? countryCodeOf(digits) : '';
    return `${code && `+${code}`}…${[...digits].slice(-2).join('')}`;
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
