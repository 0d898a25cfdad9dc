/**
 * One structured line per event. Lines are written with `console.log`, because
 * Twilio raises an alert for every `console.warn` (82004) and `console.error`
 * (82005): those are kept for what somebody must look at.
 */
import type { Decision } from '../calls';
import type { CallbackName } from '../model/callbacks';
import { readCallSid } from '../model/callSid';
import { maskNumbers } from '../numbers/mask';

/** Everything that is counted: what a webhook decided, and what went wrong behind it. */
export type EventName =
  | `${CallbackName}.${Decision['kind']}`
  | 'lookUp.failed'
  | 'directory.unreadable'
  | 'emergency.unreadable'
  | 'template.unreadable'
  | 'operator.wouldCall'
  | 'operator.limited'
  | 'operator.uncalled'
  | 'operator.uncancelled'
  | 'message.told'
  | 'message.limited'
  | 'message.wouldTell'
  | 'message.untold'
  | 'store.failed'
  | 'effect.failed'
  | 'door.failed';

/** Absent fields are left out of the line. */
export interface Fields {
  readonly environment?: string | undefined;
  readonly callSid?: string | undefined;
  /** SIP username of the phone that calls. */
  readonly extension?: string | undefined;
  /** What the directory calls that phone. */
  readonly phone?: string | undefined;
  /** Number of a caller from outside. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The menu in which a key was pressed, or none came. */
  readonly menu?: string | undefined;
  /** Where the call goes: a menu, the dial tone, a number, a TwiML asset, another SIP system. */
  readonly target?: string | undefined;
  /** SIP usernames of the phones that ring. */
  readonly rings?: readonly string[] | undefined;
  readonly reason?: string | undefined;
  /** `DialCallStatus`. */
  readonly dialStatus?: string | undefined;
  readonly milliseconds?: number;
}

/** Nothing that a caller sends makes a line longer than this a field. */
const LONGEST_FIELD = 80;

/** Never throws: a line that cannot be written must not change what the caller hears. */
export function logEvent(event: EventName, fields: Fields): void {
  try {
    console.log(line(event, fields));
  } catch {
    // There is nowhere left to say so.
  }
}

/** For what an operator must fix; raises an alert at Twilio. Never throws. */
export function logFailure(event: EventName, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  try {
    console.error(line(event, { reason }));
  } catch {
    // As above.
  }
}

/** JSON, so that nothing a caller sends can begin a line of its own; numbers masked. */
function line(event: EventName, { callSid, ...fields }: Fields): string {
  // A SID looks like digits, but is nobody's number.
  const sid = readCallSid(callSid);
  // Lines of one call may come to a reader out of order.
  const time = new Date().toISOString();
  return JSON.stringify({ event, time, callSid: sid, ...masked(fields) });
}

function shown(value: unknown): unknown {
  return typeof value === 'string' ? maskNumbers(value).slice(0, LONGEST_FIELD) : value;
}

function masked(fields: Fields): object {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? value.map(shown) : shown(value),
    ]),
  );
}
