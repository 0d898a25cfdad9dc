/**
 * What Grandstream's adapters and desk phones share: an XML file of numbered settings.
 *
 * A number that is not in the file keeps its value. With another device's `<mac>` the file is
 * rejected. (Grandstream, SIP Device Provisioning Guide)
 */
import { type Change, type Clock, signed } from '../../clock';
import type { Parameter } from '../../formats/values';
import { textElement, xmlDocument } from '../../formats/xml';
import type { ConfigFile, PhoneSettings, Transport } from '../../phone';
import { macDigits } from '../shared';

export const GRANDSTREAM_PREFIXES = ['00:0b:82', 'c0:74:ad', 'ec:74:d7'];

export type Numbered = readonly [number: number, value: string | number];

export const TRANSPORT_CODES: Readonly<Record<Transport, number>> = { udp: 0, tcp: 1, tls: 2 };
export const KEEP_ALIVE_CODE = 2;
/** RTP events, then in the audio, then SIP INFO, which Twilio does not take. */
export const DTMF_ORDER: readonly [number, number, number] = [101, 100, 102];
export const PCMU = 0;

/** A dial needs two seconds and more for a 9 or 0, and the finger some time to find it. */
export const ROTARY_KEY_TIMEOUT_SECONDS = 6;

export const YES_CLOSES = {
  closed: { value: '1', shown: 'Yes' },
  open: { value: '0', shown: 'No' },
} as const;

/** Left out where the phone alone knows it: what is not in the file stays. */
export function ownPassword(
  { password, passwordByHand }: PhoneSettings,
  number: number,
): readonly Numbered[] {
  return passwordByHand ? [] : [[number, password]];
}

/** Enabled and forced: a `secure` domain takes nothing else. */
export function srtpCode({ secureMedia }: PhoneSettings): number {
  return secureMedia ? 2 : 0;
}

/** No firmware, no settings from anywhere but us, and a web page of our own password. */
export function upkeep({ adminPassword, clock }: PhoneSettings): Numbered[] {
  return [
    [2, adminPassword],
    [192, ''], // firmware server
    [237, ''], // configuration server: typed anew when it is set up
    [194, 0], // automatic upgrade: no
    [238, 2], // always skip the firmware check
    [84, 20], // seconds between keep-alives
    ...clockNumbers(clock),
  ];
}

/** A time zone of its own, as POSIX writes one: `LTZ+8LDT+7,M3.2.0,M11.1.0`. West of Greenwich is plus. */
function clockNumbers(clock: Clock | undefined): Numbered[] {
  if (!clock) return [];
  const { offset, summer } = clock;
  const west = (minutes: number) => signed(-minutes).replace(/^(.)0/, '$1').replace(/:00$/, '');
  const at = ({ month, week, weekday, hour }: Change) =>
    `M${month}.${week === 'last' ? 5 : week}.${weekday}${hour === 2 ? '' : `/${hour}`}`;
  const rule = summer
    ? `LTZ${west(offset)}LDT${west(offset + summer.minutes)},${at(summer.start)},${at(summer.end)}`
    : `LTZ${west(offset)}`;
  return [
    [64, 'customize'],
    [143, 0], // not by DHCP
    [246, rule],
  ];
}

export function parametersOf(numbered: readonly Numbered[]): Parameter[] {
  return numbered.map(([number, value]) => [`P${number}`, String(value)]);
}

export function grandstreamFile(
  mac: string | undefined,
  settings: readonly Parameter[],
): ConfigFile {
  return {
    name: `cfg${macDigits(mac)}.xml`,
    contentType: 'text/xml',
    content: xmlDocument({
      name: 'gs_provision',
      attributes: { version: '1' },
      children: [
        textElement('mac', macDigits(mac)),
        {
          name: 'config',
          attributes: { version: '1' },
          children: settings.map(([key, value]) => textElement(key, value)),
        },
      ],
    }),
    secret: true,
  };
}

/** The first is a binary form that no model here needs. */
export function grandstreamAsks(product: string) {
  return (mac: string): string[] => [
    `cfg${macDigits(mac)}`,
    `cfg${macDigits(mac)}.xml`,
    `cfg${product}.xml`,
    'cfg.xml',
  ];
}
