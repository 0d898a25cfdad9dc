/** Grandstream adapters. (HT801/HT802 and HT812/HT814 Administration Guides) */
import { HOTLINE } from '../../dialplan/entry';
import { grandstreamDialPlan } from './dialPlan';
import { EXPIRY_SECONDS, REREGISTER_BEFORE_SECONDS } from '../family';
import type { PhoneSettings } from '../../phone';
import { EMPTY, type Guide, light, NO, type Page, say, unproven, YES } from '../../sheet/guide';
import {
  adminPassword,
  browserTo,
  dialPlanValue,
  encryption,
  liftAndPress,
  LONGEST_TO_TYPE,
  POWER,
  telephoneInto,
} from '../../sheet/guides/common';
import { macOnKeys } from '../../sheet/guides/macOnKeys';

export function grandstreamHtGuide(settings: PhoneSettings): Guide {
  const { model, line, mac } = settings;
  const old = model.id === 'grandstream-ht701';
  const router = model.id === 'grandstream-ht812';
  return {
    plug: [
      router
        ? unproven(
            'Network cable from the router into the socket `WAN`.',
            'Cable de red del router al conector `WAN`.',
          )
        : say(
            'Network cable from the router into its network socket.',
            'Cable de red del router a su conector de red.',
          ),
      telephoneInto(model.lines > 1 ? `PHONE ${line}` : 'PHONE'),
      POWER,
    ],
    reach: [
      liftAndPress(settings, {
        en: '`***`: a voice. Then `02`: it says its address.',
        es: '`***`: habla una voz. Luego `02`: dice su dirección.',
      }),
      browserTo('http://<address>', {
        en: 'User `admin`, password `admin`, or the one on its label.',
        es: 'Usuario `admin`, contraseña `admin` o la de su etiqueta.',
      }),
    ],
    fetch: {
      en: 'on `ADVANCED SETTINGS`: `Upgrade Via` HTTP, `Config Server Path`',
      es: 'en `ADVANCED SETTINGS`: `Upgrade Via` HTTP, `Config Server Path`',
    },
    pages: pages(settings),
    lights: [
      light({ en: 'Power', es: 'Corriente' }, unproven('Steady: ready.', 'Fija: listo.')),
      light({ en: 'Network', es: 'Red' }, unproven('On: network there.', 'Encendida: hay red.')),
      light(
        { en: 'Phone', es: 'Teléfono' },
        unproven(
          'Steady: registered. Off: not registered. Blinks every second: in use.',
          'Fija: registrado. Apagada: sin registrar. Parpadea cada segundo: en uso.',
        ),
      ),
    ],
    reset: [
      unproven(
        'Pull the network cable out. Press the button in the small hole with a pin for 7 seconds.',
        'Desconecte el cable de red. Presione con un alfiler el botón del agujerito por 7 segundos.',
      ),
      // It dials before a key can be pressed.
      ...(settings.dial === 'hotline'
        ? []
        : [
            (old ? unproven : say)(
              `Or by keys: \`***\` \`99\`, then its MAC address as \`${macOnKeys(mac)}\`; wait 15 seconds.`,
              `O con el teclado: \`***\` \`99\`, luego su dirección MAC como \`${macOnKeys(mac)}\`; espere 15 segundos.`,
            ),
          ]),
    ],
  };
}

function pages(settings: PhoneSettings): readonly Page[] {
  const { model, line, domain, outboundProxy, username, password, transport, dial } = settings;
  return [
    {
      name: model.lines > 1 ? `FXS PORT${line}` : 'FXS PORT',
      values: [
        { field: 'Account Active', value: YES },
        { field: 'Primary SIP Server', value: domain },
        { field: 'Outbound Proxy', value: outboundProxy },
        { field: 'SIP Transport', value: transport.toUpperCase() },
        ...(transport === 'tls' ? [{ field: 'SIP URI Scheme When Using TLS', value: 'sip' }] : []),
        { field: 'NAT Traversal', value: 'Keep-Alive' },
        { field: 'SIP User ID, Authenticate ID', value: username },
        { field: 'Authenticate Password', value: password, secret: true },
        { field: 'SIP Registration, Outgoing Call Without Registration', value: YES },
        { field: 'Unregister On Reboot, Use # As Dial Key', value: NO },
        {
          field: 'Registration Expiration',
          value: { en: `${EXPIRY_SECONDS / 60} minutes`, es: `${EXPIRY_SECONDS / 60} minutos` },
        },
        {
          field: 'Reregister Before Expiration',
          value: {
            en: `${REREGISTER_BEFORE_SECONDS} seconds`,
            es: `${REREGISTER_BEFORE_SECONDS} segundos`,
          },
        },
        ...encryption(settings, 'SRTP Mode', 'Enabled and forced'),
        { field: 'Disable Call-Waiting', value: YES },
        { field: 'Enable Call Features', value: NO },
        { field: 'Offhook Auto-Dial', value: dial === 'hotline' ? HOTLINE : EMPTY },
        dialPlanValue(
          'Dial Plan',
          grandstreamDialPlan(settings.dialPlan, dial, LONGEST_TO_TYPE).plan,
        ),
      ],
    },
    { name: 'ADVANCED SETTINGS', values: [adminPassword(settings, 'Admin Password')] },
  ];
}
