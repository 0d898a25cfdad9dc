/** How loud a WAV file is. */
import { WaveFile } from 'wavefile';

export interface Loudness {
  /** Loudest sample, in dB of full scale. */
  readonly peak: number;
  /** Root mean square of the whole, in dB of full scale: a sine that fills it is -3. */
  readonly rms: number;
  /** Whether the loudest samples were cut off: several in a row at the limit. */
  readonly clipped: boolean;
}

/** As many samples in a row at full scale are no accident. */
const CLIPPED = 4;
const LIMIT = 32_767;

/** @throws Error where the file is no WAV that can be read. */
export function loudnessOf(file: Uint8Array): Loudness {
  const wav = new WaveFile(file);
  if (wav.bitDepth === '8m') wav.fromMuLaw();
  else if (wav.bitDepth === '8a') wav.fromALaw();
  else if (wav.bitDepth !== '16') wav.toBitDepth('16');
  // The samples of all channels in turns: the loudness of the whole is the same.
  const samples = wav.getSamples(true, Int16Array) as unknown as Int16Array;
  let [peak, sum, inRow, longest] = [0, 0, 0, 0];
  for (const sample of samples) {
    const size = Math.abs(sample);
    peak = Math.max(peak, size);
    sum += sample ** 2;
    inRow = size >= LIMIT ? inRow + 1 : 0;
    longest = Math.max(longest, inRow);
  }
  const decibels = (amplitude: number) => 20 * Math.log10(amplitude / LIMIT);
  return {
    peak: decibels(peak),
    rms: decibels(Math.sqrt(sum / Math.max(samples.length, 1))),
    clipped: longest >= CLIPPED,
  };
}
