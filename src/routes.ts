/** Paths of what Twilio calls: the function files of src/functions/, and the asset that stands in for them. */
export const ROUTES = {
  /** A phone's INVITE to the SIP domain. */
  outgoing: '/sip-outgoing',
  /** A call to one of our numbers. */
  incoming: '/sip-incoming',
  /** A Dial has ended. */
  dialResult: '/dial-result',
  /** Static TwiML for when a function does not answer. */
  fallback: '/fallback.xml',
} as const;
