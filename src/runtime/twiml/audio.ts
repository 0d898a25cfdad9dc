/** What a caller hears, as Say and Play (https://www.twilio.com/docs/voice/twiml/play). */
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import type { Audio, Tone } from '../calls/decision';
import { type CallLanguage, SPEECH } from '../model/language';
import type { Site } from '../model/directory';
import { forXml } from '../model/xml';

/** Public assets that the build makes: see `src/build/tones`. */
export const TONE_ASSETS: Readonly<Record<Tone, string>> = {
  dialTone: '/sounds/dial-tone.wav',
  busy: '/sounds/busy.wav',
  hold: '/sounds/hold.wav',
};

/** Where sounds may stand: the document itself, or a Gather. */
type Parent = Pick<VoiceResponse, 'play' | 'say'>;

type SayAttributes = NonNullable<Parameters<VoiceResponse['say']>[0]>;

/** Twilio speaks at most 4,096 characters in one Say (https://www.twilio.com/docs/voice/twiml/say). */
const LONGEST_SAY = 3_000;

/**
 * In order; sentences that follow one another are spoken in one breath, with the voice of their language.
 * What XML cannot hold is left out: the build refuses it, but here it would cost the whole document.
 */
export function addAudio(
  parent: Parent,
  audio: readonly Audio[],
  language: CallLanguage,
  site: Pick<Site, 'voices'>,
): void {
  for (const each of joined(audio)) {
    if ('say' in each) {
      parent.say(sayAttributes(each.language ?? language, site), forXml(each.say));
    } else parent.play('play' in each ? forXml(each.play) : TONE_ASSETS[each.tone]);
  }
}

/** The voice of a language, and the language: without it Twilio reads every voice's text as English. */
function sayAttributes(language: CallLanguage, { voices }: Pick<Site, 'voices'>): SayAttributes {
  return { voice: voices[language], language: SPEECH[language].twilio } as SayAttributes;
}

/** One element for neighbouring sentences: each would begin with a pause of its own. */
function joined(audio: readonly Audio[]): readonly Audio[] {
  return audio.reduce<readonly Audio[]>((all, each) => {
    const last = all.at(-1);
    if (!last || !('say' in last) || !('say' in each)) return [...all, each];
    if (last.language !== each.language) return [...all, each];
    const say = `${last.say} ${each.say}`;
    return say.length > LONGEST_SAY ? [...all, each] : [...all.slice(0, -1), { ...last, say }];
  }, []);
}
