/** SIP URIs that Twilio dials (https://www.twilio.com/docs/voice/twiml/sip, RFC 3261 §25.1). */
import type { HandOff } from '../calls/decision';
import type { CallLanguage } from '../model/directory';
import { sipHost } from '../model/sip';

/**
 * A registered phone. At the global host: edge hosts fail (error 32220) and
 * `us1` reaches only phones registered in Ashburn.
 */
export function sipUriOf(username: string, sipDomain: string): string {
  return `sip:${escapeUser(username)}@${sipHost(sipDomain)}`;
}

/** Another SIP system, with who calls, whether that phone may call emergency numbers, and the language chosen. */
export function uriOf(
  { to, edge, parameter, callerId, emergencyAllowed }: HandOff,
  language?: CallLanguage,
): string {
  const at = to.lastIndexOf('@');
  const viaEdge = edge === undefined ? '' : `;edge=${encodeURIComponent(edge)}`;
  const headers =
    `x-callerid=${encodeURIComponent(callerId)}` +
    `&x-enableemergency=${emergencyAllowed}` +
    (language === undefined ? '' : `&x-language=${language}`);
  return `sip:${escapeUser(to.slice(0, at))}@${to.slice(at + 1)}${parameter ?? viaEdge}?${headers}`;
}

/** `+` may stand in a user as it is. */
function escapeUser(user: string): string {
  return encodeURIComponent(user).replaceAll('%2B', '+');
}
