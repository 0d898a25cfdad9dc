/**
 * The user part of a SIP URI, in the forms in which Twilio passes on what phones send
 * (RFC 3261 §19.1, and https://www.twilio.com/docs/voice/api/sip-twiml).
 */

/**
 * Who or what a From or To names: `sip:%23@example.sip.twilio.com;transport=tls` → `#`.
 * A bare number or name, without scheme and host, is taken as it stands.
 *
 * @returns undefined when the URI has no user.
 */
export function sipUser(uri: string | undefined): string | undefined {
  const address = withoutDisplayName(uri ?? '');
  const rest = address.replace(/^\s*sips?:/i, '');
  const at = withoutHeaders(rest).lastIndexOf('@');
  if (at < 0 && rest !== address) return undefined; // `sip:host`
  const userInfo = at < 0 ? rest : rest.slice(0, at);
  // A user may carry parameters or a password: `911;phone-context=+1`, `alice:secret`.
  const user = decode(userInfo.split(/[;:]/, 1).join());
  // Where a form was not encoded, its `+` arrives as a space. No user begins with a space.
  return user.replace(/^ /, '+') || undefined;
}

/** `"Booth" <sip:a@b>` → `sip:a@b`. */
function withoutDisplayName(uri: string): string {
  const open = uri.lastIndexOf('<');
  if (open < 0) return uri;
  return uri
    .slice(open + 1)
    .split('>', 1)
    .join();
}

/** A `?` before the host belongs to the user; after it, headers begin. */
function withoutHeaders(rest: string): string {
  const at = rest.indexOf('@');
  const headers = rest.indexOf('?', at);
  return at < 0 || headers < 0 ? rest : rest.slice(0, headers);
}

/** Once: a user that is still escaped afterwards was escaped twice, and is what it says. */
function decode(userInfo: string): string {
  try {
    return decodeURIComponent(userInfo);
  } catch {
    return userInfo;
  }
}
