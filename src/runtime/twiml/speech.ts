/** What a caller hears (https://www.twilio.com/docs/voice/twiml/say). */
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import { type Catalogue, CATALOGUES, explanation, REASONS } from '../calls';
import type { Refuse } from '../calls/decision';
import type { Site } from '../model/directory';
import { type CallLanguage, SPEECH } from '../model/language';
import { addAudio } from './audio';

type Voices = Pick<Site, 'languages' | 'voices'>;

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

/** Says why not and hangs up; or, where the reason says so, rejects the call unanswered and unbilled. */
export function speak(
  response: VoiceResponse,
  refusal: Pick<Refuse, 'reason' | 'number'>,
  site: Voices & Pick<Site, 'sentences'>,
  language?: CallLanguage,
): void {
  if (REASONS[refusal.reason] === 'rejected') {
    response.reject();
    return;
  }
  for (const each of language === undefined ? site.languages : [language]) {
    addAudio(response, [explanation(refusal, each, site)], each, site);
  }
  response.hangup();
}
