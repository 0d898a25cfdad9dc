/**
 * Calls that are made, and changed, by REST (https://www.twilio.com/docs/voice/api/call-resource).
 * Nobody answers them here: a test does, or the telephone exchange of `tools/exchange`.
 */
import { badRequest, type Call, type Route } from '../contract';
import { bySid, text } from '../records';
import { callRecord, renderCall } from './calls';
import { route } from './paths';
import type { CallRecord, Instructions } from './state';

declare module '../contract' {
  interface Switches {
    /**
     * `Status=canceled` of a call that is up: documented as without effect on it, and not whether
     * the request is refused.
     */
    cancelTooLate: 'ignored' | 'refused';
  }
}

const RING_SECONDS = 60;
const LONGEST_RING = 600;
const LONGEST_TWIML = 4_000;
const WAITING = ['queued', 'ringing'];

export const callMakingRoutes: readonly Route[] = [
  route('POST', '/Calls.json', (call) => {
    const to = text(call, 'To') ?? '';
    const from = text(call, 'From') ?? '';
    if (!/^(\+[1-9]\d{6,14}|sips?:[^@\s]+@[^@\s]+|client:\S+)$/.test(to)) {
      throw badRequest(21211, `The phone number you are attempting to call, ${to}, is not valid`);
    }
    refuseFrom(from, to, call);
    const record = callRecord({
      sid: call.newSid('CA'),
      to,
      from,
      status: 'queued',
      direction: 'outbound-api',
      startTime: null,
      endTime: null,
      duration: null,
      instructions: instructionsOf(call, null),
      dateCreated: call.now,
      dateUpdated: call.now,
    });
    call.state.api.calls.push(record);
    return { status: 201, body: renderCall(record, call) };
  }),
  route('POST', '/Calls/{Sid}.json', (call) => {
    const record = bySid(call.state.api.calls, call.params['Sid'], call);
    change(record, call);
    record.dateUpdated = call.now;
    return { status: 200, body: renderCall(record, call) };
  }),
];

/** A number must be the account's own, or verified; a SIP user may be called from any name. */
function refuseFrom(from: string, to: string, { state }: Call): void {
  const { numbers, verifiedCallerIds } = state.api;
  if (/^\+[1-9]\d{6,14}$/.test(from)) {
    const ours = numbers.some(({ phoneNumber }) => phoneNumber === from);
    if (ours || verifiedCallerIds.includes(from)) return;
    throw badRequest(21210, `The source phone number provided, ${from}, is not yet verified`);
  }
  if (to.startsWith('+') || !/^[A-Za-z0-9+\-_.]+$/.test(from)) {
    throw badRequest(21212, `The phone number provided, ${from}, is not a valid caller ID`);
  }
}

function instructionsOf(call: Call, old: Instructions | null): Instructions {
  const { values } = call;
  const url = text(call, 'Url') ?? null;
  const twiml = text(call, 'Twiml') ?? null;
  if (url === null && twiml === null && !old) throw badRequest(21205, 'Url parameter is required');
  if ((twiml ?? '').length > LONGEST_TWIML) throw badRequest(20001, 'Twiml is too long');
  const timeout = Number(values['Timeout'] ?? old?.timeout ?? RING_SECONDS);
  if (timeout < 0 || timeout > LONGEST_RING) throw badRequest(21208, 'Invalid Timeout');
  const timeLimit = values['TimeLimit'] ?? old?.timeLimit;
  return {
    count: (old?.count ?? 0) + 1,
    url,
    method: text(call, 'Method') ?? 'POST',
    twiml,
    timeout,
    timeLimit: typeof timeLimit === 'number' ? timeLimit : null,
    statusCallback: text(call, 'StatusCallback') ?? old?.statusCallback ?? null,
  };
}

/** Cancels what rings, ends what is up, or has it follow other instructions. */
function change(record: CallRecord, call: Call): void {
  const status = text(call, 'Status');
  const waiting = WAITING.includes(record.status);
  const up = record.status === 'in-progress';
  if (status === 'canceled' && up && call.switches.cancelTooLate === 'ignored') return;
  if (status === 'canceled' ? !waiting : !(up || (waiting && status === 'completed'))) {
    const message = 'Call is not in-progress. Cannot redirect.';
    throw badRequest(21220, status === undefined ? message : 'Invalid call state');
  }
  if (status === undefined) record.instructions = instructionsOf(call, record.instructions);
  else Object.assign(record, { status, endTime: call.now });
}
