/** Grandstream adapters. (HT801/HT802 and HT812/HT814 Administration Guides) */
import { HOTLINE } from '../../dialplan/entry';
import type { PhoneSettings } from '../../phone';
import { byKeys, type Guide, light, type Page, say, unproven, type Value } from '../../sheet/guide';
import type { SheetCatalogue, SheetLanguage } from '../../sheet/language';
import {
  accountPassword,
  adminPassword,
  browserTo,
  choice,
  dialPlanValue,
  encryption,
  hotlineValue,
  liftAndPress,
  LONGEST_TO_TYPE,
  wordsIn,
} from '../guides';
import { EXPIRY_SECONDS, REREGISTER_BEFORE_SECONDS } from '../shared';
import { grandstreamDialPlan } from './dialPlan';
import { ROTARY_KEY_TIMEOUT_SECONDS } from './file';
import { macOnKeys } from './macOnKeys';
import { GRANDSTREAM_WORDS } from './words';

export function grandstreamHtGuide(settings: PhoneSettings, language: SheetLanguage): Guide {
  const { own, sheet } = wordsIn(GRANDSTREAM_WORDS, language);
  const { model, line, mac, dial } = settings;
  const { ht, login } = own;
  const old = model.id === 'grandstream-ht701';
  const router = model.id === 'grandstream-ht812';
  const sure = old ? unproven : say;
  return {
    plug: [
      router ? unproven(ht.wanSocket) : say(sheet.devices.cableIntoIt),
      say(sheet.devices.telephoneInto(model.lines > 1 ? `PHONE ${line}` : 'PHONE')),
      say(sheet.devices.ownPowerLast),
    ],
    openSettings: [
      liftAndPress(settings, sheet, ht.voiceMenu),
      browserTo(sheet, 'http://<address>', login),
    ],
    pages: pages(settings, sheet),
    lights: [
      light(ht.power, unproven(ht.powerMeans)),
      light(ht.network, unproven(ht.networkMeans)),
      light(ht.phone, unproven(ht.phoneMeans)),
    ],
    reset: [
      unproven(ht.reset),
      // A hotline dials before a key can be pressed.
      ...(dial === 'hotline' ? [] : [byKeys(sure(ht.resetByKeys(macOnKeys(mac))))]),
    ],
  };
}

function pages(settings: PhoneSettings, sheet: SheetCatalogue): readonly Page[] {
  const { model, line, domain, outboundProxy, username, transport, dial, rotary } = settings;
  const { yes, no, minutes, seconds } = sheet.values;
  return [
    {
      name: model.lines > 1 ? `FXS PORT${line}` : 'FXS PORT',
      values: [
        choice('Account Active', yes),
        { field: 'Primary SIP Server', value: domain },
        { field: 'Outbound Proxy', value: outboundProxy },
        { field: 'SIP Transport', value: transport.toUpperCase() },
        ...(transport === 'tls' ? [{ field: 'SIP URI Scheme When Using TLS', value: 'sip' }] : []),
        { field: 'NAT Traversal', value: 'Keep-Alive' },
        { field: 'SIP User ID, Authenticate ID', value: username },
        accountPassword(settings, sheet, 'Authenticate Password'),
        choice('SIP Registration, Outgoing Call Without Registration', yes),
        choice(rotary ? 'Unregister On Reboot' : 'Unregister On Reboot, Use # As Dial Key', no),
        choice('Registration Expiration', minutes(EXPIRY_SECONDS / 60)),
        choice('Reregister Before Expiration', seconds(REREGISTER_BEFORE_SECONDS)),
        ...encryption(settings, { field: 'SRTP Mode', value: 'Enabled and forced' }),
        choice('Disable Call-Waiting', yes),
        choice('Enable Call Features', no),
        ...pulseValues(settings, sheet),
        hotlineValue(settings, sheet, 'Offhook Auto-Dial', HOTLINE),
        dialPlanValue(
          sheet,
          'Dial Plan',
          grandstreamDialPlan(settings.dialPlan, dial, LONGEST_TO_TYPE).plan,
        ),
      ],
    },
    { name: 'ADVANCED SETTINGS', values: [adminPassword(settings, sheet, 'Admin Password')] },
  ];
}

/** Of a telephone with a dial. */
function pulseValues(
  { rotary, model }: PhoneSettings,
  { values: { yes, seconds } }: SheetCatalogue,
): readonly Value[] {
  if (!rotary || model.rotary !== 'pulses') return [];
  return [
    { ...choice('Enable Pulse Dialing', yes), unproven: true },
    { ...choice('Enable High Ring Power', yes), unproven: true },
    choice('No Key Entry Timeout', seconds(ROTARY_KEY_TIMEOUT_SECONDS)),
  ];
}
