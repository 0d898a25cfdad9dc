/** A caller is about to hear a volunteer: the `url` of Queue. */
import { routeTaken } from '../runtime/calls/operator';
import { carryOut } from '../platform/carryOut';
import { door } from '../platform/door';

export const handler = door(
  'operatorTaken',
  ({ parameters }) => routeTaken({ call: parameters.call, leg: parameters.DequeingCallSid }),
  { carryOut },
);
