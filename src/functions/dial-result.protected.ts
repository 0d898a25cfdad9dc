/** What to do after a Dial ends: the `action` of every Dial that we answer. */
import { routeDialResult } from '../runtime/calls';
import { webhook } from '../runtime/webhook/handler';

export const handler = webhook('dialResult', ({ environment, parameters, directory }) =>
  routeDialResult(
    {
      environment,
      from: parameters.From,
      status: parameters.DialCallStatus,
      sipCode: parameters.DialSipResponseCode,
      errorCode: parameters.ErrorCode,
      leg: parameters.leg,
      called: parameters.called,
      round: parameters.round,
      lang: parameters.lang,
    },
    directory,
  ),
);
