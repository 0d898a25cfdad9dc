/**
 * The secret part of a device's address, `/p/<token>/`: derived from the environment's master key, so that it is the
 * same until a password of the device is rotated, and nothing stores it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EnvironmentName } from '../../runtime/model/directory';

/** Lower case without `0`, `1`, `l` and `o`: some are typed with a telephone's keys. */
const ALPHABET = '23456789abcdefghijkmnpqrstuvwxyz';
/** Of five bits each: 130 bits. */
const LENGTH = 26;

/** Anything that may be a token or part of one, to keep it out of the log. */
export const TOKEN_LIKE = /[2-9a-km-np-z]{20,}/gi;

/**
 * @param device MAC address; of an app, which has none, its username.
 * @param passwords which ones its lines have: with another password it has another address.
 */
export function provisionToken(
  key: Buffer,
  environment: EnvironmentName,
  device: string,
  passwords: string,
): string {
  const bytes = createHmac('sha256', key)
    .update(['dialtone provision v2', environment, device, passwords].join('\0'))
    .digest();
  // 256 is a multiple of 32: every letter is as likely.
  return Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte % 32]).join('');
}

/** Looks at all of them, and at all of each: how long it takes tells nothing. */
export function ownerOf<Owner extends { readonly token: string }>(
  token: string,
  owners: Iterable<Owner>,
): Owner | undefined {
  const asked = digest(token.toLowerCase());
  let found: Owner | undefined;
  for (const owner of owners) {
    if (timingSafeEqual(asked, digest(owner.token))) found = owner;
  }
  return found;
}

/** Of equal length, whatever is asked for. */
function digest(text: string): Buffer {
  return createHmac('sha256', 'dialtone').update(text).digest();
}
