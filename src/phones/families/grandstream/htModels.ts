/** Grandstream adapters. */
import { HOTLINE } from '../../dialplan/entry';
import { grandstreamDialPlan } from './dialPlan';
import { nameWarnings, shownName } from '../../displayName';
import { checked, NON_ASCII } from '../../formats/values';
import type { ModelOfFamily, PhoneModel, PhoneSettings, Transport } from '../../phone';
import {
  EXPIRY_SECONDS,
  inLineOrder,
  REREGISTER_BEFORE_SECONDS,
  type TlsAge,
  transportWarnings,
} from '../shared';
import {
  DTMF_ORDER,
  GRANDSTREAM_PREFIXES,
  grandstreamAsks,
  grandstreamFile,
  KEEP_ALIVE_CODE,
  ownPassword,
  type Numbered,
  parametersOf,
  PCMU,
  ROTARY_KEY_TIMEOUT_SECONDS,
  srtpCode,
  TRANSPORT_CODES,
  upkeep,
  YES_CLOSES,
} from './file';
import { lockParameters } from '../../keypad';
import type { Lock } from '../../lock';
import { FIRST_PORT, type PortNumbers, SECOND_PORT } from './htPorts';

const PORTS = [FIRST_PORT, SECOND_PORT];

interface Quirks {
  readonly product: 'HT701' | 'HT801' | 'HT802' | 'HT812';
  /** Ports for telephones (FXS). */
  readonly lines: number;
  /** Ports for a telephone company's line, which nothing here sets up. */
  readonly fxoPorts: number;
  readonly settingsFrom: PhoneModel['settingsFrom'];
  /** No document that we have says that it reads pulses. */
  readonly noPulses?: boolean;
  readonly transports?: readonly Transport[];
  readonly tls?: TlsAge;
  /** Settings of the whole device beside those that every Grandstream has. */
  readonly device?: readonly Numbered[];
  /** Its ports share two profiles; what is a port's own has a number of its own. */
  readonly profiles?: boolean;
}

/** Of the HT8xx: telnet, the upgrade of newer hardware, the maker's remote management, PnP. */
const HT8XX: readonly Numbered[] = [
  [28120, 1],
  [22296, 0],
  [1409, 0],
  [1414, 0],
];

/**
 * `Lock Keypad Update` closes the factory reset too (HT812/HT814 guide, p. 74). The numbers are those of configurations
 * that owners have published.
 */
const LOCKS: readonly Lock[] = [
  {
    actions: ['reset', 'settings'],
    key: 'P88',
    page: 'ADVANCED SETTINGS',
    field: 'Lock Keypad Update',
    ...YES_CLOSES,
  },
  {
    actions: ['settings'],
    key: 'P253',
    page: 'ADVANCED SETTINGS',
    field: 'Disable Voice Prompt',
    ...YES_CLOSES,
  },
  {
    actions: ['ipCalls'],
    key: 'P277',
    page: 'ADVANCED SETTINGS',
    field: 'Disable Direct IP Call',
    ...YES_CLOSES,
  },
];

/** For a telephone company's line. */
const FXO =
  'its FXO port, for a telephone company’s line: calls from it do not ring, and nothing dials out through it.';

export const HT_MODELS: readonly ModelOfFamily[] = [
  ht({
    product: 'HT701',
    lines: 1,
    fxoPorts: 0,
    settingsFrom: 'its own documents',
    noPulses: true,
    transports: ['tcp', 'udp', 'tls'],
    tls: 'old',
    // Telnet server: 1 is no. On an HT8xx the same number is about SSH.
    device: [[276, 1]],
  }),
  ht({
    product: 'HT801',
    lines: 1,
    fxoPorts: 0,
    settingsFrom: 'its own documents',
    device: HT8XX,
  }),
  ht({
    product: 'HT802',
    lines: 2,
    fxoPorts: 0,
    settingsFrom: 'its own documents',
    device: HT8XX,
  }),
  ht({
    product: 'HT812',
    lines: 2,
    fxoPorts: 0,
    settingsFrom: { documentsOf: 'HT814' },
    device: HT8XX,
    profiles: true,
  }),
];

