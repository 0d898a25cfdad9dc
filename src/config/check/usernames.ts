/** SIP usernames: the keys of extensions.yaml. */
import { emergencyNumber } from '../../runtime/numbers/emergency';
import { readPhoneNumber } from '../../runtime/numbers/phoneNumber';
import { isShortCode } from '../../runtime/numbers/shortCode';
import type { Context } from './context';
import { checkNumber, type Location, addError, refuseEmergencyNumber } from './values';

/** Twilio's limit (https://www.twilio.com/docs/voice/sip/api/sip-credential-resource). */
const MAX_LENGTH = 32;

export function checkUsernames(context: Context): void {
  for (const username of context.source.files['extensions.yaml'].keys([])) {
    checkUsername(context, { file: 'extensions.yaml', path: [username] }, username);
  }
}

function checkUsername(context: Context, location: Location, username: string): void {
  if (username.length > MAX_LENGTH) {
    const message = `the username has ${username.length} characters; Twilio allows ${MAX_LENGTH}`;
    addError(context, location, message, 'Shorten it; `name` may be as long as you like.');
  }
  if (/^[0#*]/.test(username) && !/^0\d/.test(username)) {
    const meaning = MEANINGS[username] ?? 'what begins with it is a feature code or a menu';
    addError(context, location, `\`${username}\` cannot be a username: ${meaning}`, 'Use a name.');
  } else if (username.startsWith('+')) {
    checkNumber(context, location, username);
  } else if (/^\d+$/.test(username)) {
    checkDigits(context, location, username);
  } else if (!/^[A-Za-z0-9._-]+$/.test(username)) {
    const odd = [...new Set(username.match(/[^A-Za-z0-9._-]/gu))].map((each) => `\`${each}\``);
    const message =
      username === ''
        ? 'the username is empty'
        : `\`${username}\` contains characters that a SIP username cannot have: ${odd.join(', ')}`;
    addError(context, location, message, 'Use letters, digits, dots, hyphens and underscores.');
  } else if (/[A-Z]/.test(username)) {
    context.report.warn(
      location.file,
      location.path,
      `\`${username}\` has capital letters, which some phones and people get wrong`,
      `Write \`${username.toLowerCase()}\`.`,
    );
  }
}

const MEANINGS: Readonly<Record<string, string>> = {
  '0': 'it is the operator',
  '#': 'it is the menu',
  '*': 'it begins feature codes',
};

/** A short number that can be dialled: it must not mean anything else. */
export function checkDigits(context: Context, location: Location, digits: string): void {
  const { numbering } = context;
  if (refuseEmergencyNumber(context, location, digits, freeDigitsFix(context, digits))) return;
  if (digits.length > 5) {
    const message = `\`${digits}\` is too long for a short extension (2 to 5 digits)`;
    const read = readPhoneNumber(digits, numbering.country);
    const fix =
      typeof read === 'string' ? freeDigitsFix(context, digits) : `Write \`${read.e164}\`.`;
    addError(context, location, message, fix);
  } else if (digits.length < 2 || digits.startsWith('0')) {
    const message = `\`${digits}\` is not a short extension: it has 2 to 5 digits and does not begin with 0`;
    addError(context, location, message, freeDigitsFix(context, digits));
  } else if (isService(context, digits)) {
    const message = `\`${digits}\` is a service code, which callers must be able to dial`;
    addError(context, location, message, freeDigitsFix(context, digits));
  }
}

function isService({ numbering, source }: Context, digits: string): boolean {
  if (Object.hasOwn(source.calling.serviceCodes, digits)) return true;
  return digits.length === 3 && isShortCode(digits, numbering.country);
}

/** Names the next number that nothing else means. */
export function freeDigitsFix(context: Context, digits: string): string {
  const asked = /^[1-9]\d{1,4}$/.test(digits) ? Number(digits) : 100;
  const taken = new Set([
    ...(context.extensions ?? []),
    ...Object.values(context.source.extensions).map(({ short }) => short),
  ]);
  // Those that follow it, then those of as many digits before it.
  const lowest = 10 ** (String(asked).length - 1);
  const all = Array.from({ length: 9 * lowest }, (_, i) => lowest + i);
  const free = [...all.slice(asked - lowest + 1), ...all.slice(0, asked - lowest)]
    .map(String)
    .find(
      (each) =>
        !taken.has(each) &&
        !isService(context, each) &&
        emergencyNumber(each, context.numbering) === undefined,
    );
  return free === undefined ? 'Use other digits, or a name.' : `\`${free}\` is free: use it.`;
}
