/** Sine waves, on and off. */
import { SAMPLE_RATE } from './wav';

/** What is heard, over and over. */
export interface Signal {
  /** In Hz, together; each at `level`. */
  readonly frequencies: readonly number[];
  /** Of each frequency, in dBm0: 0 dBm0 is 3.14 dB below the loudest sine (ITU-T G.711, A-law; 3.17 µ-law). */
  readonly level: number;
  /** Seconds of sound and of silence in turns; a continuous tone has one. */
  readonly cadence: readonly number[];
  /** How long the file is, in seconds. */
  readonly seconds: number;
  /** How long a sound swells and dies away, in seconds, so that it does not click. */
  readonly ramp: number;
}

/** What a full-scale sine is, in dBm0 (ITU-T G.711 §5, µ-law). */
const FULL_SCALE_DBM0 = 3.17;

/** The amplitude of a sine at a level in dBm0, where 1 is full scale. */
function amplitudeOf(level: number): number {
  return 10 ** ((level - FULL_SCALE_DBM0) / 20);
}

/** Samples from -1 to 1. */
export function samplesOf({ frequencies, level, cadence, seconds, ramp }: Signal): Float64Array {
  const amplitude = amplitudeOf(level);
  return Float64Array.from({ length: Math.round(seconds * SAMPLE_RATE) }, (_, i) => {
    const at = i / SAMPLE_RATE;
    const loudness = cadence.length > 1 ? envelope(at, cadence, ramp) : edges(at, seconds, ramp);
    const waves = frequencies.map((frequency) => Math.sin(2 * Math.PI * frequency * at));
    return amplitude * loudness * waves.reduce((sum, wave) => sum + wave, 0);
  });
}

/** Between 0, in a silence, and 1. */
function envelope(at: number, cadence: readonly number[], ramp: number): number {
  let rest = at % cadence.reduce((sum, length) => sum + length, 0);
  for (const [i, length] of cadence.entries()) {
    if (rest < length) return i % 2 === 0 ? edges(rest, length, ramp) : 0;
    rest -= length;
  }
  return 0;
}

/** A raised cosine at both ends. */
function edges(at: number, length: number, ramp: number): number {
  const distance = Math.min(at, length - at);
  return distance >= ramp ? 1 : (1 - Math.cos((Math.PI * distance) / ramp)) / 2;
}
