/** A call to a volunteer is over: its `statusCallback`. */
import { routeEnded } from '../runtime/calls/operator';
import { runEffects } from '../runtime/effects/run';
import { webhook } from '../runtime/webhook/handler';

export const handler = webhook(
  'operatorEnded',
  ({ call, query, parameters }) =>
    routeEnded({ call: query.call, leg: call.callSid, status: parameters.CallStatus }),
  { runEffects },
);
