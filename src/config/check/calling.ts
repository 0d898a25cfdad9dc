/** Service codes and the block list. */
import { PhoneNumberUtil } from 'google-libphonenumber';
import { isShortCode } from '../../runtime/numbers/shortCode';
import { scalarsAt } from '../read/raw';
import type { Context } from './context';
import { checkNumber, checkTarget, type Location, addError, refuseEmergencyNumber } from './values';

export function checkServiceCodes(context: Context): void {
  for (const [code, to] of Object.entries(context.source.calling.serviceCodes)) {
    const location: Location = { file: 'calling.yaml', path: ['serviceCodes', code] };
    if (refuseEmergencyNumber(context, location, code)) continue;
    if (!/^[1-9]\d{1,5}$/.test(code)) {
      const message = `\`${code}\` is not a service code`;
      addError(
        context,
        location,
        message,
        'Use 2 to 6 digits that do not begin with 0, such as 211.',
      );
    }
    if (typeof to !== 'string') {
      checkTarget(context, location, to);
      continue;
    }
    if (
      !isShortCode(to, context.numbering.country) ||
      refuseEmergencyNumber(context, location, to)
    ) {
      if (!/^\d{2,6}$/.test(to)) checkNumber(context, location, to);
      else if (!isShortCode(to, context.numbering.country))
        reportNoShortCode(context, location, to);
    }
  }
}

function reportNoShortCode(context: Context, location: Location, to: string): void {
  if (refuseEmergencyNumber(context, location, to)) return;
  const message = `\`${to}\` is not a short code of ${context.numbering.country}`;
  addError(context, location, message, 'Write an E.164 number, or one of the country’s codes.');
}

/** Lists of numbers that a menu dials one of. */
export function checkNumberLists(context: Context): void {
  const { source, report } = context;
  const used = new Set(namedIn(source.files));
  for (const [name, numbers] of Object.entries(source.calling.numberLists)) {
    const location: Location = { file: 'calling.yaml', path: ['numberLists', name] };
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) {
      const fix = 'Use up to 40 lower-case letters, digits and hyphens, beginning with a letter.';
      addError(context, location, `\`${name}\` cannot be the name of a list`, fix);
    }
    numbers.forEach((number, i) => {
      const at: Location = { ...location, path: [...location.path, i] };
      checkNumber(context, at, number);
      if (numbers.indexOf(number) < i)
        addError(context, at, `\`${number}\` is listed twice`, 'Keep one.');
    });
    if (used.has(name)) continue;
    report.warn(
      location.file,
      location.path,
      `the list \`${name}\` is not used`,
      'Use it or remove it.',
    );
  }
}

/** Every value of a `dial`, as written. */
function namedIn(files: Context['source']['files']): string[] {
  return Object.values(files).flatMap(({ value }) => scalarsAt('dial', value));
}

export function checkBlockList(context: Context): void {
  context.source.calling.block.forEach((entry, i) => {
    const location: Location = { file: 'calling.yaml', path: ['block', i] };
    if (entry === 'anonymous') return;
    if (!entry.endsWith('*')) {
      if (checkNumber(context, location, entry)) checkOwn(context, location, entry, entry);
      return;
    }
    const prefix = entry.slice(0, -1);
    const claimed = context.emergencyForms().find((form) => form.startsWith(prefix));
    if (!isPrefix(prefix)) {
      const message = `\`${entry}\` is not a prefix, or is too short`;
      const fix = 'Write plus, country code and at least two digits: `+8821*`.';
      return addError(context, location, message, fix);
    }
    if (!refuseEmergencyNumber(context, location, prefix) && claimed !== undefined) {
      refuseEmergencyNumber(context, location, claimed);
    }
    const own = [...context.ownNumbers].find((number) => number.startsWith(prefix));
    if (own !== undefined) checkOwn(context, location, entry, own);
  });
}

function checkOwn(context: Context, location: Location, entry: string, number: string): void {
  if (!context.ownNumbers.has(number)) return;
  const what = entry === number ? 'is one of our own numbers' : `blocks our own number ${number}`;
  addError(context, location, `\`${entry}\` ${what}`, 'Remove it, or block fewer numbers.');
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
