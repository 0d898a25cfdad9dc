/** The loudness of a WAV, and whether all of it is there. */
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

export interface WavLength {
  /** By its header, in seconds. */
  readonly promised: number;
  readonly there: number;
}

const RIFF_HEADER = 12;
const CHUNK_HEADER = 8;
const BYTE_RATE = 8;

/** Who writes to a pipe does not know the length, and promises the most that there is, or nearly. */
const UNKNOWN_BYTES = 0x7fff0000;

/** undefined where the header does not say. */
export function wavLength(file: Uint8Array): WavLength | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const whole = (at: number) => at + 4 <= file.length;
  let bytesPerSecond = 0;
  for (let at = RIFF_HEADER; whole(at + 4);) {
    const id = Buffer.from(file.subarray(at, at + 4)).toString('latin1');
    const size = view.getUint32(at + 4, true);
    const inside = at + CHUNK_HEADER;
    if (id === 'fmt ' && whole(inside + BYTE_RATE)) {
      bytesPerSecond = view.getUint32(inside + BYTE_RATE, true);
    }
    if (id === 'data') {
      if (bytesPerSecond === 0 || size >= UNKNOWN_BYTES) return undefined;
      const there = Math.min(size, file.length - inside);
      return { promised: size / bytesPerSecond, there: there / bytesPerSecond };
    }
    // Chunks begin at even bytes.
    at = inside + size + (size % 2);
  }
  return undefined;
}
