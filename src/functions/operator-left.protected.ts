/** A caller has left the operator's queue: the `action` of Enqueue. */
import { routeLeft } from '../runtime/calls/operator';
import { runEffects } from '../runtime/effects/run';
import { webhook } from '../runtime/webhook/handler';
import { languageOf } from '../runtime/webhook/language';

export const handler = webhook(
  'operatorLeft',
  (request) => {
    const { parameters, directory } = request;
    const left = {
      call: parameters.CallSid,
      from: parameters.From,
      to: parameters.To,
      result: parameters.QueueResult,
      queue: parameters.QueueSid,
      language: languageOf(request),
    };
    return routeLeft(left, directory);
  },
  { runEffects },
);
