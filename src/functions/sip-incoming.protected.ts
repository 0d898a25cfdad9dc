/** A call to one of our numbers: the voice URL of the number. */
import { routeIncoming } from '../runtime/calls';
import { webhook } from '../runtime/webhook/handler';

export const handler = webhook('incoming', ({ call, directory }) =>
  routeIncoming(call, directory, new Date()),
);
