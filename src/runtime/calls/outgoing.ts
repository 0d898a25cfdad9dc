/** What should happen to a call that one of our phones places. */
import type { Directory, Target } from '../model/directory';
import { areaCodeOf, openingLine } from '../numbers/northAmerica';
import { isE164 } from '../numbers/phoneNumber';
import { isBlocked } from './blockList';
import type { Call } from './call';
import { type Caller, directoryFor, identifyCaller } from './caller';
import { refusedByClass } from './classOfService';
import type { Decision } from './decision';
import { type DialedNumber, emergencyDialled, readDialed } from './dialed';
import { routeEmergency } from './emergency';
import { bookOf, type EmergencyBook } from './emergencyBook';
import type { CallContext } from './context';
import { ringExtensions } from './ring';
import { connect, routeTarget, routeToOwnNumber } from './target';
import { decide, describeDialed, refuse, Trace } from './trace';

/**
 * Routes a phone's INVITE. Emergency comes first and needs nothing but the emergency
 * book; everything else is refused unless something allows it.
 *
 * @param directory null when it cannot be read.
 * @param book Which can often be read all the same.
 */
export function routeOutgoing(
  call: Call,
  directory: Directory | null,
  now: Date,
  book: EmergencyBook = bookOf(directory),
): Decision {
  const trace = new Trace();
  const urgent = routeUrgent(call, book);
  return urgent ?? decide(route(call, directory, book, now, trace), trace, call.language);
}

/** An emergency number dialled as it is; undefined for all other calls, and where a rule makes one. */
export function routeUrgent(call: Call, book: EmergencyBook): Decision | undefined {
  const number = emergencyDialled(call.to?.user, book);
  if (number === undefined) return undefined;
  const trace = new Trace();
  trace.add('dialled', describeDialed({ kind: 'emergency', number }));
  return decide(callForHelp(number, call, book, trace), trace, call.language);
}

function callForHelp(number: string, call: Call, book: EmergencyBook, trace: Trace): Decision {
  const outcome = routeEmergency(number, call, book);
  trace.add('emergency', outcome.kind === 'emergency' ? 'before every rule' : outcome.reason);
  return outcome;
}

/**
 * The username that Twilio must be asked about before the call can be routed:
 * none for a phone that the directory knows, and none for an emergency call.
 */
export function usernameToLookUp(call: Call, directory: Directory | null): string | undefined {
  const username = unknownUsername(call, directory);
  if (!directory || username === undefined) return undefined;
  return readDialed(call.to?.user, directory).kind === 'emergency' ? undefined : username;
}

/** Only where strangers may call, and only a username that is a telephone number can become an extension. */
export function unknownUsername({ from }: Call, directory: Directory | null): string | undefined {
  const username = from?.user;
  if (!directory?.site.strangers || directory.extensions.has(username ?? '')) return undefined;
  return isE164(username) ? username : undefined;
}

function route(
  call: Call,
  directory: Directory | null,
  book: EmergencyBook,
  now: Date,
  trace: Trace,
): Decision {
  if (!directory) {
    trace.add('directory', 'cannot be read');
    return refuse('directory-unreadable');
  }
  const local = directoryFor(call, directory);
  const dialed = readDialed(call.to?.user, local);
  trace.add('dialled', describeDialed(dialed));
  if (dialed.kind === 'emergency') return callForHelp(dialed.number, call, book, trace);

  const caller = identifyCaller(call, directory);
  if ('reason' in caller) return caller;
  trace.add('caller', `${caller.username}, class ${caller.class.name}, as ${caller.callerId}`);
  const { language } = call;
  return routeDialed(dialed, { call, caller, directory: local, now, language }, trace);
}

function routeDialed(
  dialed: Exclude<DialedNumber, { kind: 'emergency' }>,
  context: CallContext,
  trace: Trace,
): Decision {
  const { call, caller, directory } = context;
  switch (dialed.kind) {
    case 'invalid':
      return refuse(dialed.reason);
    case 'menu':
      return routeTarget(hashOf(caller, call), 'no-menu', context);
    case 'operator':
      return routeTarget(caller.zero, 'no-operator', context);
    case 'featureCode':
      return refuse('feature-code-unknown');
    case 'extension':
      return ringExtensions([dialed.username], context);
    case 'serviceCode': {
      const to = directory.serviceCodes.get(dialed.code);
      trace.add('service code', typeof to === 'string' ? to : to ? 'leads on' : 'not in the table');
      if (to === undefined) return refuse('service-code-unknown');
      if (typeof to !== 'string') return routeTarget(to, 'service-code-unknown', context);
      return routeToOwnNumber(to, context) ?? connect(to, dialed.code, context);
    }
    case 'e164':
      return routeNumber(dialed, context, trace);
  }
}

/** A phone that begins with the dial tone may open a menu from there. */
function hashOf({ hash, hashAtDialTone }: Caller, { atDialTone }: Call): Target | undefined {
  return atDialTone ? (hashAtDialTone ?? hash) : hash;
}

function routeNumber(
  dialed: Extract<DialedNumber, { kind: 'e164' }>,
  context: CallContext,
  trace: Trace,
): Decision {
  const { caller, directory, now } = context;
  const own = routeToOwnNumber(dialed.number, context);
  const elsewhere = directory.elsewhere.has(dialed.number);
  trace.add('our own number', own ? 'yes' : elsewhere ? 'yes, at another carrier' : 'no');
  if (own) return own;

  const blocked = isBlocked(dialed.number, directory);
  trace.add('block list', blocked ? 'blocked' : 'not on it');
  if (blocked) return refuse('blocked');

  const reason = refusedByClass(dialed, caller.class, directory, now);
  trace.add('class of service', `${caller.class.name}: ${reason ?? `${dialed.region} allowed`}`);
  if (reason === 'new-area-code') {
    const line = openingLine(areaCodeOf(dialed.national), directory.site.country);
    trace.add('to open it', `\`${line}\` in calling.yaml`);
  }
  return reason ? refuse(reason) : connect(dialed.number, dialed.number, context);
}
