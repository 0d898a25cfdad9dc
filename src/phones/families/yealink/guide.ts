/** Yealink desk phones. (Yealink T3/T4 user and administrator guides) */
import { HOTLINE } from '../../dialplan/entry';
import { yealinkDialPlan } from './dialPlan';
import { EXPIRY_SECONDS, SIP_PORTS } from '../family';
import type { PhoneSettings } from '../../phone';
import { EMPTY, type Guide, light, type Page, say, unproven, YES } from '../../sheet/guide';
import {
  adminPassword,
  browserTo,
  dialPlanValue,
  LONGEST_TO_TYPE,
  encryptionPage,
  MAYBE_OTHER_FIRMWARE,
  POWER_OR_POE,
} from '../../sheet/guides/common';

export function yealinkGuide(settings: PhoneSettings): Guide {
  return {
    plug: [
      unproven(
        'Network cable into the socket `Internet`, not `PC`. Handset into its own socket.',
        'Cable de red al conector `Internet`, no a `PC`. El auricular a su conector.',
      ),
      POWER_OR_POE,
    ],
    reach: [
      unproven(
        'Press `OK` when nobody is calling: the display shows its address.',
        'Oprima `OK` sin llamada en curso: la pantalla muestra su dirección.',
      ),
      browserTo('http://<address>', {
        en: 'User `admin`, password `admin` when new.',
        es: 'Usuario `admin`, contraseña `admin` si es nuevo.',
      }),
    ],
    fetch: {
      en: 'on `Settings` → `Auto Provision`: `Server URL`, then `Auto Provision Now`',
      es: 'en `Settings` → `Auto Provision`: `Server URL`, luego `Auto Provision Now`',
    },
    pages: pages(settings),
    lights: [
      light(
        { en: 'Power lamp', es: 'Luz de encendido' },
        unproven(
          'Red: starting. Blinks fast: ringing. Blinks slowly: a message. Off: at rest.',
          'Roja: arrancando. Parpadea rápido: suena. Parpadea lento: un mensaje. Apagada: en reposo.',
        ),
      ),
      light(
        { en: 'Line key', es: 'Tecla de línea' },
        say(
          'Green: in a call. Fast green: ringing. Slow green: on hold.',
          'Verde: en llamada. Verde rápido: suena. Verde lento: en espera.',
        ),
      ),
    ],
    reset: [
      unproven(
        'When nobody is calling hold `OK` for about 10 seconds, then confirm. It starts again, as new.',
        'Sin llamada en curso mantenga `OK` unos 10 segundos y confirme. Arranca de nuevo, como nuevo.',
      ),
      MAYBE_OTHER_FIRMWARE,
    ],
  };
}

function pages(settings: PhoneSettings): readonly Page[] {
  const { line, domain, outboundProxy, username, password, transport, dial, dialPlan } = settings;
  const port = SIP_PORTS[transport];
  return [
    {
      name: `Account → Register → Account ${line}`,
      unproven: true,
      values: [
        { field: 'Line Active', value: 'Enabled' },
        { field: 'Register Name, User Name', value: username },
        { field: 'Password', value: password, secret: true },
        { field: 'SIP Server 1: Server Host', value: domain },
        { field: 'SIP Server 1: Port, Transport', value: `${port}, ${transport.toUpperCase()}` },
        { field: 'SIP Server 1: Server Expires', value: String(EXPIRY_SECONDS) },
        { field: 'Enable Outbound Proxy Server', value: YES },
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
        { field: 'Hotline Number', value: dial === 'hotline' ? HOTLINE : EMPTY },
        dialPlanValue('Digit Map', yealinkDialPlan(dialPlan, dial, LONGEST_TO_TYPE).string),
      ],
    },
    { name: 'Security → Password', unproven: true, values: [adminPassword(settings)] },
  ];
}
