/** A caller is about to hear a volunteer: the `url` of Queue. */
import { routeTaken } from '../runtime/calls/operator';
import { carryOut } from '../runtime/effects/run';
import { door } from '../runtime/webhook/handler';

export const handler = door(
  'operatorTaken',
  ({ parameters }) => routeTaken({ call: parameters.call, leg: parameters.DequeingCallSid }),
  { carryOut },
);
