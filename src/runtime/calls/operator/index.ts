/** A call for the operator: from asking to a person or a message. Pure, like all of calls/. */
export { askOperator, queueOf } from './ask';
export { routeBridged, routeTaken } from './bridge';
export { routeEnded } from './ended';
export { routeLeft } from './left';
export { routeMessageLeft, routeMessageReady } from './message';
export { readOffer, routeOffer } from './offer';
export { offerUrl, type OfferPosition } from './position';
export { countOne, readRateCount, smallerRate, type RateCount } from './rateLimit';
export { isFirst, routeWait, type Search, SEARCHES } from './wait';
