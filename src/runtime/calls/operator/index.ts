/** A call for the operator: from asking to a person or a message. Pure, like all of calls/. */
export { askOperator, queueOf } from './ask';
export { routeBridged, routeTaken } from './bridge';
export type {
  Acted,
  CallVolunteers,
  CancelLegs,
  Effect,
  Leg,
  Message,
  NoteEnded,
  Notify,
} from '../effects';
export { routeEnded } from './ended';
export { routeLeft } from './left';
export { routeMessageLeft, routeMessageReady } from './message';
export { offerQuery, type OfferPosition, readCallSid, readOffer, routeOffer } from './offer';
export { oneMore, readTally, smallerOf, type Tally } from './rateLimit';
export { isFirst, routeWait, type Search, SEARCHES } from './wait';
