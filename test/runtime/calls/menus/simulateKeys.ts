/** Presses keys as a caller does: each Decision's own URL carries the next key. */
import {
  type Decision,
  readKeyRequest,
  routeDialTone,
  routeMenu,
  readParty,
} from '../../../../src/runtime/calls';
import type { Gather } from '../../../../src/runtime/calls/decision';
import { type Position, positionUrl } from '../../../../src/runtime/calls/menus/position';
import type { Directory } from '../../../../src/runtime/model/directory';
import type { Call } from '../../../../src/runtime/calls/call';
import { sipUri } from '../../../fixtures/twilio';

/** Saturday noon in Portland. */
export const NOON = new Date('2026-11-21T12:00:00-08:00');

/** A call from a phone of ours, or by a number from outside. */
export function callFrom(from: string, to = '#'): Call {
  const outside = from.startsWith('outside ');
  return {
    environment: 'prod',
    callSid: `CA${'7'.repeat(32)}`,
    from: readParty(outside ? from.slice('outside '.length) : sipUri(from)),
    to: readParty(outside ? to : sipUri(to)),
    sipDomain: 'direct-example-prod.sip.twilio.com',
  };
}

/** Where the next key is asked for. */
function positionOf(decision: Decision): Position | undefined {
  if (decision.kind !== 'gather' || decision.position.at === 'operatorOffer') return undefined;
  return decision.position;
}

/** What a URL of ours gives back. */
export function urlOf({ position }: Pick<Gather, 'position'>): Record<string, string> {
  if (position.at === 'operatorOffer') throw new Error('no position of a caller');
  return Object.fromEntries(new URL(positionUrl(position), 'http://localhost').searchParams);
}

/** The next key of a call that waits for one; `digits` is empty for none. */
export function press(
  gather: Pick<Gather, 'position'>,
  digits: string,
  call: Call,
  directory: Directory | null,
  now = NOON,
): Decision {
  const parameters = { ...urlOf(gather), ...(digits !== '' && { Digits: digits }) };
  const request = readKeyRequest({ call, parameters });
  const route = gather.position.at === 'menu' ? routeMenu : routeDialTone;
  return route(request, directory, now);
}

/**
 * Keys in the words of the tables: `2 1 - *` is four documents, `-` no key; `11` two keys that
 * one document has asked for. Ends early when no key is asked for any more.
 */
export function simulateKeys(
  first: Decision,
  keys: string,
  call: Call,
  directory: Directory | null,
): Decision {
  let decision = first;
  for (const digits of keys.split(' ').filter(Boolean)) {
    const position = positionOf(decision);
    if (!position) throw new Error(`${digits} is pressed after the end`);
    decision = press({ position }, digits === '-' ? '' : digits, call, directory);
  }
  return decision;
}
