/**
 * What people press around a number that must not fail: `#` or `*` to send it, the number once more
 * because nothing was heard, a code for caller ID before it out of habit.
 */
import { readPhoneNumber } from './phoneNumber';
import { isShortCode } from './shortCode';

/** Where it is dialled, and what counts as the number itself. */
export interface NumberReader {
  readonly country: string;
  /** @returns the number, where these digits are one. */
  readonly read: (digits: string) => string | undefined;
  /** The same without an area code in front, which could begin a longer number. */
  readonly readBare: (digits: string) => string | undefined;
  /** What an adapter may put in front of all that is dialled: nothing, country code, area code. */
  readonly isPrefix: (digits: string) => boolean;
}

/** Longer than anybody dials. */
const MAX_LENGTH = 64;
/** Shorter ones, such as France's 15, are parts of many others. */
const SHORTEST_REPEATED = 3;
/** A key that bounces, or is pressed harder: `9111`, `91111`. */
const MOST_PRESSES_MORE = 2;

/**
 * For one call only: withhold the number, show it (*67, *82: https://nationalnanpa.com, vertical
 * service codes), no call waiting (*70); #31# and *31# (3GPP TS 22.030 §6.5.2).
 */
export const CODES_ON_KEYS = ['*67', '*82', '*70', '*31#', '#31#'];
const BEFORE = /^(\d*)((?:\*(?:67|82|70)|[*#]31#|[*#])+)(?=\d)/;
/** The same in digits, where a country has them. */
const DIGIT_CODES: Readonly<Record<string, readonly string[]>> = {
  GB: ['141', '1470'],
  IE: ['141', '142'],
  AU: ['1831', '1832'],
  FR: ['3651'],
};

/**
 * The number in `*67911`, `*911`, `911##`, `911911`, `911#911#`, `1*67911`. Never where the digits
 * are a number or a short code that there is.
 *
 * @param dialled without separators.
 */
export function insistedOn(dialled: string, reader: NumberReader): string | undefined {
  if (dialled.length > MAX_LENGTH || !/^\+?[\d*#]+$/.test(dialled)) return undefined;
  const keys = dialled.replace(/^\+/, '').replace(/[*#]+$/, '');
  const [before = '', front = '', found = ''] = BEFORE.exec(keys) ?? [];
  const hasCodes = found !== '' && reader.isPrefix(front);
  const codes = hasCodes ? found : '';
  const body = keys.slice(hasCodes ? before.length : 0).split(/[*#]+/);
  const [first, ...others] = body.map((digits) => readRepeated(digits, reader));
  if (first === undefined || others.some((other) => other !== first)) return undefined;
  // A star and 112 is as likely to be a speed dial, where 112 is not the country's own.
  if (/^[*#]+$/.test(codes) && !body.every((digits) => digits.endsWith(first))) return undefined;
  return isPlain(dialled) && isTaken(dialled, reader.country) ? undefined : first;
}

/**
 * The number of which the last key was pressed once or twice more. For digits that nothing else
 * reads: 9111 may be an extension, and 1122 may be meant for one.
 */
export function pressedOnceMore(dialled: string, reader: NumberReader): string | undefined {
  const digits = dialled.replace(/[*#]+$/, '');
  for (let more = 1; more <= MOST_PRESSES_MORE; more += 1) {
    const number = reader.readBare(digits.slice(0, -more));
    const key = digits.slice(-1);
    if (number === undefined || number.length < SHORTEST_REPEATED) continue;
    if (!digits.endsWith(number + key.repeat(more)) || !number.endsWith(key)) continue;
    return isTaken(digits, reader.country) ? undefined : number;
  }
  return undefined;
}

/** As people are likely to dial a number that they insist on, for what must leave room for it. */
export function insistentForms(number: string, country: string): readonly string[] {
  const codes = [...CODES_ON_KEYS, '*', '**', '#', ...(DIGIT_CODES[country] ?? [])];
  return [
    ...codes.map((code) => `${code}${number}`),
    ...['*', '##', number, number + number, `#${number}`].map((end) => `${number}${end}`),
  ];
}

/** Once, after a code in digits, or again and again. */
function readRepeated(
  digits: string,
  { country, read, readBare }: NumberReader,
): string | undefined {
  const once = read(digits);
  if (once !== undefined) return once;
  for (const code of DIGIT_CODES[country] ?? []) {
    const number = digits.startsWith(code) ? readBare(digits.slice(code.length)) : undefined;
    if (number !== undefined) return number;
  }
  for (let length = SHORTEST_REPEATED; length <= digits.length / 2; length += 1) {
    const unit = digits.slice(0, length);
    const number = unit.repeat(digits.length / length) === digits ? readBare(unit) : undefined;
    if (number !== undefined) return number;
  }
  return undefined;
}

function isPlain(dialled: string): boolean {
  return /^\+?\d+$/.test(dialled);
}

/** Whether digits are somebody's number, or mean something in the country. */
function isTaken(dialled: string, country: string): boolean {
  const digits = dialled.replace(/^\+/, '');
  const isNumber = (text: string) => typeof readPhoneNumber(text, country) !== 'string';
  return isNumber(digits) || isNumber(`+${digits}`) || isShortCode(digits, country);
}
