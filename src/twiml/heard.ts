/** What a caller hears, as Say and Play (https://www.twilio.com/docs/voice/twiml/play). */
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import type { Heard, Tone } from '../calls/decision';
import type { Language, Site } from '../directory/types';
import { sayAttributes } from './speech';

/** Public assets that the build makes: see `src/sounds`. */
export const TONE_ASSETS: Readonly<Record<Tone, string>> = {
  dialTone: '/sounds/dial-tone.wav',
  busy: '/sounds/busy.wav',
  hold: '/sounds/hold.wav',
};

/** Where sounds may stand: the document itself, or a Gather. */
type Place = Pick<VoiceResponse, 'play' | 'say'>;

/** In order, sentences with the language's voice. */
export function addHeard(
  place: Place,
  heard: readonly Heard[],
  language: Language,
  site: Pick<Site, 'voices'>,
): void {
  for (const each of heard) {
    if ('say' in each) place.say(sayAttributes(language, site), each.say);
    else place.play('play' in each ? each.play : TONE_ASSETS[each.tone]);
  }
}
