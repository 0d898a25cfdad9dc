/** A caller is about to hear a volunteer: the `url` of Queue. */
import { routeTaken } from '../runtime/calls/operator';
import { carryOut } from '../runtime/effects/carryOut';
import { door } from '../runtime/webhook/door';

export const handler = door(
  'operatorTaken',
  ({ parameters }) => routeTaken({ call: parameters.call, leg: parameters.DequeingCallSid }),
  { carryOut },
);
