/** A message has been spoken: the `action` of Record. */
import { routeMessageLeft } from '../runtime/calls/operator';
import { webhook } from '../runtime/webhook/handler';
import { languageOf } from '../runtime/webhook/language';

export const handler = webhook('messageLeft', (request) =>
  routeMessageLeft(languageOf(request), request.directory),
);
