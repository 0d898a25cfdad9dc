/** Emergency calls: by the emergency book alone, before any rule, state or network. */
import type { Call } from './call';
import type { Emergency, Refuse } from './decision';
import type { EmergencyBook } from './emergencyBook';
import { emergencyCaller } from './emergencyCaller';
import { refuse } from './trace';

/** A phone that may call for help does so under its own number, whose address is registered. */
export function routeEmergency(
  number: string,
  call: Call,
  book: EmergencyBook,
): Emergency | Refuse {
  const caller = emergencyCaller(call, book);
  return 'reason' in caller
    ? refuse(caller.reason)
    : { kind: 'emergency', number, callerId: caller.callerId, ...dialledAs(number, book) };
}

/** `+1911` where the site says so, and `+1933` likewise; only where the country code is 1, as a build sees to. */
function dialledAs(number: string, { dial911As }: EmergencyBook): Pick<Emergency, 'dials'> {
  return dial911As === '+1911' ? { dials: `+1${number}` } : {};
}
