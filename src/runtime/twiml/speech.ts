/** What a caller hears (https://www.twilio.com/docs/voice/twiml/say). */
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import { type Catalogue, CATALOGUES, REASONS, spell } from '../calls';
import type { Refuse } from '../calls/decision';
import type { Site } from '../model/directory';
import { type CallLanguage, SPEECH } from '../model/language';

type Voices = Pick<Site, 'languages' | 'voices'>;
type SayAttributes = NonNullable<Parameters<VoiceResponse['say']>[0]>;

/** A sentence with the voice that speaks it, as templates take it. */
export interface SpokenSentence {
  readonly text: string;
  readonly voice: string;
  readonly language: string;
}

/** A sentence in each of the site's languages, in their order. */
export function spokenBy(
  sentence: (words: Catalogue) => string,
  { languages, voices }: Voices,
): readonly SpokenSentence[] {
  return languages.map((language) => ({
    text: sentence(CATALOGUES[language]),
    voice: voices[language],
    language: SPEECH[language].twilio,
  }));
}

/** The voice of a language, and the language: without it Twilio reads every voice's text as English. */
export function sayAttributes(
  language: CallLanguage,
  { voices }: Pick<Site, 'voices'>,
): SayAttributes {
  return { voice: voices[language], language: SPEECH[language].twilio } as SayAttributes;
}

/** Says why not and hangs up; or, where the reason says so, rejects the call unanswered and unbilled. */
export function speak(
  response: VoiceResponse,
  { reason, number }: Pick<Refuse, 'reason' | 'number'>,
  { languages, voices }: Voices,
  language?: CallLanguage,
): void {
  if (REASONS[reason] === 'rejected') {
    response.reject();
    return;
  }
  for (const each of language === undefined ? languages : [language]) {
    const sentence = CATALOGUES[each].reasons[reason];
    const spoken =
      number === undefined ? sentence : sentence.replace('{number}', spell(number, each));
    response.say(sayAttributes(each, { voices }), spoken);
  }
  response.hangup();
}
