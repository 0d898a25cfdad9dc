/** Grandstream desk phones. (GXP16xx, GXP21xx and GRP26xx Administration Guides) */
import { HOTLINE } from '../../dialplan/entry';
import { grandstreamDialPlan } from './dialPlan';
import { EXPIRY_SECONDS } from '../family';
import type { PhoneSettings } from '../../phone';
import { EMPTY, type Guide, light, NO, type Page, unproven, YES } from '../../sheet/guide';
import {
  adminPassword,
  browserTo,
  dialPlanValue,
  encryptionPage,
  LONGEST_TO_TYPE,
  POWER_OR_POE,
} from '../../sheet/guides/common';

export function grandstreamGxpGuide(settings: PhoneSettings): Guide {
  return {
    plug: [
      unproven(
        'Network cable into the socket `LAN`, not `PC`. Handset into the socket with the handset.',
        'Cable de red al conector `LAN`, no a `PC`. El auricular a su conector.',
      ),
      POWER_OR_POE,
    ],
    reach: [
      unproven(
        'Its menu shows its address: `Status` → `Network Status`.',
        'Su menú muestra su dirección: `Status` → `Network Status`.',
      ),
      browserTo('http://<address>', {
        en: 'User `admin`, password `admin`, or the one on its label.',
        es: 'Usuario `admin`, contraseña `admin` o la de su etiqueta.',
      }),
    ],
    fetch: {
      en: 'on `Maintenance` → `Upgrade`: `Upgrade Via` HTTP, `Config Server Path`',
      es: 'en `Maintenance` → `Upgrade`: `Upgrade Via` HTTP, `Config Server Path`',
    },
    pages: pages(settings),
    lights: [
      light(
        { en: 'Line key, or icon of the account', es: 'Tecla de línea o icono de la cuenta' },
        unproven(
          'Green: registered or in a call. Grey or crossed out: not registered.',
          'Verde: registrada o en llamada. Gris o tachada: sin registrar.',
        ),
      ),
      light(
        { en: 'Lamp in the corner', es: 'Luz de la esquina' },
        unproven('Blinks: a call, or a message.', 'Parpadea: una llamada o un mensaje.'),
      ),
    ],
    reset: [
      unproven(
        'In its menu: `System` → `Operations` → `Factory Reset`; on a GXP16xx `Config` → `Factory Reset`.',
        'En su menú: `System` → `Operations` → `Factory Reset`; en un GXP16xx `Config` → `Factory Reset`.',
      ),
      unproven(
        'Or on its web page: `Maintenance` → `Upgrade` → `Factory Reset`. It needs the admin password.',
        'O en su página web: `Maintenance` → `Upgrade` → `Factory Reset`. Pide la contraseña de administrador.',
      ),
    ],
  };
}

function pages(settings: PhoneSettings): readonly Page[] {
  const { line, domain, outboundProxy, username, password, transport, dial, dialPlan } = settings;
  const account = `Accounts → Account ${line}`;
  return [
    {
      name: `${account} → General`,
      unproven: true,
      values: [
        { field: 'Account Active', value: YES },
        { field: 'SIP Server', value: domain },
        { field: 'Outbound Proxy', value: outboundProxy },
        { field: 'SIP User ID, Authenticate ID', value: username },
        { field: 'Authenticate Password', value: password, secret: true },
      ],
    },
    {
      name: `${account} → Network, SIP`,
      unproven: true,
      values: [
        { field: 'NAT Traversal', value: 'Keep-Alive' },
        { field: 'SIP Registration', value: YES },
        { field: 'Unregister On Reboot', value: NO },
        {
          field: 'Register Expiration',
          value: { en: `${EXPIRY_SECONDS / 60} minutes`, es: `${EXPIRY_SECONDS / 60} minutos` },
        },
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
        dialPlanValue('Dial Plan', grandstreamDialPlan(dialPlan, dial, LONGEST_TO_TYPE).plan),
        { field: 'Use # As Dial Key', value: NO },
        { field: 'Off-hook Auto Dial', value: dial === 'hotline' ? HOTLINE : EMPTY },
      ],
    },
    { name: 'Maintenance → Web Access', unproven: true, values: [adminPassword(settings)] },
  ];
}
