/** SIP INVITE from a phone: the voice URL of the SIP domain. */
import { routeOutgoing, routeUrgent, usernameToLookUp } from '../runtime/calls';
import { callOf, withListed } from '../runtime/webhook/callRequest';
import { door } from '../runtime/webhook/handler';

export const handler = door(
  'outgoing',
  async (webhook) => {
    const { book, directory } = webhook;
    const call = callOf(webhook);
    const known = await withListed(call, usernameToLookUp(call, directory), webhook);
    return routeOutgoing(known, directory, new Date(), book);
  },
  { urgent: (request) => routeUrgent(callOf(request), request.book) },
);
