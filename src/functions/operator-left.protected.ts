/** A caller has left the operator's queue: the `action` of Enqueue. */
import { routeLeft } from '../runtime/calls/operator';
import { runEffects } from '../runtime/effects/run';
import { webhook } from '../runtime/webhook/handler';
import { languageOf } from '../runtime/webhook/language';

export const handler = webhook(
  'operatorLeft',
  (request) => {
    const { call, parameters, directory } = request;
    const left = {
      call: call.callSid,
      from: call.from,
      to: call.to,
      result: parameters.QueueResult,
      queue: parameters.QueueSid,
      language: languageOf(request),
    };
    return routeLeft(left, directory);
  },
  { runEffects },
);
