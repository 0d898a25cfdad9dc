/** What a caller hears in the operator's queue, over and over: the `waitUrl` of Enqueue. */
import { isFirst, routeWait } from '../runtime/calls/operator';
import { carryOut, searchOf } from '../runtime/effects/run';
import { door } from '../runtime/webhook/handler';
import { languageOf } from '../runtime/webhook/language';

export const handler = door(
  'operatorWait',
  async (webhook) => {
    const { environment, parameters, directory } = webhook;
    const call = parameters.CallSid ?? '';
    const began = { queueTime: parameters.QueueTime, since: parameters.since };
    const now = new Date();
    const search = isFirst(began, now) ? 'unknown' : await searchOf(call, webhook);
    const wait = {
      ...began,
      environment,
      call,
      from: parameters.From,
      to: parameters.To,
      language: languageOf(webhook),
      search,
    };
    return routeWait(wait, directory, now);
  },
  { carryOut },
);
