/**
 * Linksys and Cisco SPA adapters: a `<flat-profile>` whose elements are the fields of the web page.
 *
 * A setting that is not in the file stays as it is, so only those we manage are. Names that a
 * firmware does not know are ignored. (Linksys SPA Provisioning Guide 3.0)
 */
import { type Change, type Clock, firstDay, signed } from '../../clock';
import { spaDialPlan } from './dialPlan';
import { checked, NON_ASCII, type Parameter, type Refusal } from '../../formats/values';
import { textElement, xmlDocument } from '../../formats/xml';
import { lockParameters } from '../../keypad';
import type { Lock } from '../../lock';
import type { ModelOfFamily, PhoneSettings, Transport } from '../../phone';
import { EXPIRY_SECONDS, inLineOrder, macDigits, type TlsAge, transportWarnings } from '../shared';
import { SPA_STAR_CODES } from './starCodes';

/** `$` begins a macro in an SPA's values. */
const REFUSED: readonly Refusal[] = [
  NON_ASCII,
  { pattern: /\$/, what: '`$`, which begins a macro' },
];

/** Names from public configurations of the family; the voice menu itself nothing closes. */
const FACTORY_RESET: Lock = {
  actions: ['reset'],
  key: 'Protect_IVR_FactoryReset',
  page: 'Voice',
  field: 'Protect IVR FactoryReset',
  closed: { value: 'Yes', shown: 'yes' },
  open: { value: 'No', shown: 'no' },
};
const IP_DIALLING: Lock = {
  actions: ['ipCalls'],
  key: 'Enable_IP_Dialing_{line}_',
  page: 'Voice → Line {line}',
  field: 'Enable IP Dialing',
  closed: { value: 'No', shown: 'no' },
  open: { value: 'Yes', shown: 'yes' },
};
const LOCKS = [FACTORY_RESET, IP_DIALLING];

interface Quirks {
  readonly id: string;
  readonly name: string;
  readonly callsItself: readonly string[];
  readonly transports: readonly Transport[];
  /** Asked for when it has no address of its file. */
  readonly firstFile: string;
  readonly unproven?: readonly string[];
}

export const SPA_PREFIXES = [
  '00:0e:08',
  '00:0c:41',
  '00:18:f8',
  '00:1d:7e',
  '00:1a:70',
  '00:13:10',
];

export const SPA_MODELS: readonly ModelOfFamily[] = [
  spa({
    id: 'linksys-pap2',
    name: 'Linksys PAP2',
    callsItself: ['PAP2'],
    // Its firmware has no setting for the transport.
    transports: ['udp'],
    firstFile: 'spa.cfg',
    unproven: ['Which file a PAP2 asks for of its own accord is not known: tell it the address.'],
  }),
  spa({
    id: 'linksys-pap2t',
    name: 'Linksys PAP2T',
    callsItself: ['PAP2T'],
    transports: ['udp', 'tcp', 'tls'],
    firstFile: 'init.cfg',
  }),
  spa({
    id: 'cisco-spa2102',
    name: 'Cisco (Linksys) SPA2102',
    callsItself: ['SPA2102', 'SPA-2102'],
    transports: ['tcp', 'udp', 'tls'],
    firstFile: 'spa2102.cfg',
  }),
];

function spa({
  id,
  name,
  callsItself,
  transports,
  firstFile,
  unproven = [],
}: Quirks): ModelOfFamily {
  const tls: TlsAge = 'old';
  const fileOf = (mac: string | undefined) => `spa${macDigits(mac)}.cfg`;
  return {
    id,
    name,
    callsItself,
    vendorPrefixes: SPA_PREFIXES,
    transports,
    srtp: false,
    lines: 2,
    notSetUp: [],
    settingsFrom: 'its own documents',
    locks: LOCKS,
    rotary: 'by converter',
    softphone: false,
    files(settings, otherLines = []) {
      const parameters = [
        ...checked(settings.username, device(settings), REFUSED),
        ...lockParameters([FACTORY_RESET], settings, otherLines),
        ...inLineOrder(settings, otherLines).flatMap((line) => [
          ...checked(line.username, lineParameters(line, transports.length > 1), REFUSED),
          ...lockParameters([IP_DIALLING], line),
        ]),
        ...settings.freeLines.map((line): Parameter => [`Line_Enable_${line}_`, 'No']),
      ];
      return [
        {
          name: fileOf(settings.mac),
          contentType: 'text/xml',
          content: flatProfile(parameters),
          secret: true,
        },
      ];
    },
    shows,
    asksFor: (mac) => [firstFile, fileOf(mac)],
    warnings: (settings) => [...transportWarnings({ name }, settings, tls), ...unproven],
  };
}

