/** What should happen to a call that one of our phones places. */
import type { Directory } from '../directory/types';
import { isE164 } from '../numbers/phoneNumber';
import { isBlocked } from './blockList';
import type { OutgoingCall } from './call';
import { identifyCaller } from './caller';
import { refusedByClass } from './classOfService';
import type { Decision, Reply } from './decision';
import { type DialedNumber, type DialPlan, readDialed } from './dialed';
import { routeEmergency } from './emergency';
import { type Attempt, ringExtensions } from './phones';
import { sipUser } from './sipUri';
import { connect, routeTarget, routeToOwnNumber } from './target';
import { decide, describeDialed, refuse, Trace } from './trace';

/** What is dialled is read for emergencies even where the directory cannot be. */
export const NO_PLAN: DialPlan = {
  site: { country: 'US', areaCodes: [] },
  extensions: new Map(),
  serviceCodes: new Map(),
  rewrites: [],
};

/**
 * Routes a phone's INVITE. Emergency comes first and needs nothing but the
 * directory; everything else is refused unless something allows it.
 *
 * @param directory null when it cannot be read.
 */
export function routeOutgoing(
  call: OutgoingCall,
  directory: Directory | null,
  now: Date,
): Decision {
  const trace = new Trace();
  return decide(route(call, directory, now, trace), trace, call.language);
}

/**
 * The username that Twilio must be asked about before the call can be routed:
 * none for a phone that the directory knows, and none for an emergency call.
 */
export function usernameToLookUp(
  call: OutgoingCall,
  directory: Directory | null,
): string | undefined {
  const username = unknownUsername(call, directory);
  if (!directory || username === undefined) return undefined;
  return readDialed(call.to, directory).kind === 'emergency' ? undefined : username;
}

/** Only a username that is a telephone number can become an extension. */
export function unknownUsername(
  { from }: OutgoingCall,
  directory: Directory | null,
): string | undefined {
  const username = sipUser(from);
  if (!directory || directory.extensions.has(username ?? '')) return undefined;
  return isE164(username) ? username : undefined;
}

function route(call: OutgoingCall, directory: Directory | null, now: Date, trace: Trace): Reply {
  const dialed = readDialed(call.to, directory ?? NO_PLAN);
  trace.add('dialled', describeDialed(dialed));
  if (dialed.kind === 'emergency') {
    const outcome = routeEmergency(dialed.number, sipUser(call.from), directory);
    trace.add('emergency', outcome.kind === 'emergency' ? 'before every rule' : outcome.reason);
    return outcome;
  }
  if (!directory) return refuse('directory-unreadable');

  const caller = identifyCaller(call, directory);
  if ('reason' in caller) return caller;
  trace.add('caller', `${caller.username}, class ${caller.class.name}, as ${caller.callerId}`);
  return routeDialed(dialed, { call, caller, directory, now, language: call.language }, trace);
}

function routeDialed(
  dialed: Exclude<DialedNumber, { kind: 'emergency' }>,
  attempt: Attempt,
  trace: Trace,
): Reply {
  const { caller, directory } = attempt;
  switch (dialed.kind) {
    case 'invalid':
      return refuse(dialed.reason);
    case 'menu':
      return routeTarget(caller.hash, 'no-menu', attempt);
    case 'operator':
      return routeTarget(caller.zero, 'no-operator', attempt);
    case 'featureCode':
      return refuse('feature-code-unknown');
    case 'extension':
      return ringExtensions([dialed.username], attempt);
    case 'serviceCode': {
      const to = directory.serviceCodes.get(dialed.code);
      trace.add('service code', to ?? 'not in the table');
      if (to === undefined) return refuse('service-code-unknown');
      return routeToOwnNumber(to, attempt) ?? connect(to, dialed.code, attempt);
    }
    case 'e164':
      return routeNumber(dialed, attempt, trace);
  }
}

function routeNumber(
  dialed: Extract<DialedNumber, { kind: 'e164' }>,
  attempt: Attempt,
  trace: Trace,
): Reply {
  const { caller, directory, now } = attempt;
  const own = routeToOwnNumber(dialed.number, attempt);
  trace.add('our own number', own ? 'yes' : 'no');
  if (own) return own;

  const blocked = isBlocked(dialed.number, directory);
  trace.add('block list', blocked ? 'blocked' : 'not on it');
  if (blocked) return refuse('blocked');

  const reason = refusedByClass(dialed, caller.class, directory, now);
  trace.add('class of service', `${caller.class.name}: ${reason ?? `${dialed.region} allowed`}`);
  return reason ? refuse(reason) : connect(dialed.number, dialed.number, attempt);
}
