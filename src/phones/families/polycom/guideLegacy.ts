/** Polycom SoundPoint IP 501 and SoundStation IP 4000. (Polycom SIP 3.1 guide; Quick Tip 18298) */
import { EXPIRY_SECONDS } from '../family';
import type { PhoneSettings } from '../../phone';
import { type Guide, light, say, unproven } from '../../sheet/guide';
import { browserTo, MAC_AS_PASSWORD, POWER } from '../../sheet/guides/common';
import { polycomPages } from './guidePages';

export function polycomLegacyGuide(settings: PhoneSettings): Guide {
  const conference = settings.model.id === 'polycom-soundstation-4000';
  const keys = conference ? '6 8 *' : '4 6 8 *';
  return {
    plug: conference
      ? [
          unproven(
            'Network and power go through the one cable and its power box.',
            'La red y la corriente llegan por el mismo cable y su caja de alimentación.',
          ),
        ]
      : [
          unproven(
            'Network cable into the socket `LAN`, not `PC`. Handset into its own socket.',
            'Cable de red al conector `LAN`, no a `PC`. El auricular a su conector.',
          ),
          POWER,
        ],
    reach: [
      say(
        'Pull the power and plug it in again; press `Setup` while it counts down. Password `456`.',
        'Desconecte la corriente y vuelva a conectar; oprima `Setup` durante la cuenta atrás. Contraseña `456`.',
      ),
      browserTo('http://<address>', {
        en: 'User `Polycom`, password `456`: shows these values, but not all can be typed there.',
        es: 'Usuario `Polycom`, contraseña `456`: muestra estos valores, pero no todos se pueden escribir ahí.',
      }),
    ],
    fetch: {
      en: 'in `Setup` → `Server Menu`: `Server Type` HTTP, `Server Address`',
      es: 'en `Setup` → `Server Menu`: `Server Type` HTTP, `Server Address`',
    },
    pages: polycomPages(settings, { expires: EXPIRY_SECONDS, admin: false }),
    fromFileOnly: true,
    noHandset: conference,
    lights: conference
      ? [
          light(
            { en: 'Lights around it', es: 'Luces alrededor' },
            unproven(
              'Green: in a call. Red: microphones off. Blinking green: ringing.',
              'Verde: en llamada. Rojo: micrófonos apagados. Verde que parpadea: suena.',
            ),
          ),
        ]
      : [
          light(
            { en: 'Line key', es: 'Tecla de línea' },
            unproven(
              'Green: in a call. Fast green: ringing. Blinking red: on hold.',
              'Verde: en llamada. Verde rápido: suena. Rojo que parpadea: en espera.',
            ),
          ),
          light(
            { en: 'Picture beside the line', es: 'Dibujo junto a la línea' },
            unproven(
              'Filled: registered. Outline: not registered.',
              'Lleno: registrada. Contorno: sin registrar.',
            ),
          ),
        ],
    reset: [
      unproven(
        `Pull the power and plug it in again. While it counts down (if it says \`Loading\`, \`Cancel\`), hold \`${keys}\` together.`,
        `Desconecte la corriente y vuelva a conectar. Durante la cuenta atrás (si dice \`Loading\`, \`Cancel\`), mantenga \`${keys}\` a la vez.`,
      ),
      MAC_AS_PASSWORD,
      unproven(
        'Whether small or capital letters: try small ones first.',
        'Si en minúsculas o mayúsculas: pruebe primero en minúsculas.',
      ),
    ],
  };
}
