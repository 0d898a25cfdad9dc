/**
 * SoundPoint IP 501 and SoundStation IP 4000. SIP 3.1.8 is the last software for either: the
 * file from a newer release holds no image for them, and the phone reports an error in `sip.ld`.
 *
 * They are incomplete without the maker's own `phone1.cfg` and `sip.cfg` of that release, which
 * the operator puts beside ours.
 */
import { HOTLINE } from '../../dialplan/entry';
import { nameWarnings, shownName } from '../../displayName';
import { checked, NON_ASCII, type Parameter } from '../../formats/values';
import { textElement, xmlDocument, type XmlElement } from '../../formats/xml';
import type { ConfigFile, ModelOfFamily, PhoneSettings } from '../../phone';
import { sheetLanguages } from '../../sheet/language';
import { inLineOrder, macDigits, transportWarnings } from '../shared';
import {
  masterFile,
  POLYCOM_PREFIXES,
  registration,
  settingsFile,
  settingsFileName,
  wholePhone,
} from './file';
import { POLYCOM_WORDS } from './words';

const VENDOR_FILES = ['phone1.cfg', 'sip.cfg'];
const FIRMWARE = 'sip.ld';

interface Quirks {
  readonly id: string;
  readonly name: string;
  /** As it calls itself. */
  readonly product: string;
  readonly lines: number;
  /** In the stock file's list of codecs, where the model has a list of its own. */
  readonly codecs?: string;
}

export const POLYCOM_LEGACY_MODELS: readonly ModelOfFamily[] = [
  legacy({
    id: 'polycom-soundpoint-501',
    name: 'Polycom SoundPoint IP 501',
    product: 'SPIP_501',
    lines: 3,
  }),
  legacy({
    id: 'polycom-soundstation-4000',
    name: 'Polycom SoundStation IP 4000',
    product: 'SSIP_4000',
    lines: 1,
    codecs: 'IP_4000.',
  }),
];

function legacy({ id, name, product, lines, codecs = '' }: Quirks): ModelOfFamily {
  return {
    id,
    name,
    callsItself: [product],
    vendorPrefixes: POLYCOM_PREFIXES,
    transports: ['tcp', 'udp', 'tls'],
    srtp: false,
    lines,
    vendorFiles: VENDOR_FILES,
    notSetUp: [],
    settingsFrom: 'its own documents',
    forgets: true,
    locks: [],
    rotary: 'has keys',
    softphone: false,
    files(settings, otherLines = []) {
      const registrations = inLineOrder(settings, otherLines).flatMap((line) => [
        ...registration(line, shows(line)),
        // One call at a time: this software has no other way to turn call waiting off.
        [`reg.${line.line}.callsPerLineKey`, '1'] as const,
      ]);
      const parameters: Parameter[] = [
        ...registrations,
        ...wholePhone(settings),
        [`voice.codecPref.${codecs}G711Mu`, '1'],
        [`voice.codecPref.${codecs}G711A`, '2'],
        [`voice.codecPref.${codecs}G729AB`, '3'],
      ];
      return [
        settingsFile(settings.mac, 'phone', checked(settings.username, parameters, [NON_ASCII])),
        masterFile(settings.mac, { firmware: FIRMWARE, after: VENDOR_FILES }),
        directoryFile(settings),
      ];
    },
    shows,
    asksFor: (mac) => [
      `${macDigits(mac)}.cfg`,
      FIRMWARE,
      settingsFileName(mac),
      ...VENDOR_FILES,
      `${macDigits(mac)}-phone.cfg`,
      `${macDigits(mac)}-directory.xml`,
    ],
    warnings: (settings) => [
      ...transportWarnings({ name }, settings, 'old'),
      ...nameWarnings(settings, 'ascii'),
      `It needs \`${VENDOR_FILES.join('` and `')}\` of SIP 3.1 beside its own files.`,
      'Its menu password (456) cannot be set by a file: change it on the phone.',
      ...(settings.dial === 'hotline'
        ? ['Whether it dials `#` when lifted is not proven: the first speed dial does the same.']
        : []),
    ],
  };
}

function shows(settings: PhoneSettings): string {
  return shownName(settings, 'ascii');
}

/** Its speed dials: the menu first, for a hotline that does not dial by itself. */
function directoryFile({ mac, languages }: PhoneSettings): ConfigFile {
  const [language] = sheetLanguages(languages);
  const entries = [
    { name: 'Menu', contact: HOTLINE },
    { name: POLYCOM_WORDS[language].operator, contact: '0' },
  ];
  return {
    name: `${macDigits(mac)}-directory.xml`,
    contentType: 'text/xml',
    content: xmlDocument(
      { name: 'directory', children: [{ name: 'item_list', children: entries.map(item) }] },
      { standalone: true },
    ),
    secret: false,
  };
}

function item({ name, contact }: { name: string; contact: string }, i: number): XmlElement {
  return {
    name: 'item',
    children: [
      textElement('ln', name),
      textElement('ct', contact),
      textElement('sd', String(i + 1)),
      textElement('rt', '3'),
    ],
  };
}
