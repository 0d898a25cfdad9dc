/**
 * Yealink T3, T4 and T5 phones with V81 software or newer. A key that is not in `<mac>.cfg` keeps
 * its value. (Yealink T3/T4 Administrator Guide)
 */
import { HOTLINE } from '../../dialplan/entry';
import { yealinkDialPlan } from './dialPlan';
import { nameWarnings, shownName } from '../../displayName';
import { keyValueFile, YEALINK_WORDS } from '../../formats/keyValue';
import { type Change, type Clock, signed } from '../../clock';
import { checked, type Parameter } from '../../formats/values';
import { lockParameters } from '../../keypad';
import type { Lock } from '../../lock';
import type { ModelOfFamily, PhoneSettings, Transport } from '../../phone';
import {
  EXPIRY_SECONDS,
  inLineOrder,
  KEEP_ALIVE_SECONDS,
  macDigits,
  SIP_PORTS,
  transportWarnings,
} from '../shared';

const TRANSPORT_CODES: Readonly<Record<Transport, string>> = { udp: '0', tcp: '1', tls: '2' };

interface Quirks {
  readonly product: string;
  readonly lines: number;
  /** Of the file for all phones of the model, `y000000000066.cfg`. */
  readonly common: number;
}

/** The advanced settings of its menu ask for the admin password, which the file sets. */
const LOCKS: readonly Lock[] = [
  {
    actions: ['reset'],
    key: 'features.reset_by_long_press_enable',
    page: 'Features → General',
    field: 'Reset by Long Press',
    closed: { value: '0', shown: 'Disabled' },
    open: { value: '1', shown: 'Enabled' },
  },
  {
    actions: ['ipCalls'],
    key: 'features.direct_ip_call_enable',
    page: 'Features → General',
    field: 'Allow IP Call',
    closed: { value: '0', shown: 'Disabled' },
    open: { value: '1', shown: 'Enabled' },
  },
];

export const YEALINK_MODELS: readonly ModelOfFamily[] = [
  { product: 'T33G', lines: 4, common: 124 },
  { product: 'T40G', lines: 3, common: 76 },
  { product: 'T42S', lines: 12, common: 67 },
  { product: 'T43U', lines: 12, common: 108 },
  { product: 'T46S', lines: 16, common: 66 },
  { product: 'T46U', lines: 16, common: 108 },
  { product: 'T48S', lines: 16, common: 65 },
  { product: 'T53W', lines: 12, common: 95 },
  { product: 'T54W', lines: 16, common: 96 },
].map(yealink);

function yealink({ product, lines, common }: Quirks): ModelOfFamily {
  const name = `Yealink ${product}`;
  return {
    id: `yealink-${product.toLowerCase()}`,
    name,
    callsItself: [product],
    vendorPrefixes: ['00:15:65', '80:5e:c0', '80:5e:0c', '24:9a:d8', '44:db:d2', 'c4:fc:22'],
    transports: ['tls', 'tcp', 'udp'],
    srtp: true,
    lines: Math.min(lines, 8),
    oneHotline: true,
    notSetUp: [],
    settingsFrom: 'its own documents',
    locks: LOCKS,
    rotary: 'has keys',
    softphone: false,
    files(settings, otherLines = []) {
      const parameters = [
        ...inLineOrder(settings, otherLines).flatMap((line) =>
          checked(line.username, account(line), [YEALINK_WORDS]),
        ),
        ...checked(settings.username, phone(settings), [YEALINK_WORDS]),
        ...lockParameters(LOCKS, settings, otherLines),
      ];
      return [
        {
          name: `${macDigits(settings.mac)}.cfg`,
          contentType: 'text/plain',
          content: keyValueFile(parameters),
          secret: true,
        },
      ];
    },
    shows,
    asksFor: (mac) => [
      'y000000000000.boot',
      `${macDigits(mac)}.boot`,
      `y${String(common).padStart(12, '0')}.cfg`,
      `${macDigits(mac)}.cfg`,
    ],
    warnings: (settings) => [
      ...transportWarnings({ name }, settings, 'current'),
      ...nameWarnings(settings, 'unicode'),
      ...(settings.dial === 'hotline' ? ['Whether its hotline takes `#` is not proven.'] : []),
    ],
  };
}

