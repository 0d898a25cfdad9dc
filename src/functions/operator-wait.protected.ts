/** What a caller hears in the operator's queue, over and over: the `waitUrl` of Enqueue. */
import { isFirst, routeWait } from '../runtime/calls/operator';
import { readSearch, runEffects } from '../runtime/effects/run';
import { webhook } from '../runtime/webhook/handler';
import { languageOf } from '../runtime/webhook/language';

export const handler = webhook(
  'operatorWait',
  async (request) => {
    const { environment, call, query, parameters, directory } = request;
    const { callSid = '', from, to } = call;
    const began = { queueTime: parameters.QueueTime, since: query.since };
    const now = new Date();
    const search = isFirst(began, now) ? 'unknown' : await readSearch(callSid, request);
    const language = languageOf(request);
    const wait = { ...began, environment, call: callSid, from, to, language, search };
    return routeWait(wait, directory, now);
  },
  { runEffects },
);
