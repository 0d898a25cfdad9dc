/**
 * The emergency address of a number, which Twilio registers and unregisters in its own time
 * (https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice).
 */
import { badRequest, type Call } from '../contract';
import { bySid } from '../records';
import type { OwnedNumber } from './state';

declare module '../contract' {
  interface Switches {
    /** Registering and unregistering are done when the number has been read so often since, … */
    registrationReads: number;
    /** … or so many milliseconds have passed by the stand-in's clock. */
    registrationMs: number;
    /** Another address for a number that has one. Documented: the old one is taken off first. */
    emergencyAddressChange: 'refused' | 'ignored';
    /** Whether the address still shows on the number while it is being unregistered. */
    unregisteringShowsAddress: boolean;
  }
}

/** `EmergencyAddressSid` of a form; empty takes the address off. */
export function setEmergencyAddress(number: OwnedNumber, sid: string, call: Call): void {
  if (sid === '') unregister(number, call);
  else if (sid !== number.emergencyAddressSid) register(number, sid, call);
}

/** Called before a number is read. */
export function decideRegistration(number: OwnedNumber, { now, state, switches }: Call): void {
  const pending = number.emergencyPending;
  if (!pending) return;
  pending.reads += 1;
  const waited = now.getTime() - pending.since.getTime();
  if (pending.reads < switches.registrationReads && waited < switches.registrationMs) return;
  number.emergencyPending = null;
  if (number.emergencyAddressStatus === 'pending-unregistration') {
    number.emergencyAddressStatus = 'unregistered';
    number.emergencyAddressSid = null;
    return;
  }
  const address = state.api.addresses.find(({ sid }) => sid === number.emergencyAddressSid);
  const registrable = address && !state.api.streets.unregistrable.includes(address.street);
  number.emergencyAddressStatus = registrable ? 'registered' : 'registration-failure';
}

function register(number: OwnedNumber, sid: string, call: Call): void {
  const address = bySid(call.state.api.addresses, sid, call);
  if (!address.emergencyEnabled) {
    throw badRequest(20001, 'The address is not enabled for emergency calling');
  }
  if (number.emergencyAddressStatus !== 'unregistered') {
    if (call.switches.emergencyAddressChange === 'ignored') return;
    throw badRequest(20001, 'The number already has an emergency address');
  }
  number.emergencyAddressSid = sid;
  number.emergencyAddressStatus = 'pending-registration';
  number.emergencyPending = { since: call.now, reads: 0 };
}

function unregister(number: OwnedNumber, { now, switches }: Call): void {
  if (/^(pending-)?unregist(ered|ration)$/.test(number.emergencyAddressStatus)) return;
  if (!switches.unregisteringShowsAddress) number.emergencyAddressSid = null;
  number.emergencyAddressStatus = 'pending-unregistration';
  number.emergencyPending = { since: now, reads: 0 };
}
