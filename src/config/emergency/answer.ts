/** Who answers a 911 call, and how that is known. */

/**
 * How a call for help leaves the phone: 911 dialled as it is; a form that Twilio is not documented to
 * take (1911, +1911); keys in a menu or at the dial tone inside a call.
 */
export const FORMS = ['dialled', 'prefixed', 'keys'] as const;

export type Form = (typeof FORMS)[number];

/** Of a phone that may call for help, and of the SIP domain it is registered at. */
export interface EmergencySetup {
  /** EmergencyCallingEnabled of the SIP domain. */
  readonly flag: boolean;
  /** EmergencyCallerSid of the SIP domain is set; never by us. */
  readonly emergencyCaller: boolean;
  /** The domain's voice URL: ours and shown to answer; ours, not shown; somebody else's; none. */
  readonly voiceUrl: 'shown' | 'unshown' | 'other' | 'none';
  /** What its SIP username is. */
  readonly name: 'own number' | 'other number' | 'word';
  /** Its emergency number: on the account with a registered address; without one; not on the account. */
  readonly number: 'registered' | 'unregistered' | 'not ours';
  /** It has a credential that the domain's call authentication accepts. */
  readonly credential: boolean;
  /** Lifting it sends `#`: it never dials by itself. */
  readonly hotline: boolean;
  /** What our TwiML dials for 911. */
  readonly dials: '911' | '+1911';
  /** A 933 test from such a phone is on record, under the settings that are judged. */
  readonly drilled: boolean;
}

/** From the weakest; the first two count as nobody until somebody has tried. */
export const PROOFS = ['unshown', 'silent', 'drilled', 'field', 'documented'] as const;

export type Proof = (typeof PROOFS)[number];

export interface Answer {
  readonly by: 'twilio' | 'functions' | 'other' | 'nobody';
  readonly proof: Proof;
  /** Where help is sent: the phone's own registered address, another one, or nobody knows where ($75). */
  readonly address: 'own' | 'other' | 'none';
  /** Why, with the page that says so. */
  readonly source: string;
}
