/**
 * Every way a call can be refused or fail: one code, how the caller learns of
 * it, and one sentence per language. The code is what logs and metrics count.
 */
import type { Language } from '../model/directory';

export interface ReasonEntry {
  /** `spoken` answers and says why; `rejected` hangs up unanswered, so that nothing is billed. */
  readonly delivery: 'spoken' | 'rejected';
  readonly sentence: Sentence;
}

export type Sentence = Readonly<Record<Language, string>>;

/**
 * Said where our own functions fail. True of a phone that Twilio lets dial 911 past us, of one that our
 * next answer may still connect, of one that cannot call for help at all, and of a caller from outside.
 */
export const IN_AN_EMERGENCY: Sentence = {
  en: 'In an emergency, hang up and dial the emergency number. If that does not work, use another telephone.',
  es: 'En una emergencia, cuelgue y marque el número de emergencia. Si eso no funciona, use otro teléfono.',
};

export const REASONS = {
  // What was dialled.
  'to-missing': spoken(
    'We did not receive the number you dialed. Please hang up and try again.',
    'No recibimos el número que marcó. Cuelgue e intente de nuevo.',
  ),
  'not-a-number': spoken(
    'What you dialed is not a telephone number. Please check it and try again.',
    'Lo que marcó no es un número de teléfono. Verifíquelo e intente de nuevo.',
  ),
  'too-short': spoken(
    'The number you dialed is too short. Please check it and try again.',
    'El número que marcó es demasiado corto. Verifíquelo e intente de nuevo.',
  ),
  'too-long': spoken(
    'The number you dialed is too long. Please check it and try again.',
    'El número que marcó es demasiado largo. Verifíquelo e intente de nuevo.',
  ),
  'area-code-needed': spoken(
    'Please dial the area code before the number.',
    'Marque el código de área antes del número.',
  ),
  'no-such-number': spoken(
    'There is no such number. Please check it and try again.',
    'Ese número no existe. Verifíquelo e intente de nuevo.',
  ),
  'service-code-unknown': spoken(
    'That service code does not work from this telephone.',
    'Ese código de servicio no funciona desde este teléfono.',
  ),
  'feature-code-unknown': spoken(
    'Star codes do not work from this telephone.',
    'Los códigos con asterisco no funcionan desde este teléfono.',
  ),

  // Emergency calls.
  'emergency-not-allowed': spoken(
    'This telephone cannot make emergency calls. Please use another telephone.',
    'Este teléfono no puede hacer llamadas de emergencia. Use otro teléfono.',
  ),
  // From outside: `{number}` is the country's own.
  'emergency-outside': spoken('Hang up and dial {number}.', 'Cuelgue y marque el {number}.'),
  'emergency-caller-unknown': spoken(
    'We cannot place an emergency call from this telephone. Please use another telephone.',
    'No podemos hacer una llamada de emergencia desde este teléfono. Use otro teléfono.',
  ),
  'emergency-failed': spoken(
    'The emergency call did not go through. Hang up and dial again, or use another telephone.',
    'La llamada de emergencia no se conectó. Cuelgue y marque de nuevo, o use otro teléfono.',
  ),

  // Who is calling.
  'from-missing': spoken(
    'We could not tell which telephone is calling. Please use another telephone.',
    'No pudimos saber qué teléfono está llamando. Use otro teléfono.',
  ),
  'caller-unknown': spoken(
    'This telephone is not set up to make calls.',
    'Este teléfono no está configurado para hacer llamadas.',
  ),
  'caller-mismatch': spoken(
    'This telephone is not set up correctly to make calls.',
    'Este teléfono no está configurado correctamente para hacer llamadas.',
  ),
  'caller-elsewhere': spoken(
    'This telephone is not set up to make calls here.',
    'Este teléfono no está configurado para hacer llamadas aquí.',
  ),
  'lookup-failed': spoken(
    `We cannot tell right now whether this telephone may make calls. Please try again later. ${IN_AN_EMERGENCY.en}`,
    `No podemos saber ahora si este teléfono puede hacer llamadas. Intente más tarde. ${IN_AN_EMERGENCY.es}`,
  ),
  'directory-unreadable': spoken(
    `Calls cannot be made right now. Please try again later. ${IN_AN_EMERGENCY.en}`,
    `No se pueden hacer llamadas ahora. Intente más tarde. ${IN_AN_EMERGENCY.es}`,
  ),

  // Where it may go.
  'no-menu': spoken('There is no menu on this telephone.', 'No hay un menú en este teléfono.'),
  'no-operator': spoken(
    'There is no operator on this telephone.',
    'No hay operador en este teléfono.',
  ),
  'no-dial-tone': spoken('No number can be dialed here.', 'Aquí no se puede marcar ningún número.'),
  'caller-gone': spoken(
    'You are too late: the caller is no longer waiting. Thank you.',
    'Llegó tarde: la persona que llamaba ya no espera. Gracias.',
  ),
  'hand-off-not-allowed': spoken(
    'That service is not available.',
    'Ese servicio no está disponible.',
  ),
  blocked: spoken('Calls to that number are not allowed.', 'No se permiten llamadas a ese número.'),
  premium: spoken(
    'Calls to premium rate numbers are not allowed from this telephone.',
    'No se permiten llamadas a números de tarifa especial desde este teléfono.',
  ),
  'non-geographic': spoken(
    'Calls to that kind of number are not allowed from this telephone.',
    'No se permiten llamadas a ese tipo de número desde este teléfono.',
  ),
  'destination-not-allowed': spoken(
    'Calls to that country are not allowed from this telephone.',
    'No se permiten llamadas a ese país desde este teléfono.',
  ),
  'area-not-allowed': spoken(
    'Calls to that area are not allowed from this telephone.',
    'No se permiten llamadas a esa zona desde este teléfono.',
  ),
  'outside-hours': spoken(
    'This telephone cannot make that call at this hour.',
    'Este teléfono no puede hacer esa llamada a esta hora.',
  ),
  unavailable: spoken(
    'The telephone you called is not available.',
    'El teléfono al que llamó no está disponible.',
  ),

  // A call to one of our numbers.
  'number-not-in-service': spoken(
    'The number you called is not in service.',
    'El número al que llamó no está en servicio.',
  ),
  'caller-blocked': rejected(
    'Calls from this number are not accepted.',
    'No se aceptan llamadas desde este número.',
  ),

  // How a dialled call ended.
  busy: spoken(
    'The line is busy. Please try again later.',
    'La línea está ocupada. Intente más tarde.',
  ),
  'no-answer': spoken('Nobody answered.', 'Nadie contestó.'),
  'not-registered': spoken(
    'The telephone you called is not connected right now.',
    'El teléfono al que llamó no está conectado en este momento.',
  ),
  'number-refused': spoken(
    'That number cannot be called. Please check it and try again.',
    'No se puede llamar a ese número. Verifíquelo e intente de nuevo.',
  ),
  'call-failed': spoken(
    'Your call could not be completed. Please try again later.',
    'No se pudo completar su llamada. Intente más tarde.',
  ),
} as const satisfies Record<string, ReasonEntry>;

export type Reason = keyof typeof REASONS;

/** What TwiML assets say beside the reasons. */
export const NOTICES = {
  closed: {
    en: 'The number you called does not answer at this hour. Please call again later.',
    es: 'El número al que llamó no contesta a esta hora. Llame más tarde.',
  },
} as const satisfies Record<string, Sentence>;

export type Notice = keyof typeof NOTICES;

function spoken(en: string, es: string): ReasonEntry {
  return { delivery: 'spoken', sentence: { en, es } };
}

function rejected(en: string, es: string): ReasonEntry {
  return { delivery: 'rejected', sentence: { en, es } };
}
