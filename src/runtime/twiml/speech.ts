/** What a caller hears (https://www.twilio.com/docs/voice/twiml/say). */
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import { REASONS, type Sentence } from '../calls';
import type { Refuse } from '../calls/decision';
import { spell } from '../calls/say';
import type { Language, Site } from '../model/directory';

type Voices = Pick<Site, 'languages' | 'voices'>;
type SayAttributes = NonNullable<Parameters<VoiceResponse['say']>[0]>;

/** A sentence with the voice that speaks it, as templates take it. */
export interface SpokenSentence {
  readonly text: string;
  readonly voice: string;
  readonly language: string;
}

const TWILIO_LANGUAGES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };

/** A sentence in each of the site's languages, in their order. */
export function spokenBy(
  sentence: Sentence,
  { languages, voices }: Voices,
): readonly SpokenSentence[] {
  return languages.map((language) => ({
    text: sentence[language],
    voice: voices[language],
    language: TWILIO_LANGUAGES[language],
  }));
}

/** The voice of a language, and the language: without it Twilio reads every voice's text as English. */
export function sayAttributes(language: Language, { voices }: Pick<Site, 'voices'>): SayAttributes {
  return { voice: voices[language], language: TWILIO_LANGUAGES[language] } as SayAttributes;
}

/** Says why not and hangs up; or, where the reason says so, rejects the call unanswered and unbilled. */
export function speak(
  response: VoiceResponse,
  { reason, number }: Pick<Refuse, 'reason' | 'number'>,
  { languages, voices }: Voices,
  language?: Language,
): void {
  if (REASONS[reason].delivery === 'rejected') {
    response.reject();
    return;
  }
  for (const each of language === undefined ? languages : [language]) {
    const sentence = REASONS[reason].sentence[each];
    const spoken =
      number === undefined ? sentence : sentence.replace('{number}', spell(number, each));
    response.say(sayAttributes(each, { voices }), spoken);
  }
  response.hangup();
}
