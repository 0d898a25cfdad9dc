/** A key in a menu, or none: the `action` of its Gather. */
import { readKeyRequest, routeMenu, routeUrgentMenu, usernameAtMenu } from '../runtime/calls';
import { webhook } from '../runtime/webhook/handler';
import { withListed } from '../runtime/webhook/listed';

export const handler = webhook(
  'menu',
  async (request) => {
    const { book, directory } = request;
    const keys = readKeyRequest(request);
    const known = await withListed(usernameAtMenu(keys, directory), request);
    return routeMenu({ ...keys, call: known }, directory, new Date(), book);
  },
  {
    urgent: (request) => routeUrgentMenu(readKeyRequest(request), request.book),
  },
);
