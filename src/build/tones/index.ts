/** The project's own sounds: nothing is downloaded, and nobody's licence is needed. */
import { samplesOf } from './tone';
import { type Sounds, tonesOf } from './tones';
import { wav } from './wav';

/** WAV files that Twilio plays, by the name of their tone. */
export function soundFiles(country: string): Readonly<Record<keyof Sounds, Buffer>> {
  const { dialTone, busy, hold } = tonesOf(country);
  return {
    dialTone: wav(samplesOf(dialTone)),
    busy: wav(samplesOf(busy)),
    hold: wav(samplesOf(hold)),
  };
}
