/** A volunteer has picked up, or pressed a key, or none. */
import { readOffer, routeOffer } from '../runtime/calls/operator';
import { readSearch } from '../runtime/effects/run';
import { webhook } from '../runtime/webhook/handler';

export const handler = webhook('operatorOffer', async (request) => {
  const { query, parameters, directory } = request;
  const offer = directory ? readOffer(query, directory) : undefined;
  const search = offer && (await readSearch(offer.call, request));
  return routeOffer(offer, parameters.Digits, search === 'over', directory);
});
