/**
 * Linphone, on telephones and computers: its settings in the XML that it fetches from an address,
 * which it reads from a QR code. (liblinphone, "Provisioning configuration keys")
 */
import { createHash } from 'node:crypto';
import { nameWarnings, shownName } from '../../displayName';
import { checked, type Parameter } from '../../formats/values';
import { textElement, xmlDocument } from '../../formats/xml';
import type { ModelOfFamily, PhoneSettings } from '../../phone';
import { EXPIRY_SECONDS, transportWarnings } from '../shared';

/** Twilio challenges with this, whatever the domain. */
const REALM = 'sip.twilio.com';

export const LINPHONE_MODELS: readonly ModelOfFamily[] = [
  {
    id: 'linphone',
    name: 'Linphone',
    callsItself: ['Linphone'],
    vendorPrefixes: [],
    transports: ['tls', 'tcp', 'udp'],
    srtp: true,
    lines: 1,
    notSetUp: [],
    settingsFrom: 'its own documents',
    locks: [],
    rotary: 'has keys',
    softphone: true,
    files: (settings) => [
      {
        name: fileName(settings.username),
        contentType: 'application/xml',
        content: remoteConfiguration(settings),
        secret: true,
      },
    ],
    shows,
    asksFor: () => [],
    warnings: (settings) => [
      ...transportWarnings({ name: 'Linphone' }, settings, 'current'),
      ...nameWarnings(settings, 'unicode'),
      ...(settings.transport === 'udp'
        ? [
            'Its call requests have been 1.5 kB, too long for UDP: they may be lost. Leave `transport` out.',
          ]
        : []),
      'On a mobile telephone call 911 with the telephone itself, not with the app.',
      ...(settings.dial === 'hotline' ? ['An app has no handset to lift: dial `#`.'] : []),
    ],
  },
];

function shows(settings: PhoneSettings): string {
  return shownName(settings, 'unicode');
}

export function fileName(username: string): string {
  return `linphone-${username.replace(/[^A-Za-z0-9._+-]/g, '_')}.xml`;
}

/** `+` may stand in a SIP URI as it is. */
function uriUser(username: string): string {
  // What no file can hold is refused where the name stands by itself.
  return encodeURIComponent(username.replace(/\p{Cs}/gu, '')).replace(/%2B/g, '+');
}

type Section = readonly [name: string, entries: readonly Parameter[]];

function sections(settings: PhoneSettings): readonly Section[] {
  const { username, domain, outboundProxy, transport, secureMedia, passwordByHand } = settings;
  const user = uriUser(username);
  const edge = `<sip:${outboundProxy};transport=${transport}>`;
  return [
    ['misc', [['transient_provisioning', '0']]],
    [
      'sip',
      [
        ['default_proxy', '0'],
        ['use_info', '0'],
        ['use_rfc2833', '1'],
        ['keepalive_period', '20000'],
        ['media_encryption', secureMedia ? 'srtp' : 'none'],
        ['media_encryption_mandatory', secureMedia ? '1' : '0'],
      ],
    ],
    [
      'proxy_0',
      [
        ['reg_identity', `"${shows(settings)}" <sip:${user}@${domain}>`],
        // Where it registers, whatever the domain: REGISTER follows this, calls follow the route.
        ['reg_proxy', edge],
        ['reg_route', edge],
        ['reg_sendregister', '1'],
        ['reg_expires', String(EXPIRY_SECONDS)],
        ['realm', REALM],
        ['publish', '0'],
        ['avpf', '0'],
        ['dial_escape_plus', '0'],
      ],
    ],
    ...(passwordByHand ? [] : [authentication(settings)]),
    ...CODECS.map(codec),
    [
      'video',
      [
        ['capture', '0'],
        ['display', '0'],
      ],
    ],
  ];
}

/** Left out where the password was set by hand: the app asks for it. */
function authentication({ username, password, domain }: PhoneSettings): Section {
  const ha1 = createHash('md5').update(`${username}:${REALM}:${password}`).digest('hex');
  return [
    'auth_info_0',
    [
      ['username', username],
      ['userid', username],
      // In place of the password: as good as it for this account, and for nothing else.
      ['ha1', ha1],
      ['realm', REALM],
      ['domain', domain],
      ['algorithm', 'MD5'],
    ],
  ];
}

/** A codec that the file does not name stays on: each is named, and those that are not wanted are off. */
const CODECS: readonly (readonly [mime: string, rate: number, channels: number])[] = [
  ['PCMU', 8000, 1],
  ['PCMA', 8000, 1],
  ['opus', 48000, 2],
  ['speex', 8000, 1],
  ['speex', 16000, 1],
  ['speex', 32000, 1],
  ['GSM', 8000, 1],
  ['G722', 8000, 1],
  ['G729', 8000, 1],
  ['iLBC', 8000, 1],
  ['BV16', 8000, 1],
  ['L16', 44100, 1],
  ['L16', 44100, 2],
];
const ENABLED = ['PCMU', 'PCMA'];

function codec([mime, rate, channels]: (typeof CODECS)[number], index: number): Section {
  return [
    `audio_codec_${index}`,
    [
      ['mime', mime],
      ['rate', String(rate)],
      ['channels', String(channels)],
      ['enabled', ENABLED.includes(mime) ? '1' : '0'],
    ],
  ];
}

function remoteConfiguration(settings: PhoneSettings): string {
  return xmlDocument({
    name: 'config',
    attributes: { xmlns: 'http://www.linphone.org/xsds/lpconfig.xsd' },
    children: sections(settings).map(([name, entries]) => ({
      name: 'section',
      attributes: { name },
      children: checked(settings.username, entries).map(([key, value]) =>
        textElement('entry', value, { name: key, overwrite: 'true' }),
      ),
    })),
  });
}
