/** SIP INVITE from a phone: the voice URL of the SIP domain. */
import { routeOutgoing, routeUrgent, usernameToLookUp } from '../runtime/calls';
import { callOf, withListed } from '../runtime/webhook/callRequest';
import { webhook } from '../runtime/webhook/handler';

export const handler = webhook(
  'outgoing',
  async (request) => {
    const { book, directory } = request;
    const call = callOf(request);
    const known = await withListed(call, usernameToLookUp(call, directory), request);
    return routeOutgoing(known, directory, new Date(), book);
  },
  { urgent: (request) => routeUrgent(callOf(request), request.book) },
);