function ht(quirks: Quirks): ModelOfFamily {
  const { product, transports = ['tls', 'tcp', 'udp'], tls = 'current', settingsFrom } = quirks;
  const name = `Grandstream ${product}`;
  return {
    id: `grandstream-${product.toLowerCase()}`,
    name,
    // V2 is other hardware with the same settings.
    callsItself: [product, `${product}V2`],
    vendorPrefixes: GRANDSTREAM_PREFIXES,
    transports,
    srtp: true,
    lines: quirks.lines,
    notSetUp: quirks.fxoPorts === 0 ? [] : [FXO],
    settingsFrom,
    locks: LOCKS,
    rotary: quirks.noPulses ? 'by converter' : 'pulses',
    softphone: false,
    files(settings, otherLines = []) {
      const device = parametersOf([...upkeep(settings), ...(quirks.device ?? [])]);
      const lines = inLineOrder(settings, otherLines).flatMap((line) =>
        checked(line.username, parametersOf(portSettings(line, quirks)), [NON_ASCII]),
      );
      const parameters = [
        ...checked(settings.username, device, [NON_ASCII]),
        ...lockParameters(LOCKS, settings, otherLines),
        ...lines,
        ...parametersOf(freePorts(settings, quirks)),
      ];
      return [grandstreamFile(settings.mac, parameters)];
    },
    shows,
    asksFor: grandstreamAsks(product.toLowerCase()),
    warnings: (settings) => [
      ...transportWarnings({ name }, settings, tls),
      ...nameWarnings(settings, 'ascii'),
      ...otherNumbers(settingsFrom),
    ],
  };
}

function otherNumbers(settingsFrom: PhoneModel['settingsFrom']): readonly string[] {
  if (settingsFrom === 'its own documents') return [];
  const { documentsOf } = settingsFrom;
  return [`Its parameter numbers are those of the ${documentsOf}: check the web page afterwards.`];
}

function shows(settings: PhoneSettings): string {
  return shownName(settings, 'ascii');
}

/** Of a port of an HT812 the number is not known for certain: left as it is. */
function freePorts({ freeLines }: PhoneSettings, { profiles = false }: Quirks): Numbered[] {
  if (profiles) return [];
  return freeLines.map((line) => [(PORTS[line - 1] ?? FIRST_PORT).active, 0]);
}

function portSettings(settings: PhoneSettings, quirks: Quirks): Numbered[] {
  const { profiles = false } = quirks;
  const column = PORTS[settings.line - 1] ?? FIRST_PORT;
  if (!profiles) return [...lineSettings(settings, column, quirks), ...identity(settings, column)];
  const port = settings.line - 1;
  return [
    ...lineSettings(settings, column, quirks),
    ...identity(settings, {
      userId: 4060 + port,
      authId: 4090 + port,
      password: 4120 + port,
      name: 4180 + port,
      autoDial: 4210 + port,
    }),
    [4150 + port, port], // the profile: each port its own, for each has its own dial plan
    [4300 + port, 0], // no hunting group
    [4595 + port, 1], // port on
  ];
}

function identity(
  settings: PhoneSettings,
  numbers: Pick<PortNumbers, 'userId' | 'authId' | 'password' | 'name' | 'autoDial'>,
): Numbered[] {
  return [
    [numbers.userId, settings.username],
    [numbers.authId, settings.username],
    ...ownPassword(settings, numbers.password),
    [numbers.name, shows(settings)],
    [numbers.autoDial, settings.dial === 'hotline' ? HOTLINE : ''],
  ];
}

function lineSettings(
  settings: PhoneSettings,
  port: PortNumbers,
  { noPulses = false }: Quirks,
): Numbered[] {
  const { plan, keyTimeout } = grandstreamDialPlan(settings.dialPlan, settings.dial);
  return [
    [port.active, 1],
    [port.server, settings.domain],
    [port.outboundProxy, settings.outboundProxy],
    [port.transport, TRANSPORT_CODES[settings.transport]],
    [port.sips, 0],
    [port.natTraversal, KEEP_ALIVE_CODE],
    [port.dnsMode, 0], // A records: the edges have no others
    [port.register, 1],
    [port.unregisterOnReboot, 0],
    [port.callWithoutRegistration, 1],
    [port.expiry, EXPIRY_SECONDS / 60],
    [port.reregisterBefore, REREGISTER_BEFORE_SECONDS],
    [port.localPort, 5060 + 2 * (settings.line - 1)],
    [port.noCallWaiting, 1],
    [port.noCallWaitingCallerId, 1],
    [port.noCallWaitingTone, 1],
    [port.hashDials, 0],
    [port.flashMinimum, 500],
    [port.flashMaximum, 500],
    [port.autoDialDelay, 0],
    [port.dialPlan, plan],
    [port.dialPlanPrefix, ''],
    [port.keyTimeout, settings.rotary ? ROTARY_KEY_TIMEOUT_SECONDS : keyTimeout],
    [port.starCodes, 0],
    [port.hashUnescaped, 0],
    [port.dtmf[0], DTMF_ORDER[0]],
    [port.dtmf[1], DTMF_ORDER[1]],
    [port.dtmf[2], DTMF_ORDER[2]],
    [port.codec, PCMU],
    [port.srtp, srtpCode(settings)],
    ...(noPulses ? [] : pulses(settings, port)),
  ];
}

/** The standard is everybody's but Sweden's and New Zealand's. */
function pulses({ rotary }: PhoneSettings, port: PortNumbers): Numbered[] {
  if (!rotary) return [[port.pulses, 0]];
  return [
    [port.pulses, 1],
    [port.pulseStandard, 0],
    [port.ringPower, 1],
  ];
}
