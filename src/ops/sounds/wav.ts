/** The loudness of a WAV. */
import { WaveFile } from 'wavefile';
import { type Loudness, LoudnessMeter } from './loudness';

/** @throws Error where the file is no WAV that can be read. */
export function wavLoudness(file: Uint8Array): Loudness {
  const wav = new WaveFile(file);
  if (wav.bitDepth === '8m') wav.fromMuLaw();
  else if (wav.bitDepth === '8a') wav.fromALaw();
  else if (wav.bitDepth !== '16') wav.toBitDepth('16');
  const meter = new LoudnessMeter();
  meter.add(wav.getSamples(true, Int16Array) as unknown as Int16Array);
  return meter.loudness();
}
