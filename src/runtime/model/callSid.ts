/** SIDs of Twilio's calls (https://www.twilio.com/docs/glossary/what-is-a-sid). */

export function isCallSid(sid: unknown): sid is string {
  return typeof sid === 'string' && /^CA[0-9a-f]{32}$/.test(sid);
}

/** The SID of a call; undefined for anything else. */
export function readCallSid(sid: string | undefined): string | undefined {
  return isCallSid(sid) ? sid : undefined;
}
