/** Yealink desk phones. (Yealink T3/T4 user and administrator guides) */
import { HOTLINE } from '../../dialplan/entry';
import type { PhoneSettings } from '../../phone';
import { byKeys, type Guide, light, type Page, say, unproven } from '../../sheet/guide';
import type { SheetCatalogue, SheetLanguage } from '../../sheet/language';
import {
  accountPassword,
  adminPassword,
  browserTo,
  choice,
  dialPlanValue,
  encryptionPage,
  hotlineValue,
  LONGEST_TO_TYPE,
  wordsIn,
} from '../guides';
import { EXPIRY_SECONDS, SIP_PORTS } from '../shared';
import { yealinkDialPlan } from './dialPlan';
import { en, type YealinkWords } from './en';
import { es } from './es';

export const YEALINK_WORDS: Readonly<Record<SheetLanguage, YealinkWords>> = { en, es };

export function yealinkGuide(settings: PhoneSettings, language: SheetLanguage): Guide {
  const { own, sheet } = wordsIn(YEALINK_WORDS, language);
  return {
    plug: [unproven(own.plug), say(sheet.devices.powerOrPoe)],
    openSettings: [unproven(own.showsAddress), browserTo(sheet, 'http://<address>', own.login)],
    pages: pages(settings, sheet),
    lights: [
      light(own.powerLamp, unproven(own.powerLampMeans)),
      light(own.lineKey, say(own.lineKeyMeans)),
    ],
    reset: [byKeys(unproven(own.reset)), byKeys(unproven(sheet.devices.otherFirmware))],
  };
}

function pages(settings: PhoneSettings, sheet: SheetCatalogue): readonly Page[] {
  const { line, domain, outboundProxy, username, transport, dial, dialPlan } = settings;
  const port = SIP_PORTS[transport];
  return [
    {
      name: `Account → Register → Account ${line}`,
      unproven: true,
      values: [
        { field: 'Line Active', value: 'Enabled' },
        { field: 'Register Name, User Name', value: username },
        accountPassword(settings, sheet, 'Password'),
        { field: 'SIP Server 1: Server Host', value: domain },
        { field: 'SIP Server 1: Port, Transport', value: `${port}, ${transport.toUpperCase()}` },
        { field: 'SIP Server 1: Server Expires', value: String(EXPIRY_SECONDS) },
        choice('Enable Outbound Proxy Server', sheet.values.yes),
        { field: 'Outbound Proxy Server 1, Port', value: `${outboundProxy}, ${port}` },
      ],
    },
    ...encryptionPage(settings, {
      name: 'Account → Advanced',
      unproven: true,
      values: [{ field: 'RTP Encryption (SRTP)', value: 'Compulsory' }],
    }),
    {
      name: 'Features, Settings',
      unproven: true,
      values: [
        { field: 'Key As Send', value: 'Disabled' },
        hotlineValue(settings, sheet, 'Hotline Number', HOTLINE),
        dialPlanValue(sheet, 'Digit Map', yealinkDialPlan(dialPlan, dial, LONGEST_TO_TYPE).string),
      ],
    },
    { name: 'Security → Password', unproven: true, values: [adminPassword(settings, sheet)] },
  ];
}
