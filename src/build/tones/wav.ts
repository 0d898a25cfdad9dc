/** Samples as a WAV file: linear PCM, 16 bits, one channel. */
import { WaveFile } from 'wavefile';

/** Of the telephone network, in Hz. */
export const SAMPLE_RATE = 8_000;

/** @param samples from -1 to 1. */
export function wav(samples: Float64Array): Buffer {
  const file = new WaveFile();
  const rounded = samples.map((sample) => Math.round(sample * 32_767));
  file.fromScratch(1, SAMPLE_RATE, '16', rounded);
  return Buffer.from(file.toBuffer());
}
