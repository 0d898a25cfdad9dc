/** A caller is about to hear a volunteer: the `url` of Queue. */
import { routeTaken } from '../runtime/calls/operator';
import { runEffects } from '../runtime/effects/run';
import { webhook } from '../runtime/webhook/handler';

export const handler = webhook(
  'operatorTaken',
  ({ query, parameters }) => routeTaken({ call: query.call, leg: parameters.DequeingCallSid }),
  { runEffects },
);
