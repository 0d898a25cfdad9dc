/** Samples as a WAV file: RIFF, linear PCM, 16 bits, one channel (https://www.rfc-editor.org/rfc/rfc2361). */

/** Of the telephone network, in Hz. */
export const SAMPLE_RATE = 8_000;

const HEADER = 44;
const BYTES = 2;
const PCM = 1;

/** @param samples from -1 to 1. */
export function wav(samples: Float64Array): Buffer {
  const data = samples.length * BYTES;
  const file = Buffer.alloc(HEADER + data);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(HEADER - 8 + data, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(PCM, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE * BYTES, 28);
  file.writeUInt16LE(BYTES, 32);
  file.writeUInt16LE(8 * BYTES, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(data, 40);
  samples.forEach((sample, i) =>
    file.writeInt16LE(Math.round(sample * 32_767), HEADER + i * BYTES),
  );
  return file;
}
