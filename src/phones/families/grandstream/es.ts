/** What a sheet says of a Grandstream, in Spanish. */
import type { GrandstreamWords } from './en';

export const es: GrandstreamWords = {
  login: 'Usuario `admin`, contraseña `admin` o la de su etiqueta.',
  ht: {
    wanSocket: 'Cable de red del router al conector `WAN`.',
    voiceMenu: '`***`: habla una voz. Luego `02`: dice su dirección.',
    fetch: 'en `ADVANCED SETTINGS`: `Upgrade Via` HTTP, `Config Server Path`',
    power: 'Alimentación',
    powerMeans: 'Fija: listo.',
    network: 'Red',
    networkMeans: 'Encendida: hay red.',
    phone: 'Teléfono',
    phoneMeans: 'Fija: registrado. Apagada: sin registrar. Parpadea cada segundo: en uso.',
    reset:
      'Desconecte el cable de red. Presione con un alfiler el botón del agujerito durante 7 segundos.',
    resetByKeys: (mac) =>
      `O con el teclado: \`***\` \`99\`, luego su dirección MAC como \`${mac}\`; espere 15 segundos.`,
  },
  gxp: {
    plug: 'Cable de red al conector `LAN`, no a `PC`. El auricular al conector que tiene su dibujo.',
    showsAddress: 'Su menú muestra su dirección: `Status` → `Network Status`.',
    fetch: 'en `Maintenance` → `Upgrade`: `Upgrade Via` HTTP, `Config Server Path`',
    lineKey: 'Tecla de línea o icono de la cuenta',
    lineKeyMeans: 'Verde: registrada o en llamada. Gris o tachada: sin registrar.',
    lamp: 'Luz de la esquina',
    lampMeans: 'Parpadea: una llamada o un mensaje.',
    reset:
      'En su menú: `System` → `Operations` → `Factory Reset`; en un GXP16xx `Config` → `Factory Reset`.',
    resetOnPage:
      'O en su página web: `Maintenance` → `Upgrade` → `Factory Reset`. Pide la contraseña de administrador.',
  },
};