/** What Twilio knows the caller by: some send it in place of the user. */
function shows({ username }: PhoneSettings): string {
  return username;
}

function device(settings: PhoneSettings): Parameter[] {
  const { interdigitLong, interdigitShort } = spaDialPlan(settings.dialPlan, settings.dial);
  return [
    ['Admin_Passwd', settings.adminPassword],
    ['Upgrade_Enable', 'No'],
    // 30 ms, as it comes, is cut off by some.
    ['RTP_Packet_Size', '0.020'],
    ['Interdigit_Long_Timer', interdigitLong],
    ['Interdigit_Short_Timer', interdigitShort],
    ...clockFields(settings.clock),
    ...SPA_STAR_CODES.map((code): Parameter => [code, '']),
  ];
}

/** Days of the week from Monday; the rule means the first such day on that day of the month or after it. */
function clockFields(clock: Clock | undefined): Parameter[] {
  if (!clock) return [];
  const { offset, summer } = clock;
  const at = ({ month, week, weekday, hour }: Change) => {
    const day = week === 'last' ? -1 : firstDay(week);
    return `${month}/${day}/${weekday === 0 ? 7 : weekday}/${hour}:0:0`;
  };
  return [
    ['Time_Zone', `GMT${signed(offset)}`],
    [
      'Daylight_Saving_Time_Rule',
      summer ? `start=${at(summer.start)};end=${at(summer.end)};save=${summer.minutes / 60}` : '',
    ],
    ['Daylight_Saving_Time_Enable', summer ? 'Yes' : 'No'],
  ];
}

function lineParameters(settings: PhoneSettings, choosesTransport: boolean): Parameter[] {
  const { line, transport, username } = settings;
  const parameters: [string, string][] = [
    ['Line_Enable', 'Yes'],
    ['NAT_Mapping_Enable', 'No'],
    ['NAT_Keep_Alive_Enable', 'Yes'],
    ...(choosesTransport ? [['SIP_Transport', transport.toUpperCase()] as [string, string]] : []),
    ['SIP_Port', localPort(line, transport)],
    ['Proxy', settings.domain],
    ['Outbound_Proxy', settings.outboundProxy],
    ['Use_Outbound_Proxy', 'Yes'],
    ['Use_OB_Proxy_In_Dialog', 'Yes'],
    ['Register', 'Yes'],
    ['Register_Expires', String(EXPIRY_SECONDS)],
    ['Make_Call_Without_Reg', 'Yes'],
    ['Ans_Call_Without_Reg', 'Yes'],
    ['Use_DNS_SRV', 'No'],
    ['DNS_SRV_Auto_Prefix', 'No'],
    ['SIP_Remote-Party-ID', 'No'],
    ['Display_Name', shows(settings)],
    ['User_ID', username],
    ...(settings.passwordByHand ? [] : [['Password', settings.password] as [string, string]]),
    ['Use_Auth_ID', 'No'],
    ['Call_Waiting_Serv', 'No'],
    ['CW_Setting', 'No'],
    ['DTMF_Tx_Method', 'AVT'],
    ['Preferred_Codec', 'G711u'],
    ['Dial_Plan', spaDialPlan(settings.dialPlan, settings.dial).plan],
  ];
  return parameters.map(([field, value]) => [`${field}_${line}_`, value]);
}

/** The port it listens on: no two lines may share one. */
function localPort(line: number, transport: Transport): string {
  return String((transport === 'tls' ? 5061 : 5060) + 2 * (line - 1));
}

function flatProfile(parameters: readonly Parameter[]): string {
  const children = parameters.map(([key, value]) => textElement(key, value));
  return xmlDocument({ name: 'flat-profile', children });
}
