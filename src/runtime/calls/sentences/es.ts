/** What callers hear in Spanish. */
import type { Catalogue } from './catalogue';

const inAnEmergency =
  'En una emergencia, cuelgue y marque el número de emergencia. Si eso no funciona, use otro teléfono.';

export const es = {
  inAnEmergency,
  apology: 'Lo sentimos. Su llamada no se puede completar ahora. Intente más tarde.',
  digits: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],

  reasons: {
    'to-missing': 'No recibimos el número que marcó. Cuelgue e intente de nuevo.',
    'not-a-number': 'Lo que marcó no es un número de teléfono. Verifíquelo e intente de nuevo.',
    'too-short': 'El número que marcó es demasiado corto. Verifíquelo e intente de nuevo.',
    'too-long': 'El número que marcó es demasiado largo. Verifíquelo e intente de nuevo.',
    'area-code-needed': 'Marque el código de área antes del número.',
    'no-such-number': 'Ese número no existe. Verifíquelo e intente de nuevo.',
    'service-code-unknown': 'Ese código de servicio no funciona desde este teléfono.',
    'feature-code-unknown': 'Los códigos con asterisco no funcionan desde este teléfono.',

    'emergency-not-allowed':
      'Este teléfono no puede hacer llamadas de emergencia. Use otro teléfono.',
    // From outside: `{number}` is the country's own.
    'emergency-outside': 'Cuelgue y marque el {number}.',
    'emergency-caller-unknown':
      'No podemos hacer una llamada de emergencia desde este teléfono. Use otro teléfono.',
    'emergency-failed':
      'La llamada de emergencia no se conectó. Cuelgue y marque de nuevo, o use otro teléfono.',

    'from-missing': 'No pudimos saber qué teléfono está llamando. Use otro teléfono.',
    'caller-unknown': 'Este teléfono no está configurado para hacer llamadas.',
    'caller-mismatch': 'Este teléfono no está configurado correctamente para hacer llamadas.',
    'caller-elsewhere': 'Este teléfono no está configurado para hacer llamadas aquí.',
    'lookup-failed': `No podemos saber ahora si este teléfono puede hacer llamadas. Intente más tarde. ${inAnEmergency}`,
    'directory-unreadable': `No se pueden hacer llamadas ahora. Intente más tarde. ${inAnEmergency}`,

    'no-menu': 'No hay un menú en este teléfono.',
    'no-operator': 'No hay operador en este teléfono.',
    'no-dial-tone': 'Aquí no se puede marcar ningún número.',
    'caller-gone': 'Llegó tarde: la persona que llamaba ya no espera. Gracias.',
    'hand-off-not-allowed': 'Ese servicio no está disponible.',
    blocked: 'No se permiten llamadas a ese número.',
    premium: 'No se permiten llamadas a números de tarifa especial desde este teléfono.',
    'non-geographic': 'No se permiten llamadas a ese tipo de número desde este teléfono.',
    'destination-not-allowed': 'No se permiten llamadas a ese país desde este teléfono.',
    'new-area-code': 'Desde este teléfono todavía no se puede llamar a ese código de área.',
    'area-not-allowed': 'No se permiten llamadas a esa zona desde este teléfono.',
    'outside-hours': 'Este teléfono no puede hacer esa llamada a esta hora.',
    unavailable: 'El teléfono al que llamó no está disponible.',

    'number-not-in-service': 'El número al que llamó no está en servicio.',
    'caller-blocked': 'No se aceptan llamadas desde este número.',

    busy: 'La línea está ocupada. Intente más tarde.',
    'no-answer': 'Nadie contestó.',
    'not-registered': 'El teléfono al que llamó no está conectado en este momento.',
    'number-refused': 'No se puede llamar a ese número. Verifíquelo e intente de nuevo.',
    'call-failed': 'No se pudo completar su llamada. Intente más tarde.',
  },

  notices: {
    closed: 'El número al que llamó no contesta a esta hora. Llame más tarde.',
  },

  menus: {
    dialing: (number) => `Llamando al ${number}. Para cancelar, cuelgue.`,
    pressLast: (number, last) => `Para llamar al ${number}, oprima el ${last}.`,
    pressLastOrWait: (number, last) =>
      `Para llamar al ${number}, oprima el ${last} o espere. Para cancelar, cuelgue.`,
  },

  operator: {
    pleaseHold: 'Espere mientras llamamos a un operador.',
    leaveMessage:
      'Nadie puede atender su llamada en este momento. Deje un mensaje después del tono y cuelgue cuando termine.',
    thanks: 'Gracias. Su mensaje quedó grabado. Adiós.',
    nothingRecorded: 'No pudimos oírle, así que no quedó ningún mensaje. Adiós.',
    callFromOutside: 'Una llamada para el operador, desde afuera.',
    takeOrDecline: 'Para tomarla, oprima 1. Si no puede, oprima 2.',
    notYou: 'Gracias. Seguimos llamando a los demás.',
    callFrom: (phone) => `Una llamada para el operador, desde ${phone}.`,
    callerChose: { en: 'Quien llama eligió inglés.', es: 'Quien llama eligió español.' },
  },
} satisfies Catalogue;
