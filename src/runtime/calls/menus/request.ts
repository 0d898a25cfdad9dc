/** A request to `menu` or `dial-tone`. */
import type { Directory } from '../../model/directory';
import { isE164 } from '../../numbers/phoneNumber';
import type { Call } from '../call';
import { type Caller, callerFromOutside, identifyCaller, isPhone } from '../caller';
import type { Refuse } from '../decision';
import { callerNumber, numberCalled } from '../incoming';
import { refuse } from '../trace';
import type { Parameters } from './position';

export interface KeyRequest {
  readonly call: Call;
  /** Of the URL, and `Digits`: what was pressed, if anything. Untrusted. */
  readonly parameters: Parameters;
}

/** One of our phones, or somebody who called one of our numbers. */
export function whoPresses(call: Call, directory: Directory): Caller | Refuse {
  if (isPhone(call.from)) return identifyCaller(call, directory);
  const called = numberCalled(call.to, directory);
  const callerId = callerNumber(call.from) ?? (isE164(called) ? called : undefined);
  return callerId === undefined
    ? refuse('from-missing')
    : callerFromOutside(callerId, called, directory);
}
