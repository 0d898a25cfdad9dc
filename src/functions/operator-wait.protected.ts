/** What a caller hears in the operator's queue, over and over: the `waitUrl` of Enqueue. */
import { isFirst, routeWait } from '../calls/operator';
import { carryOut, searchOf } from '../platform/carryOut';
import { door } from '../platform/door';
import { languageOf } from '../platform/language';

export const handler = door(
  'operatorWait',
  async (webhook) => {
    const { environment, parameters, directory } = webhook;
    const call = parameters.CallSid ?? '';
    const search = isFirst(parameters.QueueTime) ? 'unknown' : await searchOf(call, webhook);
    const wait = {
      environment,
      call,
      from: parameters.From,
      to: parameters.To,
      queueTime: parameters.QueueTime,
      language: languageOf(webhook),
      search,
    };
    return routeWait(wait, directory, new Date());
  },
  carryOut,
);
