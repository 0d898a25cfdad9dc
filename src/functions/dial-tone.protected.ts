/** Digits at the dial tone inside a call, or none: the `action` of its Gather. */
import { routeDialTone, routeUrgentDialTone, usernameAtDialTone } from '../runtime/calls';
import { callOf, withListed } from '../runtime/webhook/callRequest';
import { door } from '../runtime/webhook/handler';

export const handler = door(
  'dialTone',
  async (webhook) => {
    const { book, directory, parameters } = webhook;
    const call = callOf(webhook);
    const username = usernameAtDialTone({ call, parameters }, directory);
    const known = await withListed(call, username, webhook);
    return routeDialTone({ call: known, parameters }, directory, new Date(), book);
  },
  {
    urgent: (request) =>
      routeUrgentDialTone({ call: callOf(request), parameters: request.parameters }, request.book),
  },
);
