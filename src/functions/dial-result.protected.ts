/** What to do after a Dial ends: the `action` of every Dial that we answer. */
import { routeDialResult } from '../runtime/calls';
import { webhook } from '../runtime/webhook/handler';

export const handler = webhook(
  'dialResult',
  ({ environment, call, query, parameters, directory }) =>
    routeDialResult(
      {
        environment,
        from: call.from,
        status: parameters.DialCallStatus,
        sipCode: parameters.DialSipResponseCode,
        errorCode: parameters.ErrorCode,
        ...query,
      },
      directory,
    ),
);
