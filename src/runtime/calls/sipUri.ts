/**
 * The user part of a SIP or tel URI, in the forms in which Twilio passes on what phones send
 * (RFC 3261 §19.1 and §20.10, RFC 3966, and https://www.twilio.com/docs/voice/api/sip-twiml).
 */

/**
 * Who or what a From or To names: `sip:%23@example.sip.twilio.com;transport=tls` → `#`,
 * `tel:+1-503-555-0199` → `+1-503-555-0199`. A bare number or name, without scheme and host, is taken as it stands.
 *
 * @returns undefined when the URI has no user.
 */
export function sipUser(uri: string | undefined): string | undefined {
  const address = addressIn(uri ?? '');
  const rest = address.replace(/^\s*(?:sips?|tel):/i, '');
  const at = withoutParameters(rest).lastIndexOf('@');
  if (at < 0 && /^\s*sips?:/i.test(address)) return undefined; // `sip:host`
  const userInfo = at < 0 ? rest : rest.slice(0, at);
  // A user may carry parameters or a password: `911;phone-context=+1`, `alice:secret`.
  const user = decode(userInfo.split(/[;:]/, 1).join());
  // Where a form was not encoded, its `+` arrives as a space. No user begins with a space.
  return user.replace(/^ /, '+') || undefined;
}

/** `"Booth" <sip:a@b>;tag=1` → `sip:a@b`: not what a display name or a parameter says. */
function addressIn(uri: string): string {
  if (/^\s*(?:sips?|tel):/i.test(uri)) return uri;
  const unnamed = uri.replace(/^\s*"(?:[^"\\]|\\.)*"/s, '');
  const open = unnamed.indexOf('<');
  if (open < 0) return uri;
  return unnamed
    .slice(open + 1)
    .split('>', 1)
    .join();
}

/** A `?` or `;` before the host belongs to the user; after it, headers or parameters begin. */
function withoutParameters(rest: string): string {
  const at = rest.indexOf('@');
  const end = at < 0 ? -1 : rest.slice(at).search(/[?;]/);
  return end < 0 ? rest : rest.slice(0, at + end);
}

/** Once: a user that is still escaped afterwards was escaped twice, and is what it says. */
function decode(userInfo: string): string {
  try {
    return decodeURIComponent(userInfo);
  } catch {
    return userInfo;
  }
}
