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
  const scheme = /^sips?:/i.exec(address)?.[0] ?? '';
  const rest = withoutHeaders(address.slice(scheme.length));
  const at = rest.lastIndexOf('@');
  if (at < 0 && scheme !== '') return undefined; // `sip:host`
  const userInfo = at < 0 ? rest : rest.slice(0, at);
  // A user may carry parameters or a password: `911;phone-context=+1`, `alice:secret`.
  const user = decode(userInfo.replace(/[;:].*$/s, ''));
  // Where a form was not encoded, its `+` arrives as a space. No user begins with a space.
  return user.replace(/^ /, '+') || undefined;
}

/** `"Booth" <sip:a@b>` → `sip:a@b`. */
function withoutDisplayName(uri: string): string {
  const open = uri.lastIndexOf('<');
  if (open < 0) return uri.replace(/^\s+(?=\S+:)|\s+$/g, '');
  const close = uri.indexOf('>', open);
  return uri.slice(open + 1, close < 0 ? undefined : close).trim();
}

/** A `?` before the host belongs to the user; after it, headers begin. */
function withoutHeaders(rest: string): string {
  const headers = rest.indexOf('?', rest.indexOf('@') + 1);
  return rest.includes('@') && headers >= 0 ? rest.slice(0, headers) : rest;
}

/** Once: a user that is still escaped afterwards was escaped twice, and is what it says. */
function decode(userInfo: string): string {
  try {
    return decodeURIComponent(userInfo);
  } catch {
    return userInfo;
  }
}
