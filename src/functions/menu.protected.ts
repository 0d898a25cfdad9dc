/** A key in a menu, or none: the `action` of its Gather. */
import { routeMenu, routeUrgentMenu, usernameAtMenu } from '../runtime/calls';
import { callOf, withListed } from '../runtime/webhook/callRequest';
import { webhook } from '../runtime/webhook/handler';

export const handler = webhook(
  'menu',
  async (request) => {
    const { book, directory, parameters } = request;
    const call = callOf(request);
    const username = usernameAtMenu({ call, parameters }, directory);
    const known = await withListed(call, username, request);
    return routeMenu({ call: known, parameters }, directory, new Date(), book);
  },
  {
    urgent: (request) =>
      routeUrgentMenu({ call: callOf(request), parameters: request.parameters }, request.book),
  },
);
