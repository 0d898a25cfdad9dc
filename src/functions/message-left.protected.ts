/** A message has been spoken: the `action` of Record. */
import { routeMessageLeft } from '../runtime/calls/operator';
import { door } from '../runtime/webhook/handler';
import { languageOf } from '../runtime/webhook/language';

export const handler = door('messageLeft', (webhook) => routeMessageLeft(languageOf(webhook)));
