/** Poly VVX phones with UC software. (VVX user guide 6.0; Quick Tip 18298) */
import { EXPIRY_SECONDS } from '../family';
import type { PhoneSettings } from '../../phone';
import { type Guide, light, say, unproven } from '../../sheet/guide';
import { browserTo, MAC_AS_PASSWORD, POWER_OR_POE } from '../../sheet/guides/common';
import { polycomPages } from './guidePages';

export function polycomUcGuide(settings: PhoneSettings): Guide {
  return {
    plug: [
      unproven(
        'Network cable into the socket `LAN`, not `PC`. Handset into its own socket.',
        'Cable de red al conector `LAN`, no a `PC`. El auricular a su conector.',
      ),
      POWER_OR_POE,
    ],
    reach: [
      say(
        'Its menu: `Settings` → `Advanced`, password `456` or the one set at its first start.',
        'Su menú: `Settings` → `Advanced`, contraseña `456` o la del primer arranque.',
      ),
      unproven(
        'Its address: `Settings` → `Status` → `Network`.',
        'Su dirección: `Settings` → `Status` → `Network`.',
      ),
      browserTo(
        'https://<address>',
        {
          en: 'As `Admin`, the same password. The page may have to be allowed on the phone first.',
          es: 'Como `Admin`, la misma contraseña. Puede que antes haya que permitir la página en el teléfono.',
        },
        unproven,
      ),
    ],
    fetch: {
      en: 'in `Settings` → `Advanced` → `Provisioning Server`: `Server Type` HTTP, `Server Address`',
      es: 'en `Settings` → `Advanced` → `Provisioning Server`: `Server Type` HTTP, `Server Address`',
    },
    pages: polycomPages(settings, { expires: EXPIRY_SECONDS, admin: true }),
    lights: [
      light(
        { en: 'Picture beside the line', es: 'Dibujo junto a la línea' },
        unproven(
          'Filled: registered. Outline: not registered.',
          'Lleno: registrada. Contorno: sin registrar.',
        ),
      ),
      light(
        { en: 'Line key', es: 'Tecla de línea' },
        unproven(
          'Green: in a call. Fast green: ringing. Blinking red: on hold.',
          'Verde: en llamada. Verde rápido: suena. Rojo que parpadea: en espera.',
        ),
      ),
      light(
        { en: 'Lamp at the top', es: 'Luz de arriba' },
        unproven(
          'Blinks red: a message, or starting.',
          'Parpadea en rojo: un mensaje, o arrancando.',
        ),
      ),
    ],
    reset: [
      say(
        'With the password: `Settings` → `Advanced` → `Administration Settings` → `Reset to Defaults` → `Reset to Factory`.',
        'Con la contraseña: `Settings` → `Advanced` → `Administration Settings` → `Reset to Defaults` → `Reset to Factory`.',
      ),
      unproven(
        'Without: pull the power, plug it in, `Cancel` when it starts, hold `1 3 5` together.',
        'Sin ella: desconecte la corriente, vuelva a conectar, `Cancel` al arrancar, mantenga `1 3 5` a la vez.',
      ),
      MAC_AS_PASSWORD,
    ],
  };
}
