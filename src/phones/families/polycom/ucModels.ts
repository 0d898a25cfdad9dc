/** Poly VVX phones with UC software 5.9 or 6: complete without the maker's own files. */
import { nameWarnings, shownName } from '../../displayName';
import { checked, type Parameter } from '../../formats/values';
import { lockParameters } from '../../keypad';
import type { Lock } from '../../lock';
import type { ModelOfFamily, PhoneSettings } from '../../phone';
import { inLineOrder, macDigits, transportWarnings } from '../shared';
import {
  masterFile,
  POLYCOM_PREFIXES,
  registration,
  settingsFile,
  settingsFileName,
  wholePhone,
} from './file';

/** The advanced settings of its menu, and its resets, ask for the admin password, which the file sets. */
const LOCKS: readonly Lock[] = [
  {
    actions: ['ipCalls'],
    key: 'feature.urlDialing.enabled',
    field: 'feature.urlDialing.enabled',
    closed: { value: '0', shown: '0' },
    open: { value: '1', shown: '1' },
  },
];

export const POLYCOM_UC_MODELS: readonly ModelOfFamily[] = [
  uc('vvx-250', 4),
  uc('vvx-350', 6),
  uc('vvx-411', 12),
  uc('vvx-450', 12),
];

function uc(product: string, lines: number): ModelOfFamily {
  const name = `Poly ${product.toUpperCase().replace('-', ' ')}`;
  return {
    id: `polycom-${product}`,
    name,
    callsItself: [product.toUpperCase().replace('-', '_')],
    vendorPrefixes: POLYCOM_PREFIXES,
    transports: ['tls', 'tcp', 'udp'],
    srtp: true,
    lines: Math.min(lines, 8),
    notSetUp: [],
    settingsFrom: 'its own documents',
    forgets: true,
    locks: LOCKS,
    rotary: 'has keys',
    softphone: false,
    files(settings, otherLines = []) {
      const registrations = inLineOrder(settings, otherLines).flatMap((line) => [
        ...registration(line, shows(line)),
        ...checked(line.username, offHook(line)),
      ]);
      const parameters = [
        ...registrations,
        ...wholePhone(settings),
        ...checked(settings.username, device(settings)),
        ...lockParameters(LOCKS, settings, otherLines),
      ];
      return [
        settingsFile(settings.mac, 'polycomConfig', parameters),
        // No file of firmware: it stays with what it has.
        masterFile(settings.mac, { firmware: '', after: [] }),
      ];
    },
    shows,
    asksFor: (mac) => [
      `${macDigits(mac)}.cfg`,
      settingsFileName(mac),
      `${macDigits(mac)}-phone.cfg`,
      `${macDigits(mac)}-web.cfg`,
      `${macDigits(mac)}-license.cfg`,
      `${macDigits(mac)}-directory.xml`,
    ],
    warnings: (settings) => [
      ...transportWarnings({ name }, settings, 'current'),
      ...nameWarnings(settings, 'unicode'),
    ],
  };
}

function shows(settings: PhoneSettings): string {
  return shownName(settings, 'unicode');
}

function offHook({ line }: PhoneSettings): Parameter[] {
  return [[`call.autoOffHook.${line}.protocol`, 'SIP']];
}

function device({ adminPassword, secureMedia }: PhoneSettings): Parameter[] {
  const secure = secureMedia ? '1' : '0';
  return [
    ['call.callWaiting.enable', '0'],
    ['voice.codecPref.G711_Mu', '1'],
    ['voice.codecPref.G711_A', '2'],
    ['sec.srtp.enable', secure],
    ['sec.srtp.offer', secure],
    ['sec.srtp.require', secure],
    ['device.set', '1'],
    ['device.auth.localAdminPassword.set', '1'],
    ['device.auth.localAdminPassword', adminPassword],
  ];
}
