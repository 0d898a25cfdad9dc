/** The languages that callers are spoken to in; what they hear is in `calls/sentences/`, one file each. */

interface Speech {
  /** In English, for operators. */
  readonly name: string;
  /** As Twilio names it (https://www.twilio.com/docs/voice/twiml/say). */
  readonly twilio: string;
  /** Twilio's voice, unless the site names another (https://www.twilio.com/docs/voice/twiml/say/text-speech). */
  readonly voice: string;
}

const LANGUAGES = {
  en: { name: 'English', twilio: 'en-US', voice: 'Polly.Joanna' },
  es: { name: 'Spanish', twilio: 'es-US', voice: 'Polly.Lupe' },
} as const satisfies Readonly<Record<string, Speech>>;

export type CallLanguage = keyof typeof LANGUAGES;
export const CALL_LANGUAGES = Object.keys(LANGUAGES) as readonly CallLanguage[];
export const SPEECH: Readonly<Record<CallLanguage, Speech>> = LANGUAGES;
