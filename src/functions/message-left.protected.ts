/** A message has been spoken: the `action` of Record. */
import { routeMessageLeft } from '../runtime/calls/operator';
import { door } from '../platform/door';
import { languageOf } from '../platform/language';

export const handler = door('messageLeft', (webhook) => routeMessageLeft(languageOf(webhook)));
