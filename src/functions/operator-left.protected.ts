/** A caller has left the operator's queue: the `action` of Enqueue. */
import { routeLeft } from '../runtime/calls/operator';
import { carryOut } from '../runtime/effects/run';
import { door } from '../runtime/webhook/handler';
import { languageOf } from '../runtime/webhook/language';

export const handler = door(
  'operatorLeft',
  (webhook) => {
    const { parameters, directory } = webhook;
    const left = {
      call: parameters.CallSid,
      from: parameters.From,
      to: parameters.To,
      result: parameters.QueueResult,
      queue: parameters.QueueSid,
      language: languageOf(webhook),
    };
    return routeLeft(left, directory);
  },
  { carryOut },
);
