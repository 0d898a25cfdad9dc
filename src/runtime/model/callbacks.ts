/** Paths of what Twilio calls: the function files of src/functions/, and the asset that stands in for them. */
export const ROUTES = {
  /** A phone's INVITE to the SIP domain. */
  outgoing: '/sip-outgoing',
  /** A call to one of our numbers. */
  incoming: '/sip-incoming',
  /** A Dial has ended. */
  dialResult: '/dial-result',
  /** A key, or none, in a menu. */
  menu: '/menu',
  /** Digits at the dial tone inside a call. */
  dialTone: '/dial-tone',
  /** What a caller hears in the operator's queue (`waitUrl`). */
  operatorWait: '/operator-wait',
  /** A caller has left the queue (`action` of Enqueue). */
  operatorLeft: '/operator-left',
  /** A volunteer was called and picked up, or pressed a key. */
  operatorOffer: '/operator-offer',
  /** The caller is about to hear a volunteer (`url` of Queue). */
  operatorTaken: '/operator-taken',
  /** A volunteer's end of the bridge is over (`action` of Dial). */
  operatorBridged: '/operator-bridged',
  /** A call to a volunteer is over (its `statusCallback`). */
  operatorEnded: '/operator-ended',
  /** A message has been spoken (`action` of Record). */
  messageLeft: '/message-left',
  /** A message can be heard (`recordingStatusCallback`). */
  messageReady: '/message-ready',
  /** Static TwiML for when a function does not answer. */
  fallback: '/fallback.xml',
} as const;
