/** A call to a volunteer is over: its `statusCallback`. */
import { routeEnded } from '../runtime/calls/operator';
import { runEffects } from '../runtime/effects/run';
import { webhook } from '../runtime/webhook/handler';

export const handler = webhook(
  'operatorEnded',
  ({ parameters }) =>
    routeEnded({
      call: parameters.call,
      leg: parameters.CallSid,
      status: parameters.CallStatus,
    }),
  { runEffects },
);
