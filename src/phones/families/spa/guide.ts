/** Linksys PAP2 and PAP2T, Cisco SPA2102. (Linksys ATA Administrator Guide) */
import type { PhoneSettings } from '../../phone';
import { byKeys, type Guide, light, type Page, say, unproven } from '../../sheet/guide';
import type { SheetCatalogue, SheetLanguage } from '../../sheet/language';
import {
  accountPassword,
  adminPassword,
  browserTo,
  choice,
  dialPlanValue,
  liftAndPress,
  wordsIn,
} from '../guides';
import { EXPIRY_SECONDS } from '../shared';
import { spaDialPlan } from './dialPlan';
import { en, type SpaWords } from './en';
import { es } from './es';

export const SPA_WORDS: Readonly<Record<SheetLanguage, SpaWords>> = { en, es };

export function spaGuide(settings: PhoneSettings, language: SheetLanguage): Guide {
  const { own, sheet } = wordsIn(SPA_WORDS, language);
  const { devices } = sheet;
  const router = settings.model.id === 'cisco-spa2102';
  return {
    plug: [
      router ? unproven(own.internetSocket) : say(devices.cableIntoIt),
      say(devices.telephoneInto(`PHONE ${settings.line}`)),
      say(devices.ownPowerLast),
    ],
    openSettings: [
      liftAndPress(settings, sheet, own.voiceMenu),
      ...(router && !settings.rotary ? [unproven(own.openPage)] : []),
      browserTo(sheet, 'http://<address>/admin/advanced', own.login, unproven),
    ],
    pages: pages(settings, sheet),
    lights: [
      light('`Power`', unproven(own.powerLight)),
      light(router ? '`Internet`' : '`Ethernet`', unproven(own.networkLight)),
      light(`\`Phone ${settings.line}\``, unproven(own.phoneLight)),
    ],
    reset: [
      ...(settings.dial === 'hotline' ? [byKeys(unproven(own.resetHotline))] : []),
      byKeys(unproven(own.reset)),
      byKeys(unproven(own.resetPassword)),
    ],
  };
}

function pages(settings: PhoneSettings, sheet: SheetCatalogue): readonly Page[] {
  const { line, model, domain, outboundProxy, username, transport } = settings;
  const { yes, no } = sheet.values;
  return [
    {
      name: `Voice → Line ${line}`,
      values: [
        ...(model.transports.length > 1
          ? [{ field: 'SIP Transport', value: transport.toUpperCase() }]
          : []),
        { field: 'Proxy', value: domain },
        { field: 'Outbound Proxy', value: outboundProxy },
        choice('Use Outbound Proxy, Use OB Proxy In Dialog, Register', yes),
        { field: 'Register Expires', value: String(EXPIRY_SECONDS) },
        choice('Make Call / Ans Call Without Reg', yes),
        choice('NAT Mapping Enable', no),
        choice('NAT Keep Alive Enable', yes),
        { field: 'Display Name, User ID', value: username },
        accountPassword(settings, sheet, 'Password'),
        choice('Call Waiting Serv', no),
        dialPlanValue(sheet, 'Dial Plan', spaDialPlan(settings.dialPlan, settings.dial).plan),
      ],
    },
    { name: 'Voice → System', values: [adminPassword(settings, sheet, 'Admin Passwd')] },
  ];
}