function shows(settings: PhoneSettings): string {
  return shownName(settings, 'unicode');
}

function account(settings: PhoneSettings): Parameter[] {
  const { username, transport } = settings;
  const { string, shortTimer, longTimer } = yealinkDialPlan(settings.dialPlan, settings.dial);
  const shown = shows(settings);
  const keys: Parameter[] = [
    ['enable', '1'],
    ['label', shown],
    ['display_name', shown],
    ['auth_name', username],
    ['user_name', username],
    ...(settings.passwordByHand ? [] : [['password', settings.password] as const]),
    ['sip_server.1.address', settings.domain],
    ['sip_server.1.port', SIP_PORTS[transport]],
    ['sip_server.1.transport_type', TRANSPORT_CODES[transport]],
    ['sip_server.1.expires', String(EXPIRY_SECONDS)],
    ['outbound_proxy_enable', '1'],
    ['outbound_proxy.1.address', settings.outboundProxy],
    ['outbound_proxy.1.port', SIP_PORTS[transport]],
    ['unregister_on_reboot', '0'],
    ['nat.nat_traversal', '0'],
    ['nat.rport', '1'],
    ['nat.udp_update_enable', '1'],
    ['nat.udp_update_time', String(KEEP_ALIVE_SECONDS)],
    ['dtmf.type', '1'],
    ['srtp_encryption', settings.secureMedia ? '2' : '0'],
    ['codec.pcmu.enable', '1'],
    ['codec.pcmu.priority', '1'],
    ['codec.pcma.enable', '1'],
    ['codec.pcma.priority', '2'],
    ['dialplan.digitmap.enable', '1'],
    ['dialplan.digitmap.string', string],
    ['dialplan.digitmap.no_match_action', '1'],
    ['dialplan.digitmap.interdigit_short_timer', shortTimer],
    // 0 never sends what is only part of a number.
    ['dialplan.digitmap.interdigit_long_timer', longTimer],
  ];
  return keys.map(([key, value]) => [`account.${settings.line}.${key}`, value]);
}

/** The hotline is the whole phone's: it dials with the first account. */
function phone({ dial, adminPassword, clock }: PhoneSettings): Parameter[] {
  return [
    ['call_waiting.enable', '0'],
    ['features.key_as_send', '0'],
    ['sip.use_23_as_pound', '1'],
    ['features.hotline_number', dial === 'hotline' ? HOTLINE : ''],
    ['features.hotline_delay', '0'],
    ['dialplan.digitmap.enable', '1'],
    ['dialplan.digitmap.apply_to.press_send', '1'],
    ['dialplan.digitmap.apply_to.history_dial', '1'],
    ['dialplan.digitmap.apply_to.directory_dial', '1'],
    ['dialplan.digitmap.apply_to.on_hook_dial', '1'],
    ['dialplan.digitmap.active.on_hook_dialing', '1'],
    // The call itself decides about 911; the phone must not go round the dial plan.
    ['phone_setting.emergency.number', ''],
    ...clockKeys(clock),
    ['static.auto_provision.pnp_enable', '0'],
    ['static.firmware.url', ''],
    ['static.security.trust_certificates', '1'],
    ['static.security.user_password', `admin:${adminPassword}`],
  ];
}

/** Months, weeks, weekdays from Monday, hours; the fifth week is the last. */
function clockKeys(clock: Clock | undefined): Parameter[] {
  if (!clock) return [];
  const { offset, summer } = clock;
  const at = ({ month, week, weekday, hour }: Change) =>
    [month, week === 'last' ? 5 : week, weekday === 0 ? 7 : weekday, hour].join('/');
  return [
    ['local_time.dhcp_time', '0'],
    // -8, +5:30
    ['local_time.time_zone', signed(offset).replace(/^(.)0/, '$1').replace(/:00$/, '')],
    ['local_time.summer_time', summer ? '1' : '0'],
    ...(summer
      ? ([
          ['local_time.dst_time_type', '1'],
          ['local_time.start_time', at(summer.start)],
          ['local_time.end_time', at(summer.end)],
          ['local_time.offset_time', String(summer.minutes)],
        ] as const)
      : []),
  ];
}
