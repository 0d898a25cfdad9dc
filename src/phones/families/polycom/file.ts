/**
 * Polycom phones: XML files of attributes, which the elements only group.
 *
 * The phone reads `<mac>.cfg`, which names the files with the settings; of several that hold the
 * same setting the first in the list wins. It keeps nothing that the files no longer hold.
 * (Polycom SIP 3.1 Administrator's Guide, 2.2.1)
 */
import { HOTLINE } from '../../dialplan/entry';
import { type Change, type Clock, firstDay } from '../../clock';
import { polycomDialPlan } from './dialPlan';
import { checked, type Parameter } from '../../formats/values';
import { xmlDocument } from '../../formats/xml';
import type { ConfigFile, PhoneSettings, Transport } from '../../phone';
import {
  EXPIRY_SECONDS,
  KEEP_ALIVE_SECONDS,
  macDigits,
  REREGISTER_BEFORE_SECONDS,
} from '../shared';

export const POLYCOM_PREFIXES = ['00:04:f2', '64:16:7f', '48:25:67'];

/** As its settings name them. */
export const TRANSPORTS: Readonly<Record<Transport, string>> = {
  udp: 'UDPOnly',
  tcp: 'TCPOnly',
  tls: 'TLS',
};

/** Not one of the names that the phone itself writes, such as `<mac>-phone.cfg`. */
export function settingsFileName(mac: string | undefined): string {
  return `${macDigits(mac)}-line.cfg`;
}

export function masterFile(
  mac: string | undefined,
  { firmware, after }: { readonly firmware: string; readonly after: readonly string[] },
): ConfigFile {
  const attributes = {
    APP_FILE_PATH: firmware,
    CONFIG_FILES: [settingsFileName(mac), ...after].join(', '),
    MISC_FILES: '',
    LOG_FILE_DIRECTORY: '',
    OVERRIDES_DIRECTORY: '',
    CONTACTS_DIRECTORY: '',
    LICENSE_DIRECTORY: '',
  };
  return {
    name: `${macDigits(mac)}.cfg`,
    contentType: 'text/xml',
    content: xmlDocument({ name: 'APPLICATION', attributes, children: [] }, { standalone: true }),
    secret: false,
  };
}

/** An element for all settings that begin with the same word, as the stock files have it. */
export function settingsFile(
  mac: string | undefined,
  root: string,
  parameters: readonly Parameter[],
): ConfigFile {
  const groups = new Map<string, Record<string, string>>();
  for (const [key, value] of parameters) {
    const group = key.split('.', 1)[0] ?? key;
    groups.set(group, { ...groups.get(group), [key]: value });
  }
  const children = [...groups].map(([name, attributes]) => ({ name, attributes, children: [] }));
  return {
    name: settingsFileName(mac),
    contentType: 'text/xml',
    content: xmlDocument({ name: root, children }, { standalone: true }),
    secret: true,
  };
}

/** What old and new software call by the same names, for one line. */
export function registration(settings: PhoneSettings, shown: string): readonly Parameter[] {
  const { username, transport } = settings;
  // With TLS no port: the phone takes 5061.
  const port = transport === 'tls' ? '' : '5060';
  const reg: Parameter[] = [
    ['displayName', shown],
    ['address', username],
    ['label', shown],
    ['type', 'private'],
    ['auth.userId', username],
    ['auth.password', settings.password],
    ['server.1.address', settings.domain],
    ['server.1.port', port],
    ['server.1.transport', TRANSPORTS[transport]],
    ['server.1.expires', String(EXPIRY_SECONDS)],
    ['server.1.expires.overlap', String(REREGISTER_BEFORE_SECONDS)],
    ['server.1.register', '1'],
    ['outboundProxy.address', settings.outboundProxy],
    ['outboundProxy.port', port],
    ['outboundProxy.transport', TRANSPORTS[transport]],
  ];
  const hotline = settings.dial === 'hotline';
  return checked(username, [
    ...prefixed(`reg.${settings.line}`, reg),
    [`call.autoOffHook.${settings.line}.enabled`, hotline ? '1' : '0'],
    [`call.autoOffHook.${settings.line}.contact`, hotline ? HOTLINE : ''],
    // The stock files set the dial plan of each line, and a line's own wins.
    ...prefixed(`dialplan.${settings.line}`, dialling(settings)),
  ]);
}

export function wholePhone(settings: PhoneSettings): readonly Parameter[] {
  return checked(settings.username, [
    ['call.enableOnNotRegistered', '1'],
    ['nat.keepalive.interval', String(KEEP_ALIVE_SECONDS)],
    ['tone.dtmf.viaRtp', '1'],
    ['tone.dtmf.rfc2833Control', '1'],
    ['voIpProt.SIP.dtmfViaSignaling.rfc2976', '0'],
    ...prefixed('dialplan', dialling(settings)),
    ...prefixed('tcpIpApp.sntp', clockParameters(settings.clock)),
    // The stock file sends 911 to a server without an address.
    ['dialplan.routing.emergency.1.value', ''],
    ['dialplan.routing.emergency.1.server.1', ''],
  ]);
}

/** Seconds; weekdays from 1, Sunday; the first such day on that date or after it. */
function clockParameters(clock: Clock | undefined): Parameter[] {
  if (!clock) return [];
  const { offset, summer } = clock;
  const at = ({ month, week, weekday, hour }: Change): Parameter[] => [
    ['month', String(month)],
    ['date', String(week === 'last' ? 1 : firstDay(week))],
    ['dayOfWeek', String(weekday + 1)],
    ['dayOfWeek.lastInMonth', week === 'last' ? '1' : '0'],
    ['time', String(hour)],
  ];
  return [
    ['gmtOffset', String(offset * 60)],
    ['gmtOffset.overrideDHCP', '1'],
    ['daylightSavings.enable', summer ? '1' : '0'],
    ...(summer
      ? [
          ['daylightSavings.fixedDayEnable', '0'] as const,
          ...prefixed('daylightSavings.start', at(summer.start)),
          ...prefixed('daylightSavings.stop', at(summer.end)),
        ]
      : []),
  ];
}

function dialling(settings: PhoneSettings): Parameter[] {
  const { digitmap, timeOut } = polycomDialPlan(settings.dialPlan, settings.dial);
  return [
    ['digitmap', digitmap],
    ['digitmap.timeOut', timeOut],
    ['impossibleMatchHandling', '1'], // a reorder tone, and nothing sent
    ['removeEndOfDial', '0'], // else a `#` at the end is cut off
    ['applyToUserDial', '1'],
    ['applyToUserSend', '1'],
    ['applyToCallListDial', '1'],
    ['applyToDirectoryDial', '1'],
  ];
}

function prefixed(prefix: string, parameters: readonly Parameter[]): Parameter[] {
  return parameters.map(([key, value]) => [`${prefix}.${key}`, value]);
}
