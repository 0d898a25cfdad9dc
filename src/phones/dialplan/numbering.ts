/**
 * What the dial plan takes from the numbering plans, through `numbers/`, as the call path reads
 * them. Each is remembered: libphonenumber takes 50 µs for a number.
 */
import { PhoneNumberUtil } from 'google-libphonenumber';
import { emergencyForms, emergencyNumber, type Numbering } from '../../runtime/numbers/emergency';
import { NEW_AREA_CODES } from '../../runtime/numbers/northAmerica';
import { readPhoneNumber } from '../../runtime/numbers/phoneNumber';
import { isShortCode } from '../../runtime/numbers/shortCode';

const NANP = 1;
const NATIONAL_LENGTH = 10;

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

/**
 * Whether a North American number begins with these digits: `503` does, `211` does not.
 *
 * @param isOpen Whether numbers of an area code count that is newer than the numbering data.
 */
export function beginsNumber(digits: string, isOpen: (areaCode: string) => boolean): boolean {
  return areaCodesFrom(digits).some((areaCode) => {
    const start = digits.length < areaCode.length ? areaCode : digits;
    const region = regionAt((start + SOME_NUMBER.slice(start.length)).slice(0, NATIONAL_LENGTH));
    return region !== '' && (region !== NEW_AREA_CODES || isOpen(areaCode));
  });
}

/** All digits of a number; of any area code, where they replace the first. */
const SOME_NUMBER = '2342345678';

function areaCodesFrom(digits: string): readonly string[] {
  if (digits.length >= 3) return [digits.slice(0, 3)];
  return Array.from(
    { length: 10 ** (3 - digits.length) },
    (_, n) => digits + String(n).padStart(3 - digits.length, '0'),
  );
}

/** Empty for what is no number. */
const regionAt = remember((number) => {
  const read = readPhoneNumber(number, 'US');
  return typeof read === 'string' ? '' : read.region;
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
