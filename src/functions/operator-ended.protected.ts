/** A call to a volunteer is over: its `statusCallback`. */
import { routeEnded } from '../runtime/calls/operator';
import { carryOut } from '../runtime/effects/run';
import { door } from '../runtime/webhook/handler';

export const handler = door(
  'operatorEnded',
  ({ parameters }) =>
    routeEnded({
      call: parameters.call,
      leg: parameters.CallSid,
      status: parameters.CallStatus,
    }),
  { carryOut },
);
