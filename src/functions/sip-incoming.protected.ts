/** A call to one of our numbers: the voice URL of the number. */
import { routeIncoming } from '../runtime/calls';
import { callOf } from '../runtime/webhook/callRequest';
import { webhook } from '../runtime/webhook/handler';

export const handler = webhook('incoming', (request) =>
  routeIncoming(callOf(request), request.directory, new Date()),
);
