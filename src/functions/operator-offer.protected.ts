/** A volunteer has picked up, or pressed a key, or none. */
import { readOffer, routeOffer } from '../runtime/calls/operator';
import { searchOf } from '../runtime/effects/run';
import { door } from '../runtime/webhook/handler';

export const handler = door('operatorOffer', async (webhook) => {
  const { parameters, directory } = webhook;
  const offer = directory ? readOffer(parameters, directory) : undefined;
  const search = offer && (await searchOf(offer.call, webhook));
  return routeOffer(offer, parameters.Digits, search === 'over', directory);
});
