/** Service codes and the block list. */
import { PhoneNumberUtil } from 'google-libphonenumber';
import { isShortCode } from '../../runtime/numbers/shortCode';
import { scalarsAt } from '../read/raw';
import type { Context } from './context';
import { checkNumber, type Place, tell, tellEmergency } from './values';

export function checkServiceCodes(context: Context): void {
  for (const [code, to] of Object.entries(context.source.calling.serviceCodes)) {
    const place: Place = { file: 'calling.yaml', path: ['serviceCodes', code] };
    if (tellEmergency(context, place, code)) continue;
    if (!/^[1-9]\d{1,5}$/.test(code)) {
      const message = `\`${code}\` is not a service code`;
      tell(context, place, message, 'Use 2 to 6 digits that do not begin with 0, such as 211.');
    }
    if (!isShortCode(to, context.numbering.country) || tellEmergency(context, place, to)) {
      if (!/^\d{2,6}$/.test(to)) checkNumber(context, place, to);
      else if (!isShortCode(to, context.numbering.country)) tellNoShortCode(context, place, to);
    }
  }
}

function tellNoShortCode(context: Context, place: Place, to: string): void {
  if (tellEmergency(context, place, to)) return;
  const message = `\`${to}\` is not a short code of ${context.numbering.country}`;
  tell(context, place, message, 'Write an E.164 number, or one of the country’s codes.');
}

/** Lists of numbers that a menu dials one of. */
export function checkNumberLists(context: Context): void {
  const { source, report } = context;
  const used = new Set(namedIn(source.files));
  for (const [name, numbers] of Object.entries(source.calling.numberLists)) {
    const place: Place = { file: 'calling.yaml', path: ['numberLists', name] };
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) {
      const fix = 'Use up to 40 lower-case letters, digits and hyphens, beginning with a letter.';
      tell(context, place, `\`${name}\` cannot be the name of a list`, fix);
    }
    numbers.forEach((number, i) => {
      const at: Place = { ...place, path: [...place.path, i] };
      checkNumber(context, at, number);
      if (numbers.indexOf(number) < i)
        tell(context, at, `\`${number}\` is listed twice`, 'Keep one.');
    });
    if (used.has(name)) continue;
    report.warn(place.file, place.path, `the list \`${name}\` is not used`, 'Use it or remove it.');
  }
}

/** Every value of a `dial`, as written. */
function namedIn(files: Context['source']['files']): string[] {
  return Object.values(files).flatMap(({ value }) => scalarsAt('dial', value));
}

export function checkBlockList(context: Context): void {
  context.source.calling.block.forEach((entry, i) => {
    const place: Place = { file: 'calling.yaml', path: ['block', i] };
    if (entry === 'anonymous') return;
    if (!entry.endsWith('*')) {
      if (checkNumber(context, place, entry)) checkOwn(context, place, entry, entry);
      return;
    }
    const prefix = entry.slice(0, -1);
    const claimed = context.emergencyForms().find((form) => form.startsWith(prefix));
    if (!isPrefix(prefix)) {
      const message = `\`${entry}\` is not a prefix, or is too short`;
      const fix = 'Write plus, country code and at least two digits: `+8821*`.';
      return tell(context, place, message, fix);
    }
    if (!tellEmergency(context, place, prefix) && claimed !== undefined) {
      tellEmergency(context, place, claimed);
    }
    const own = [...context.ownNumbers].find((number) => number.startsWith(prefix));
    if (own !== undefined) checkOwn(context, place, entry, own);
  });
}

function checkOwn(context: Context, place: Place, entry: string, number: string): void {
  if (!context.ownNumbers.has(number)) return;
  const what = entry === number ? 'is one of our own numbers' : `blocks our own number ${number}`;
  tell(context, place, `\`${entry}\` ${what}`, 'Remove it, or block fewer numbers.');
}

/** Country code and at least two digits: less would block whole countries unseen. */
function isPrefix(prefix: string): boolean {
  const digits = prefix.slice(1);
  if (!/^\+[1-9]\d{2,14}$/.test(prefix)) return false;
  const util = PhoneNumberUtil.getInstance();
  const length = [1, 2, 3].find(
    // `ZZ` is libphonenumber's word for no region.
    (n) => util.getRegionCodeForCountryCode(Number(digits.slice(0, n))) !== 'ZZ',
  );
  return length !== undefined && digits.length >= length + 2;
}
