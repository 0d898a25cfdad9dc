/**
 * Grandstream desk phones, by their numbered settings: GRP phones take names as well, but the
 * numbers are the same on both series.
 */
import { HOTLINE } from '../../dialplan/entry';
import { grandstreamDialPlan } from './dialPlan';
import { nameWarnings, shownName } from '../../displayName';
import { checked } from '../../formats/values';
import type { ModelOfFamily, PhoneSettings } from '../../phone';
import {
  EXPIRY_SECONDS,
  inLineOrder,
  REREGISTER_BEFORE_SECONDS,
  transportWarnings,
} from '../shared';
import {
  GRANDSTREAM_PREFIXES,
  grandstreamAsks,
  grandstreamFile,
  KEEP_ALIVE_CODE,
  ownPassword,
  type Numbered,
  parametersOf,
  PCMU,
  srtpCode,
  TRANSPORT_CODES,
  upkeep,
  YES_CLOSES,
} from './file';
import { lockParameters } from '../../keypad';
import type { Lock } from '../../lock';

/**
 * One account. The numbers are those of the maker's configuration templates; not every template that
 * we have read lists all of the second account's, and nobody has proven those on a phone.
 */
const ACCOUNTS = [
  {
    active: 271,
    label: 270,
    server: 47,
    outboundProxy: 48,
    userId: 35,
    authId: 36,
    password: 34,
    name: 3,
    register: 31,
    unregisterOnReboot: 81,
    expiry: 32,
    natTraversal: 52,
    transport: 130,
    dialPlan: 290,
    keyTimeout: 85,
    hashDials: 72,
    sips: 2329,
    dnsMode: 103,
    reregisterBefore: 2330,
    starCodes: 191,
    dtmfInAudio: 2301,
    dtmfAsEvents: 2302,
    dtmfBySipInfo: 2303,
    codec: 57,
    srtp: 183,
  },
  {
    active: 401,
    label: 417,
    server: 402,
    outboundProxy: 403,
    userId: 404,
    authId: 405,
    password: 406,
    name: 407,
    register: 410,
    unregisterOnReboot: 411,
    expiry: 412,
    natTraversal: 414,
    transport: 448,
    dialPlan: 459,
    keyTimeout: 491,
    hashDials: 492,
    sips: 2429,
    dnsMode: 408,
    reregisterBefore: 2430,
    starCodes: 420,
    dtmfInAudio: 2401,
    dtmfAsEvents: 2402,
    dtmfBySipInfo: 2403,
    codec: 451,
    srtp: 443,
  },
] as const;

/** In constraint mode its menu asks for the admin password, for a reset as well. */
const LOCKS: readonly Lock[] = [
  {
    actions: ['settings', 'reset'],
    key: 'P1357',
    page: 'Maintenance → Security',
    field: 'Configuration via Keypad Menu',
    closed: { value: '2', shown: 'Constraint Mode' },
    open: { value: '0', shown: 'Unrestricted' },
  },
  {
    actions: ['ipCalls'],
    key: 'P1310',
    page: 'Settings → Call Features',
    field: 'Disable Direct IP Call',
    ...YES_CLOSES,
  },
];

export const GXP_MODELS: readonly ModelOfFamily[] = [
  'GXP1625',
  'GXP1630',
  'GXP2135',
  'GXP2170',
  'GRP2612',
  'GRP2614',
].map(gxp);

function gxp(product: string): ModelOfFamily {
  const name = `Grandstream ${product}`;
  return {
    id: `grandstream-${product.toLowerCase()}`,
    name,
    // Of a GRP with Wi-Fi, power over the cable, or both.
    callsItself: (product.startsWith('GRP') ? ['', 'W', 'P', 'G'] : ['']).map(
      (hardware) => product + hardware,
    ),
    vendorPrefixes: GRANDSTREAM_PREFIXES,
    transports: ['tls', 'tcp', 'udp'],
    srtp: true,
    lines: ACCOUNTS.length,
    oneHotline: true,
    notSetUp: [],
    settingsFrom: 'its own documents',
    locks: LOCKS,
    rotary: 'has keys',
    softphone: false,
    files(settings, otherLines = []) {
      const lines = inLineOrder(settings, otherLines).flatMap((line) =>
        checked(line.username, parametersOf(account(line))),
      );
      const device = checked(settings.username, parametersOf(phone(settings)));
      return [
        grandstreamFile(settings.mac, [
          ...device,
          ...lockParameters(LOCKS, settings, otherLines),
          ...lines,
        ]),
      ];
    },
    shows,
    asksFor: grandstreamAsks(product.toLowerCase()),
    warnings: (settings) => [
      ...transportWarnings({ name }, settings, 'current'),
      ...nameWarnings(settings, 'unicode'),
      ...(settings.line > 1
        ? [
            `Nobody has checked on a phone that star codes, DTMF and encryption of account ${settings.line} are set: check its web page afterwards.`,
          ]
        : []),
    ],
  };
}

/** Off-hook dialling is the whole phone's: with two accounts it follows the first. */
function phone(settings: PhoneSettings): Numbered[] {
  return [
    ...upkeep(settings),
    [1409, 0], // the maker's remote management
    [1414, 0],
    [71, settings.dial === 'hotline' ? HOTLINE : ''],
    [91, 1], // no call waiting
  ];
}

function shows(settings: PhoneSettings): string {
  return shownName(settings, 'unicode');
}

function account(settings: PhoneSettings): Numbered[] {
  const numbers = ACCOUNTS[settings.line - 1] ?? ACCOUNTS[0];
  const { plan, keyTimeout } = grandstreamDialPlan(settings.dialPlan, settings.dial);
  return [
    [numbers.active, 1],
    [numbers.label, settings.username],
    [numbers.server, settings.domain],
    [numbers.outboundProxy, settings.outboundProxy],
    [numbers.userId, settings.username],
    [numbers.authId, settings.username],
    ...ownPassword(settings, numbers.password),
    [numbers.name, shows(settings)],
    [numbers.register, 1],
    [numbers.unregisterOnReboot, 0],
    [numbers.expiry, EXPIRY_SECONDS / 60],
    [numbers.natTraversal, KEEP_ALIVE_CODE],
    [numbers.transport, TRANSPORT_CODES[settings.transport]],
    [numbers.sips, 0],
    [numbers.dialPlan, plan],
    [numbers.keyTimeout, keyTimeout],
    [numbers.hashDials, 0],
    [numbers.dnsMode, 0], // A records
    [numbers.reregisterBefore, REREGISTER_BEFORE_SECONDS],
    [numbers.starCodes, 0], // they go to Twilio
    [numbers.dtmfInAudio, 0],
    [numbers.dtmfAsEvents, 1],
    [numbers.dtmfBySipInfo, 0],
    [numbers.codec, PCMU],
    [numbers.srtp, srtpCode(settings)],
  ];
}
