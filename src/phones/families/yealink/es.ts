/** What a sheet says of a Yealink, in Spanish. */
import type { YealinkWords } from './en';

export const es: YealinkWords = {
  plug: 'Cable de red al conector `Internet`, no a `PC`. El auricular a su propio conector.',
  showsAddress: 'Oprima `OK` sin llamada en curso: la pantalla muestra su dirección.',
  login: 'Usuario `admin`, contraseña `admin` si es nuevo.',
  fetch: 'en `Settings` → `Auto Provision`: `Server URL`, luego `Auto Provision Now`',
  powerLamp: 'Luz de encendido',
  powerLampMeans:
    'Roja: arrancando. Parpadea rápido: suena. Parpadea despacio: un mensaje. Apagada: en reposo.',
  lineKey: 'Tecla de línea',
  lineKeyMeans: 'Verde: en llamada. Verde rápido: suena. Verde lento: en espera.',
  reset:
    'Sin llamada en curso mantenga oprimido `OK` unos 10 segundos y confirme. Se reinicia como nuevo.',
};
