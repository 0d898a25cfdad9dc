/** What a caller hears in the operator's queue, over and over: the `waitUrl` of Enqueue. */
import { isFirst, routeWait } from '../runtime/calls/operator';
import { runEffects, readSearch } from '../runtime/effects/run';
import { webhook } from '../runtime/webhook/handler';
import { languageOf } from '../runtime/webhook/language';

export const handler = webhook(
  'operatorWait',
  async (request) => {
    const { environment, parameters, directory } = request;
    const call = parameters.CallSid ?? '';
    const began = { queueTime: parameters.QueueTime, since: parameters.since };
    const now = new Date();
    const search = isFirst(began, now) ? 'unknown' : await readSearch(call, request);
    const wait = {
      ...began,
      environment,
      call,
      from: parameters.From,
      to: parameters.To,
      language: languageOf(request),
      search,
    };
    return routeWait(wait, directory, now);
  },
  { runEffects },
);
