/** A key in a menu, or none: the `action` of its Gather. */
import { routeMenu, routeUrgentMenu, usernameAtMenu } from '../runtime/calls';
import { callOf, withListed } from '../runtime/webhook/callRequest';
import { door } from '../runtime/webhook/handler';

export const handler = door(
  'menu',
  async (webhook) => {
    const { book, directory, parameters } = webhook;
    const call = callOf(webhook);
    const username = usernameAtMenu({ call, parameters }, directory);
    const known = await withListed(call, username, webhook);
    return routeMenu({ call: known, parameters }, directory, new Date(), book);
  },
  {
    urgent: (request) =>
      routeUrgentMenu({ call: callOf(request), parameters: request.parameters }, request.book),
  },
);
