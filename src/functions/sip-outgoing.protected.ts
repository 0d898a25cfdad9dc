/** SIP INVITE from a phone: the voice URL of the SIP domain. */
import { routeOutgoing, routeUrgent, usernameToLookUp } from '../runtime/calls';
import { webhook } from '../runtime/webhook/handler';
import { withListed } from '../runtime/webhook/listed';

export const handler = webhook(
  'outgoing',
  async (request) => {
    const { book, call, directory } = request;
    const known = await withListed(usernameToLookUp(call, directory), request);
    return routeOutgoing(known, directory, new Date(), book);
  },
  { urgent: ({ call, book }) => routeUrgent(call, book) },
);
