/** Digits at the dial tone inside a call, or none: the `action` of its Gather. */
import {
  readKeyRequest,
  routeDialTone,
  routeUrgentDialTone,
  usernameAtDialTone,
} from '../runtime/calls';
import { webhook } from '../runtime/webhook/handler';
import { withListed } from '../runtime/webhook/listed';

export const handler = webhook(
  'dialTone',
  async (request) => {
    const { book, directory } = request;
    const keys = readKeyRequest(request);
    const known = await withListed(usernameAtDialTone(keys, directory), request);
    return routeDialTone({ ...keys, call: known }, directory, new Date(), book);
  },
  {
    urgent: (request) => routeUrgentDialTone(readKeyRequest(request), request.book),
  },
);
