/**
 * Grandstream's numbers for its settings. An adapter has one column of them for each port; the
 * same number means something else on a desk phone.
 *
 * Numbers from Grandstream's configuration templates for the HT701, HT80x and HT81x.
 */

/** Settings of one port, or on an HT812 of one profile. */
export interface PortNumbers {
  readonly active: number;
  readonly server: number;
  readonly outboundProxy: number;
  readonly transport: number;
  /** 1 makes URIs `sips:` under TLS, and is the factory's value. Twilio takes `sip:` only. */
  readonly sips: number;
  readonly natTraversal: number;
  readonly userId: number;
  readonly authId: number;
  readonly password: number;
  readonly name: number;
  readonly dnsMode: number;
  readonly register: number;
  readonly unregisterOnReboot: number;
  readonly callWithoutRegistration: number;
  /** Minutes. */
  readonly expiry: number;
  /** Seconds. */
  readonly reregisterBefore: number;
  readonly localPort: number;
  readonly noCallWaiting: number;
  readonly noCallWaitingCallerId: number;
  readonly noCallWaitingTone: number;
  readonly hashDials: number;
  readonly flashMinimum: number;
  readonly flashMaximum: number;
  readonly autoDial: number;
  readonly autoDialDelay: number;
  readonly dialPlan: number;
  readonly dialPlanPrefix: number;
  readonly keyTimeout: number;
  readonly starCodes: number;
  readonly hashUnescaped: number;
  readonly dtmf: readonly [number, number, number];
  readonly codec: number;
  readonly srtp: number;
  /** Whether it reads the pulses of a dial, of which standard, and how hard it rings: of the HT8xx alone. */
  readonly pulses: number;
  readonly pulseStandard: number;
  readonly ringPower: number;
}

export const FIRST_PORT: PortNumbers = {
  active: 271,
  server: 47,
  outboundProxy: 48,
  transport: 130,
  sips: 2329,
  natTraversal: 52,
  userId: 35,
  authId: 36,
  password: 34,
  name: 3,
  dnsMode: 103,
  register: 31,
  unregisterOnReboot: 81,
  callWithoutRegistration: 109,
  expiry: 32,
  reregisterBefore: 2330,
  localPort: 40,
  noCallWaiting: 91,
  noCallWaitingCallerId: 714,
  noCallWaitingTone: 186,
  hashDials: 72,
  flashMinimum: 251,
  flashMaximum: 252,
  autoDial: 71,
  autoDialDelay: 4045,
  dialPlan: 4200,
  dialPlanPrefix: 66,
  keyTimeout: 85,
  starCodes: 191,
  hashUnescaped: 1406,
  dtmf: [850, 851, 852],
  codec: 57,
  srtp: 183,
  pulses: 20521,
  pulseStandard: 28165,
  ringPower: 4234,
};

export const SECOND_PORT: PortNumbers = {
  active: 401,
  server: 747,
  outboundProxy: 748,
  transport: 830,
  sips: 2429,
  natTraversal: 730,
  userId: 735,
  authId: 736,
  password: 734,
  name: 703,
  dnsMode: 702,
  register: 731,
  unregisterOnReboot: 752,
  callWithoutRegistration: 813,
  expiry: 732,
  reregisterBefore: 2430,
  localPort: 740,
  noCallWaiting: 791,
  noCallWaitingCallerId: 823,
  noCallWaitingTone: 817,
  hashDials: 772,
  flashMinimum: 811,
  flashMaximum: 812,
  autoDial: 771,
  autoDialDelay: 4046,
  dialPlan: 4201,
  dialPlanPrefix: 766,
  keyTimeout: 292,
  starCodes: 751,
  hashUnescaped: 4895,
  dtmf: [860, 861, 862],
  codec: 757,
  srtp: 443,
  pulses: 20522,
  pulseStandard: 28166,
  ringPower: 4235,
};
