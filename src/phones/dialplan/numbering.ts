/**
 * What the dial plan takes from the numbering plans, through `numbers/`, as the call path reads
 * them. Each is remembered: libphonenumber takes 50 µs for a number.
 */
import { PhoneNumberUtil } from 'google-libphonenumber';
import { emergencyForms, emergencyNumber, type Numbering } from '../../runtime/numbers/emergency';
import { readPhoneNumber } from '../../runtime/numbers/phoneNumber';
import { isShortCode } from '../../runtime/numbers/shortCode';

const NANP = 1;
const NATIONAL_LENGTH = 10;
const AREA_AND_EXCHANGE = 6;

/** The countries of +1, which dial alike (https://www.nanpa.com). */
export function isNorthAmerican(country: string): boolean {
  return PhoneNumberUtil.getInstance().getCountryCodeForRegion(country) === NANP;
}

/** Emergency numbers as keys can dial them: bare, after the country code, after an area code. */
export function dialledEmergencyForms({ country, areaCodes }: Numbering): readonly string[] {
  return formsOf(JSON.stringify({ country, areaCodes }));
}

const formsOf = remember((numbering) =>
  emergencyForms(JSON.parse(numbering) as Numbering).filter((form) => !form.startsWith('+')),
);

/** The country's own codes of three digits, such as 211 and 988; the emergency numbers are none. */
export const countryCodes = remember((country) =>
  Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0')).filter(
    (code) =>
      isShortCode(code, country) && emergencyNumber(code, { country, areaCodes: [] }) === undefined,
  ),
);

/** Whether a North American number begins with these digits: `503` does, `211` does not. */
export function beginsNumber(digits: string): boolean {
  return digits === '' || begins(digits.slice(0, AREA_AND_EXCHANGE));
}

/**
 * Of the exchanges every seventh is tried: every area code that has numbers has some among these.
 */
const begins = remember((digits) => {
  const missing = AREA_AND_EXCHANGE - digits.length;
  const step = missing < 3 ? 1 : 7;
  for (let n = 0; n < 10 ** missing; n += step) {
    const start = missing > 0 ? digits + String(n).padStart(missing, '0') : digits;
    const number = `${start}0199`.slice(0, NATIONAL_LENGTH);
    if (typeof readPhoneNumber(number, 'US') !== 'string') return true;
  }
  return false;
});

function remember<Value>(find: (key: string) => Value): (key: string) => Value {
  const found = new Map<string, Value>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const value = find(key);
    found.set(key, value);
    return value;
  };
}
