/** SIP usernames: the keys of extensions.yaml. */
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
export function checkDigits(context: Context, location: Location, username: string): void {
  if (refuseEmergencyNumber(context, location, username)) return;
  const { serviceCodes } = context.source.calling;
  const { country } = context.numbering;
  if (username.length > 5) {
    const message = `\`${username}\` is too long for a short extension (2 to 5 digits)`;
    addError(context, location, message, 'Write a telephone number in E.164, with a plus.');
  } else if (username.length < 2 || username.startsWith('0')) {
    const message = `\`${username}\` is not a short extension`;
    addError(context, location, message, 'Use 2 to 5 digits that do not begin with 0.');
  } else if (
    Object.hasOwn(serviceCodes, username) ||
    (username.length === 3 && isShortCode(username, country))
  ) {
    const message = `\`${username}\` is a service code, which callers must be able to dial`;
    addError(context, location, message, 'Use other digits.');
  }
}
