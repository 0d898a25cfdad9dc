/**
 * What is known of emergency calls at Twilio, and from where: the rows of the table in
 * docs/emergency.md. Where no page says it, a row is `silent`.
 */
import type { Answer, Form, Proof, EmergencySetup } from './answer';

/** Of a standing and a form; what is not named may be anything. */
type Condition = {
  readonly [Key in keyof EmergencySetup]?: EmergencySetup[Key] | readonly EmergencySetup[Key][];
} & { readonly form?: Form | readonly Form[] };

export interface Row {
  readonly when: Condition;
  /** `voiceUrl`: whoever answers there, by the second table. */
  readonly by: Answer['by'] | 'voiceUrl';
  readonly proof: Proof;
  readonly address?: Answer['address'];
  readonly why: string;
  readonly page?: string;
}

const SIP_EMERGENCY = 'https://www.twilio.com/docs/voice/sip/emergency-calling';
const TWIML_EMERGENCY =
  'https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice';
const TO_SIP_DOMAIN = 'https://www.twilio.com/docs/voice/api/sending-sip';

/** Where the call goes; the first row that holds. */
export const ROUTES: readonly Row[] = [
  {
    when: { credential: false },
    by: 'nobody',
    proof: 'documented',
    why: 'Twilio takes no call from a phone whose credential the domain does not accept',
    page: TO_SIP_DOMAIN,
  },
  {
    when: { form: ['dialled', 'prefixed'], hotline: true },
    by: 'nobody',
    proof: 'documented',
    why: 'when lifted, the phone sends `#`; 911 is pressed in its menu',
  },
  {
    when: { form: 'dialled', flag: true, emergencyCaller: true },
    by: 'twilio',
    proof: 'documented',
    address: 'other',
    why: 'Twilio takes it and sends help to the one address of the domain’s emergency caller',
    page: SIP_EMERGENCY,
  },
  {
    when: { form: 'dialled', flag: true, name: 'own number', number: 'not ours' },
    by: 'nobody',
    proof: 'documented',
    why: 'Twilio takes it and rejects it: the number is not on the account',
    page: SIP_EMERGENCY,
  },
  {
    when: { form: 'dialled', flag: true, name: 'own number' },
    by: 'twilio',
    proof: 'documented',
    why: 'Twilio takes it past the functions, with the phone’s name as the caller',
    page: SIP_EMERGENCY,
  },
  {
    when: { form: 'dialled', flag: true, name: 'other number' },
    by: 'twilio',
    proof: 'silent',
    address: 'other',
    why: 'Twilio takes it with the phone’s name as the caller, if that number is on the account',
    page: SIP_EMERGENCY,
  },
  {
    when: { form: 'dialled', flag: true, name: 'word' },
    by: 'nobody',
    proof: 'documented',
    why: 'Twilio takes it and rejects it: the phone’s username is a word, not a number with an address',
    page: SIP_EMERGENCY,
  },
  {
    when: { form: 'dialled', flag: false },
    by: 'voiceUrl',
    proof: 'silent',
    why: 'with emergency calling off, no page of Twilio’s says whether a dialled 911 reaches the voice URL',
  },
  {
    when: { form: 'prefixed', flag: true },
    by: 'voiceUrl',
    proof: 'silent',
    why: 'with emergency calling on, no page of Twilio’s says whether it takes 1911 for 911',
  },
  {
    when: { form: ['prefixed', 'keys'] },
    by: 'voiceUrl',
    proof: 'documented',
    why: 'to Twilio it is a call like any other, so it asks the voice URL',
    page: TO_SIP_DOMAIN,
  },
];

/** Who places it that is asked at the voice URL; the first row that holds. */
export const AT_VOICE_URL: readonly Row[] = [
  {
    when: { voiceUrl: 'none' },
    by: 'nobody',
    proof: 'documented',
    why: 'the domain has no voice URL: nobody is asked',
    page: TO_SIP_DOMAIN,
  },
  {
    when: { voiceUrl: 'other' },
    by: 'other',
    proof: 'silent',
    why: 'the voice URL belongs to somebody else: what they do with the call is not known here',
  },
  {
    when: { number: 'not ours' },
    by: 'nobody',
    proof: 'documented',
    why: 'the number that it is placed from is not on the account',
    page: TWIML_EMERGENCY,
  },
  {
    when: { voiceUrl: 'unshown' },
    by: 'functions',
    proof: 'unshown',
    why: 'the functions have not been shown to answer there',
  },
  {
    when: { dials: '911' },
    by: 'functions',
    proof: 'documented',
    why: 'the functions dial `911` from TwiML',
    page: TWIML_EMERGENCY,
  },
  {
    when: { dials: '+1911', flag: true },
    by: 'functions',
    proof: 'field',
    why: 'the functions dial `+1911` from TwiML: 310 calls of one operator in a year, 219 completed, with emergency calling on and words as usernames',
  },
  {
    when: { dials: '+1911', flag: false },
    by: 'functions',
    proof: 'silent',
    why: 'the functions dial `+1911` from TwiML, which is proven only with emergency calling on',
  },
];
