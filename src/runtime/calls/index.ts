/** What should happen to a call. Pure: no Twilio, no Node, no network, no state. */
export { type Call, type DialResult, type Listed, readCall } from './call';
export type { Decision, Step } from './decision';
export { routeDialResult } from './dialResult';
export { bookAsset, bookOf, type EmergencyBook, NO_BOOK, readBook } from './emergencyBook';
export { routeIncoming } from './incoming';
export {
  type KeyRequest,
  readKeyRequest,
  routeDialTone,
  routeMenu,
  routeUrgentDialTone,
  routeUrgentMenu,
  usernameAtDialTone,
  usernameAtMenu,
} from './menus';
export { routeOutgoing, routeUrgent, usernameToLookUp } from './outgoing';
export { type Notice, NOTICES, type Reason, REASONS } from './reasons';
export {
  isAnnouncement,
  type Catalogue,
  CATALOGUES,
  explanation,
  type Recorded,
  SENTENCE_NAMES,
  type SentenceName,
  spell,
  textOf,
} from './sentences';
export { type Party, readParty } from './party';
