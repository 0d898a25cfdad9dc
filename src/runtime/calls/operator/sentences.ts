/** What callers and volunteers hear of the operator, beside the reasons. */
import type { Language } from '../../model/directory';
import type { Sentence } from '../reasons';

export const SENTENCES = {
  pleaseHold: {
    en: 'Please hold while we call an operator.',
    es: 'Espere mientras llamamos a un operador.',
  },
  leaveMessage: {
    en: 'Nobody can take your call right now. Please leave a message after the tone, and hang up when you are done.',
    es: 'Nadie puede atender su llamada en este momento. Deje un mensaje después del tono y cuelgue cuando termine.',
  },
  thanks: {
    en: 'Thank you. Your message has been recorded. Goodbye.',
    es: 'Gracias. Su mensaje quedó grabado. Adiós.',
  },
  nothingHeard: {
    en: 'We could not hear you, so there is no message. Goodbye.',
    es: 'No pudimos oírle, así que no quedó ningún mensaje. Adiós.',
  },
  callFromOutside: {
    en: 'A call for the operator, from outside.',
    es: 'Una llamada para el operador, desde afuera.',
  },
  takeOrDecline: {
    en: 'To take it, press 1. If you cannot, press 2.',
    es: 'Para tomarla, oprima 1. Si no puede, oprima 2.',
  },
  notYou: {
    en: 'Thank you. The others are still being called.',
    es: 'Gracias. Seguimos llamando a los demás.',
  },
} as const satisfies Record<string, Sentence>;

/** What a volunteer is told of who calls. */
export function callFrom(phone: string): Sentence {
  return {
    en: `A call for the operator, from ${phone}.`,
    es: `Una llamada para el operador, desde ${phone}.`,
  };
}

const SPOKEN: Readonly<Record<Language, Sentence>> = {
  en: { en: 'The caller chose English.', es: 'Quien llama eligió inglés.' },
  es: { en: 'The caller chose Spanish.', es: 'Quien llama eligió español.' },
};

/** What a volunteer is told of the caller's language. */
export function callerSpeaks(language: Language): Sentence {
  return SPOKEN[language];
}
