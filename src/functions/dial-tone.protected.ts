/** Digits at the dial tone inside a call, or none: the `action` of its Gather. */
import { routeDialTone, routeUrgentDialTone, usernameAtDialTone } from '../runtime/calls';
import { callOf, withListed } from '../runtime/webhook/callRequest';
import { webhook } from '../runtime/webhook/handler';

export const handler = webhook(
  'dialTone',
  async (request) => {
    const { book, directory, parameters } = request;
    const call = callOf(request);
    const username = usernameAtDialTone({ call, parameters }, directory);
    const known = await withListed(call, username, request);
    return routeDialTone({ call: known, parameters }, directory, new Date(), book);
  },
  {
    urgent: (request) =>
      routeUrgentDialTone({ call: callOf(request), parameters: request.parameters }, request.book),
  },
);
