/** The sheet's own words. */
import type { EnvironmentName, Language } from '../../runtime/model/directory';
import type { Text } from './guide';

export const WORDS = {
  plug: { en: 'Plug in', es: 'Conecte' },
  reach: { en: 'Come to its settings', es: 'Llegue a sus ajustes' },
  fetch: { en: 'Quickest: it fetches its file', es: 'Lo más rápido: busca su archivo' },
  fetchOnly: { en: 'It fetches its file', es: 'Busca su archivo' },
  fetchRun: { en: 'The operator runs', es: 'Quien opera el sistema ejecuta' },
  fetchThen: { en: 'and says the address. Type it', es: 'y dice la dirección. Escríbala' },
  fetchGive: { en: 'Give the address', es: 'Dé la dirección' },
  fetchWhile: {
    en: 'It works only while the operator has opened it.',
    es: 'Solo funciona mientras quien opera lo tenga abierto.',
  },
  type: { en: 'Or type these values', es: 'O escriba estos valores' },
  check: { en: 'Values to check', es: 'Valores para verificar' },
  test: { en: 'Try it', es: 'Pruébelo' },
  lights: { en: 'What it shows', es: 'Qué indica' },
  reset: { en: 'Back to factory settings', es: 'Volver a los ajustes de fábrica' },
  network: { en: 'Through a firewall', es: 'A través de un firewall' },
  label: { en: 'Cut out and stick on the phone', es: 'Recorte y pegue en el teléfono' },
  labelApp: { en: 'Tell whoever uses it', es: 'Dígalo a quien lo use' },
  model: { en: 'Model', es: 'Modelo' },
  mac: { en: 'MAC', es: 'MAC' },
  line: { en: 'Line', es: 'Línea' },
  number: { en: 'Number', es: 'Número' },
  extension: { en: 'Extension', es: 'Extensión' },
  short: { en: 'Short name', es: 'Nombre corto' },
  environment: { en: 'Environment', es: 'Entorno' },
  secret: {
    en: 'This sheet holds passwords. Keep it like a key; destroy it when the phone works.',
    es: 'Esta hoja tiene contraseñas. Guárdela como una llave; destrúyala cuando el teléfono funcione.',
  },
  unproven: {
    en: 'not proven: if it is otherwise, tell the operator.',
    es: 'sin comprobar: si es distinto, avise a quien opera el sistema.',
  },
  qr: { en: 'Address of its settings', es: 'Dirección de su configuración' },
} as const satisfies Record<string, Text>;

/** What the operator types for a phone to fetch its file. */
export function provisionCommand(
  arm: string,
  environment: EnvironmentName,
  stockFiles: readonly string[] = [],
): Text {
  const run = `npm run -s dialtone -- provision --environment ${environment}`;
  const command = (computer: string, folder: string, and: string) =>
    [
      `${run} --bind <${computer}> --arm ${arm}`,
      ...(stockFiles.length > 0 ? [`--files <${folder} ${stockFiles.join(` ${and} `)}>`] : []),
    ].join(' ');
  return {
    en: command('address of this computer', 'folder with', 'and'),
    es: command('dirección de esta computadora', 'carpeta con', 'y'),
  };
}

export function neverDial(number: string): Text {
  return {
    en: `Never dial ${number} to test.`,
    es: `Nunca marque ${number} para probar.`,
  };
}

export function title(name: string): Text {
  return { en: `Set up ${name}`, es: `Configurar ${name}` };
}

export function pick(text: string | Text, language: Language): string {
  return typeof text === 'string' ? text : text[language];
}
