/** Grandstream desk phones. (GXP16xx, GXP21xx and GRP26xx Administration Guides) */
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
import { EXPIRY_SECONDS } from '../shared';
import { grandstreamDialPlan } from './dialPlan';
import { GRANDSTREAM_WORDS } from './words';

export function grandstreamGxpGuide(settings: PhoneSettings, language: SheetLanguage): Guide {
  const { own, sheet } = wordsIn(GRANDSTREAM_WORDS, language);
  const { gxp, login } = own;
  return {
    plug: [unproven(gxp.plug), say(sheet.devices.powerOrPoe)],
    openSettings: [unproven(gxp.showsAddress), browserTo(sheet, 'http://<address>', login)],
    pages: pages(settings, sheet),
    lights: [
      light(gxp.lineKey, unproven(gxp.lineKeyMeans)),
      light(gxp.lamp, unproven(gxp.lampMeans)),
    ],
    reset: [byKeys(unproven(gxp.reset)), unproven(gxp.resetOnPage)],
  };
}

function pages(settings: PhoneSettings, sheet: SheetCatalogue): readonly Page[] {
  const { line, domain, outboundProxy, username, transport, dial, dialPlan } = settings;
  const { yes, no, minutes } = sheet.values;
  const account = `Accounts → Account ${line}`;
  return [
    {
      name: `${account} → General`,
      unproven: true,
      values: [
        choice('Account Active', yes),
        { field: 'SIP Server', value: domain },
        { field: 'Outbound Proxy', value: outboundProxy },
        { field: 'SIP User ID, Authenticate ID', value: username },
        accountPassword(settings, sheet, 'Authenticate Password'),
      ],
    },
    {
      name: `${account} → Network, SIP`,
      unproven: true,
      values: [
        { field: 'NAT Traversal', value: 'Keep-Alive' },
        choice('SIP Registration', yes),
        choice('Unregister On Reboot', no),
        choice('Register Expiration', minutes(EXPIRY_SECONDS / 60)),
        { field: 'SIP Transport', value: transport.toUpperCase() },
        ...(transport === 'tls' ? [{ field: 'SIP URI Scheme When Using TLS', value: 'sip' }] : []),
      ],
    },
    ...encryptionPage(settings, {
      name: `${account} → Audio`,
      unproven: true,
      values: [{ field: 'SRTP Mode', value: 'Enabled and forced' }],
    }),
    {
      name: `${account} → Call`,
      unproven: true,
      values: [
        dialPlanValue(
          sheet,
          'Dial Plan',
          grandstreamDialPlan(dialPlan, dial, LONGEST_TO_TYPE).plan,
        ),
        choice('Use # As Dial Key', no),
        hotlineValue(settings, sheet, 'Off-hook Auto Dial', HOTLINE),
      ],
    },
    { name: 'Maintenance → Web Access', unproven: true, values: [adminPassword(settings, sheet)] },
  ];
}
