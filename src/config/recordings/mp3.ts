/** The loudness of an MP3, and how much of it can be decoded. */
import { LIMIT, type Loudness, LoudnessMeter } from './loudness';

export interface Decoded extends Loudness {
  readonly seconds: number;
}

/** An hour at once would be half a gigabyte of samples. */
const AT_ONCE = 2 ** 16;

/** What cannot be decoded is left out. The library is an ES module. */
export async function mp3Loudness(file: Uint8Array): Promise<Decoded> {
  const { MPEGDecoder } = await import('mpg123-decoder');
  const decoder = new MPEGDecoder();
  await decoder.ready;
  const meter = new LoudnessMeter();
  let seconds = 0;
  for (let at = 0; at < file.length; at += AT_ONCE) {
    const part = file.subarray(at, at + AT_ONCE);
    const { channelData, samplesDecoded, sampleRate } = quietly(() => decoder.decode(part));
    if (samplesDecoded === 0) continue;
    for (const channel of channelData) meter.add(Int16Array.from(channel, toInt16));
    seconds += samplesDecoded / sampleRate;
  }
  decoder.free();
  return { ...meter.loudness(), seconds };
}

/** As a player does: what is beyond full scale is cut off. */
const toInt16 = (sample: number) => Math.round(Math.max(-1, Math.min(1, sample)) * LIMIT);

/** The decoder writes errors to the console; we tell them ourselves. It works synchronously. */
function quietly<T>(decode: () => T): T {
  const { error } = console;
  console.error = () => undefined;
  try {
    return decode();
  } finally {
    console.error = error;
  }
}
