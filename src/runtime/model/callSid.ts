/** SIDs of Twilio's calls (https://www.twilio.com/docs/glossary/what-is-a-sid). */

/** The SID of a call; undefined for anything else. */
export function readCallSid(sid: unknown): string | undefined {
  return typeof sid === 'string' && /^CA[0-9a-f]{32}$/.test(sid) ? sid : undefined;
}
