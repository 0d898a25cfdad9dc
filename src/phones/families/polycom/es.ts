/** What a sheet says of a Polycom, in Spanish. */
import type { PolycomWords } from './en';

export const es: PolycomWords = {
  operator: 'Operadora',
  plug: 'Cable de red al conector `LAN`, no a `PC`. El auricular a su propio conector.',
  lineKey: 'Tecla de línea',
  lineKeyMeans: 'Verde: en llamada. Verde rápido: suena. Rojo que parpadea: en espera.',
  picture: 'Dibujo junto a la línea',
  pictureMeans: 'Lleno: registrada. Contorno: sin registrar.',
  fromFileOnly: 'Solo en su archivo',
  digitMapIs: 'lo que puede marcar',
  encryption: 'Cifrado de llamadas (SRTP)',
  on: 'activado',
  legacy: {
    plugConference: 'La red y la corriente llegan por el mismo cable y su caja de alimentación.',
    setup:
      'Desconecte la corriente y vuelva a conectarla; oprima `Setup` durante la cuenta regresiva. Contraseña `456`.',
    login:
      'Usuario `Polycom`, contraseña `456`: muestra estos valores, pero no todos se pueden escribir ahí.',
    fetch: 'en `Setup` → `Server Menu`: `Server Type` HTTP, `Server Address`',
    lightsAround: 'Luces alrededor',
    lightsAroundMean: 'Verde: en llamada. Rojo: micrófonos apagados. Verde que parpadea: suena.',
    reset: (keys) =>
      `Desconecte la corriente y vuelva a conectarla. Durante la cuenta regresiva (si dice \`Loading\`, \`Cancel\`), mantenga oprimidas \`${keys}\` a la vez.`,
    letters: 'No se sabe si en minúsculas o en mayúsculas: pruebe primero en minúsculas.',
  },
  uc: {
    menu: 'Su menú: `Settings` → `Advanced`, contraseña `456` o la que se fijó en el primer arranque.',
    showsAddress: 'Su dirección: `Settings` → `Status` → `Network`.',
    login:
      'Como `Admin`, con la misma contraseña. Puede que antes haya que permitir la página en el teléfono.',
    fetch:
      'en `Settings` → `Advanced` → `Provisioning Server`: `Server Type` HTTP, `Server Address`',
    lamp: 'Luz de arriba',
    lampMeans: 'Parpadea en rojo: un mensaje, o arrancando.',
    reset:
      'Con la contraseña: `Settings` → `Advanced` → `Administration Settings` → `Reset to Defaults` → `Reset to Factory`.',
    resetWithout:
      'Sin ella: desconecte la corriente, vuelva a conectarla, `Cancel` al arrancar, mantenga oprimidas `1 3 5` a la vez.',
  },
};
