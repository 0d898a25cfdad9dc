/** What should happen to a call. Pure: no Twilio, no Node, no network, no state. */
export type { DialResult, IncomingCall, Listed, OutgoingCall } from './call';
export type { Decision, Outcome, Step } from './decision';
export { REASONS, type Reason } from './reasons';
export { routeDialResult } from './dialResult';
export { routeIncoming } from './incoming';
export { namesToLookUp, routeOutgoing } from './outgoing';
