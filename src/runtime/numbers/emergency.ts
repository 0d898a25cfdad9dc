/**
 * Emergency numbers, recognised by the country's own short-number data and in
 * every form in which an ATA is known to send them.
 */
import { PhoneNumberUtil, type RegionCode, ShortNumberInfo } from 'google-libphonenumber';
import { insistedOn, insistentForms, pressedOnceMore, type NumberReader } from './insistence';

/** Where a number is dialled. */
export interface Numbering {
  /** ISO 3166 region, such as `US`. */
  readonly country: string;
  /** Area codes that an ATA may put in front. */
  readonly areaCodes: readonly string[];
}

/** Twilio's test number: reads the caller's registered address back (US and Canada). */
const TEST_NUMBERS: Readonly<Record<string, readonly string[]>> = { US: ['933'], CA: ['933'] };

/** Numbers that mean the country's own: a roaming mobile's 112 is 911 in North America. */
const ALIASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: { '112': '911' },
  CA: { '112': '911' },
};

/**
 * Numbers that reach whatever help is needed: beside them a country has others for the police alone, or
 * for text telephones (110 in Germany, 106 in Australia). The first that it has is its general one, but for
 * countries that know another one better.
 */
const GENERAL = ['911', '000', '111', '112', '999'];
const BETTER_KNOWN: Readonly<Record<string, string>> = { GB: '999' };

const shortNumbers = ShortNumberInfo.getInstance();
const util = PhoneNumberUtil.getInstance();

/**
 * The emergency number to dial when `dialled` is one in any form: bare, or after
 * `+`, the country code (`1`, `+1`) or an area code, with or without separators; and with
 * what people press around it (`*67911`, `911##`, `911911`).
 *
 * @returns `911`, `933`, …; undefined when it is none.
 */
export function emergencyNumber(dialled: string, numbering: Numbering): string | undefined {
  const keys = withoutSeparators(dialled);
  return readForm(keys.replace(/^\+/, ''), numbering) ?? insistedOn(keys, reader(numbering));
}

/** The same for what nothing else could mean: its last key pressed once more (`9111`). */
export function likelyEmergencyNumber(dialled: string, numbering: Numbering): string | undefined {
  return pressedOnceMore(withoutSeparators(dialled).replace(/^\+/, ''), reader(numbering));
}

function readForm(digits: string, numbering: Numbering): string | undefined {
  if (!/^\d+$/.test(digits)) return undefined;
  for (const length of LENGTHS) {
    const number = bareEmergencyNumber(digits.slice(-length), numbering.country);
    if (number !== undefined && isPrefix(digits.slice(0, -length), numbering)) return number;
  }
  return undefined;
}

function reader(numbering: Numbering): NumberReader {
  const { country } = numbering;
  return {
    country,
    read: (digits) => readForm(digits, numbering),
    readBare: (digits) => readForm(digits, { country, areaCodes: [] }),
    isPrefix: (digits) => isPrefix(digits, numbering),
  };
}

/** Every form, without separators, in which an emergency number can be dialled here. */
export function emergencyForms(numbering: Numbering): readonly string[] {
  return emergencyNumbers(numbering.country).flatMap((number) =>
    prefixes(numbering).flatMap((prefix) => [`${prefix}${number}`, `+${prefix}${number}`]),
  );
}

/** Of all forms the bare ones, with what people press around them: `*67911`, `911911`. */
export function insistentEmergencyForms(
  forms: readonly string[],
  numbering: Numbering,
): readonly string[] {
  return forms
    .filter((form) => bareEmergencyNumber(form, numbering.country) !== undefined)
    .flatMap((form) => insistentForms(form, numbering.country))
    .filter((form) => emergencyNumber(form, numbering) !== undefined);
}

/** The bare emergency numbers of a country, as callers dial them. Tries all there could be: for builds. */
export function emergencyNumbers(country: string): readonly string[] {
  const longer = LONGER[country] ?? [];
  return [...SHORT, ...longer]
    .flatMap((length) =>
      Array.from({ length: 10 ** length }, (_, n) => String(n).padStart(length, '0')),
    )
    .filter((digits) => bareEmergencyNumber(digits, country) !== undefined);
}

/**
 * The emergency numbers that begin with a key, the general one first, then the usual three digits: what
 * a menu must not take for keys of its own. A country's own only; in North America 112 is left to the menu.
 */
export function emergencyNumbersFrom(key: string, country: string): readonly string[] {
  const id = `${country} ${key}`;
  const known = numbersFrom.get(id) ?? generalFirst(startingWith(key, country), country);
  numbersFrom.set(id, known);
  return known;
}

/**
 * The number for whoever needs help, of whatever kind; 112, which many networks know, where the
 * country has none.
 */
export function generalEmergencyNumber(country: string): string {
  const general = BETTER_KNOWN[country] ?? GENERAL.find((each) => isBare(each, country));
  return general ?? [...'1234567890'].flatMap((key) => startingWith(key, country))[0] ?? '112';
}

/** Whether a number only tests what an emergency call would do. */
export function isTestNumber(number: string, country: string): boolean {
  return TEST_NUMBERS[country]?.includes(number) ?? false;
}

// Looking them up costs a hundred times what finding them here does.
const numbersFrom = new Map<string, readonly string[]>();

function startingWith(key: string, country: string): string[] {
  return [100, 10].flatMap((size) =>
    Array.from({ length: size }, (_, n) => `${key}${String(size + n).slice(1)}`).filter((digits) =>
      isBare(digits, country),
    ),
  );
}

function generalFirst(numbers: readonly string[], country: string): readonly string[] {
  const general = generalEmergencyNumber(country);
  return [...numbers].sort((a, b) => Number(b === general) - Number(a === general));
}

function isBare(digits: string, country: string): boolean {
  return bareEmergencyNumber(digits, country) === digits;
}

/** Spaces, dots, dashes and brackets, which some phones send as people write them (RFC 3966 §5.1.1). */
export function withoutSeparators(dialled: string): string {
  return dialled.replace(/[\s().-]/g, '');
}

/** So many digits emergency numbers have; three is by far the most common. */
const SHORT = [3, 2];

/** Countries that have longer ones too. To try every number of five digits for the others takes a third of a second. */
const LONGER: Readonly<Record<string, readonly number[]>> = {
  CF: [4],
  GA: [4],
  IN: [4],
  NA: [5],
  OM: [4],
  PK: [4],
  SE: [5],
  TH: [4],
  ZA: [5],
};
const LENGTHS = [...SHORT, 4, 5];

function bareEmergencyNumber(digits: string, country: string): string | undefined {
  if (TEST_NUMBERS[country]?.includes(digits)) return digits;
  if (!shortNumbers.isEmergencyNumber(digits, country as RegionCode)) return undefined;
  return ALIASES[country]?.[digits] ?? digits;
}

/** Whether a phone may have put `digits` in front: nothing, country code, area code or both. */
function isPrefix(digits: string, { country, areaCodes }: Numbering): boolean {
  const countryCode = String(util.getCountryCodeForRegion(country));
  const rest = digits.startsWith(countryCode) ? digits.slice(countryCode.length) : digits;
  return rest === '' || areaCodes.includes(rest) || areaCodes.includes(digits);
}

function prefixes({ country, areaCodes }: Numbering): string[] {
  const countryCode = String(util.getCountryCodeForRegion(country));
  return ['', ...areaCodes].flatMap((areaCode) => [areaCode, countryCode + areaCode]);
}
