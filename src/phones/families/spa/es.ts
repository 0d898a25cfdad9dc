/** What a sheet says of an SPA, in Spanish. */
import type { SpaWords } from './en';

export const es: SpaWords = {
  internetSocket: 'Cable de red del router al conector `INTERNET` (azul), no a `ETHERNET`.',
  voiceMenu: '`****`: habla una voz. Luego `110#`: dice su dirección.',
  openPage: 'Del lado `INTERNET` solo muestra su página después de marcar `****` `7932#` `1#`.',
  login: 'Usuario `admin`, sin contraseña si es nuevo.',
  fetch: 'en un navegador, después de `http://<dirección>/admin/resync?`',
  powerLight: 'Fija: listo.',
  networkLight: 'Encendida: hay red. Parpadea con el tráfico.',
  phoneLight: 'Fija: registrado. Apagada: sin registrar. Parpadea: auricular levantado.',
  resetHotline:
    'Una línea directa marca al levantar el auricular: antes escriba `(*xx)` como `Dial Plan` en su página.',
  reset:
    'Levante el auricular: `****`, luego `73738#` y `1` para confirmar. Cuelgue y espere un minuto.',
  resetPassword:
    'Si la voz pide una contraseña: la de administrador de esta hoja, si el teléfono se configuró con ella.',
};
