/** Linksys PAP2 and PAP2T, Cisco SPA2102. (Linksys ATA Administrator Guide) */
import { spaDialPlan } from './dialPlan';
import { EXPIRY_SECONDS } from '../family';
import type { PhoneSettings } from '../../phone';
import { type Guide, light, NO, type Page, say, unproven, YES } from '../../sheet/guide';
import {
  adminPassword,
  browserTo,
  dialPlanValue,
  liftAndPress,
  POWER,
  telephoneInto,
} from '../../sheet/guides/common';

export function spaGuide(settings: PhoneSettings): Guide {
  const router = settings.model.id === 'cisco-spa2102';
  return {
    plug: [
      router
        ? unproven(
            'Network cable from the router into the socket `INTERNET` (blue), not `ETHERNET`.',
            'Cable de red del router al conector `INTERNET` (azul), no a `ETHERNET`.',
          )
        : say(
            'Network cable from the router into its network socket.',
            'Cable de red del router a su conector de red.',
          ),
      telephoneInto(`PHONE ${settings.line}`),
      POWER,
    ],
    reach: [
      liftAndPress(settings, {
        en: '`****`: a voice. Then `110#`: it says its address.',
        es: '`****`: habla una voz. Luego `110#`: dice su dirección.',
      }),
      ...(router
        ? [
            unproven(
              'It shows its page on the `INTERNET` side only after `****` `7932#` `1#`.',
              'Del lado `INTERNET` solo muestra su página después de `****` `7932#` `1#`.',
            ),
          ]
        : []),
      browserTo(
        'http://<address>/admin/advanced',
        {
          en: 'User `admin`, no password when new.',
          es: 'Usuario `admin`, sin contraseña si es nuevo.',
        },
        unproven,
      ),
    ],
    fetch: {
      en: 'in a browser, after `http://<address>/admin/resync?`',
      es: 'en un navegador, después de `http://<dirección>/admin/resync?`',
    },
    pages: pages(settings),
    lights: [
      light({ en: '`Power`', es: '`Power`' }, unproven('Steady: ready.', 'Fija: listo.')),
      light(
        {
          en: router ? '`Internet`' : '`Ethernet`',
          es: router ? '`Internet`' : '`Ethernet`',
        },
        unproven(
          'On: network there. Blinks with traffic.',
          'Encendida: hay red. Parpadea con tráfico.',
        ),
      ),
      light(
        { en: `\`Phone ${settings.line}\``, es: `\`Phone ${settings.line}\`` },
        unproven(
          'Steady: registered. Off: not registered. Blinks: handset lifted.',
          'Fija: registrado. Apagada: sin registrar. Parpadea: auricular levantado.',
        ),
      ),
    ],
    reset: [
      ...(settings.dial === 'hotline' ? [NO_HOTLINE] : []),
      unproven(
        'Lift the handset: `****`, then `73738#`, then `1` to confirm. Hang up and wait a minute.',
        'Levante el auricular: `****`, luego `73738#` y `1` para confirmar. Cuelgue y espere un minuto.',
      ),
      unproven(
        'If the voice asks for a password: the admin password of this sheet, when it was set up by it.',
        'Si la voz pide una contraseña: la de administrador de esta hoja, si se configuró con ella.',
      ),
    ],
  };
}

const NO_HOTLINE = unproven(
  'A hotline dials when it is lifted: first type `(*xx)` as `Dial Plan` on its page.',
  'Una línea directa marca al levantarla: antes escriba `(*xx)` como `Dial Plan` en su página.',
);

function pages(settings: PhoneSettings): readonly Page[] {
  const { line, model, domain, outboundProxy, username, password, transport } = settings;
  return [
    {
      name: `Voice → Line ${line}`,
      values: [
        ...(model.transports.length > 1
          ? [{ field: 'SIP Transport', value: transport.toUpperCase() }]
          : []),
        { field: 'Proxy', value: domain },
        { field: 'Outbound Proxy', value: outboundProxy },
        { field: 'Use Outbound Proxy, Use OB Proxy In Dialog, Register', value: YES },
        { field: 'Register Expires', value: String(EXPIRY_SECONDS) },
        { field: 'Make Call / Ans Call Without Reg', value: YES },
        { field: 'NAT Mapping Enable', value: NO },
        { field: 'NAT Keep Alive Enable', value: YES },
        { field: 'Display Name, User ID', value: username },
        { field: 'Password', value: password, secret: true },
        { field: 'Call Waiting Serv', value: NO },
        dialPlanValue('Dial Plan', spaDialPlan(settings.dialPlan, settings.dial).plan),
      ],
    },
    { name: 'Voice → System', values: [adminPassword(settings, 'Admin Passwd')] },
  ];
}
