/**
 * SIP passwords, derived from the environment's master key: nothing to store, nothing to read back.
 *
 * Twilio wants twelve characters with a digit and both cases
 * (https://www.twilio.com/docs/voice/sip/api/sip-credential-resource); telephones and their web
 * forms take letters and digits everywhere, but not every other character, nor any length.
 */
import { createHmac } from 'node:crypto';
import type { EnvironmentName } from '../../runtime/model/directory';

/** Whose password, and which: the generation is raised to change it. */
export interface PasswordId {
  readonly environment: EnvironmentName;
  readonly username: string;
  readonly generation: number;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 20;
/** Bytes from here on would make the first letters of the alphabet likelier. */
const EVEN = 256 - (256 % ALPHABET.length);
const CLASSES = [/[A-Z]/, /[a-z]/, /[0-9]/];

/** Twenty letters and digits, with an upper-case letter, a lower-case one and a digit among them. */
export function sipPassword(key: Buffer, id: PasswordId): string {
  return passwordFrom((purpose, block) => hmac(key, purpose, id, block));
}

/** A password of the same form from a source of bytes that is the same every time. */
export function passwordFrom(bytes: Bytes): string {
  for (let attempt = 0; ; attempt += 1) {
    const password = candidate(bytes, attempt);
    if (CLASSES.every((needed) => needed.test(password))) return password;
  }
}

/**
 * Tells whether a password was made with this key for this generation, without telling the
 * password: it may stand in a file under git.
 */
export function fingerprint(key: Buffer, id: PasswordId): string {
  return hmac(key, 'fingerprint', id, 0).toString('hex').slice(0, 16);
}

/** Tells one master key from another, without telling the key. */
export function keyFingerprint(key: Buffer, environment: EnvironmentName): string {
  return fingerprint(key, { environment, username: '', generation: 0 });
}

type Bytes = (purpose: string, block: number) => Buffer;

function candidate(bytes: Bytes, attempt: number): string {
  let password = '';
  for (let block = 0; password.length < LENGTH; block += 1) {
    for (const byte of bytes(`password ${attempt}`, block)) {
      if (byte < EVEN) password += ALPHABET[byte % ALPHABET.length];
    }
  }
  return password.slice(0, LENGTH);
}

/** Usernames hold no control characters, so that no two ids make the same text. */
function hmac(key: Buffer, purpose: string, id: PasswordId, block: number): Buffer {
  const { environment, username, generation } = id;
  const text = ['dialtone sip v1', purpose, environment, username, generation, block].join('\0');
  return createHmac('sha256', key).update(text).digest();
}
