/** A call to one of our numbers: the voice URL of the number. */
import { routeIncoming } from '../runtime/calls';
import { callOf } from '../runtime/webhook/callRequest';
import { door } from '../runtime/webhook/handler';

export const handler = door('incoming', (webhook) =>
  routeIncoming(callOf(webhook), webhook.directory, new Date()),
);
