/** How loud a recording is, whatever its format: by its samples as they are played, 16 bits each. */
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
export const LIMIT = 32_767;

export class LoudnessMeter {
  private count = 0;
  private peak = 0;
  private sum = 0;
  private inRow = 0;
  private longest = 0;

  /** The next samples; channels in turns or one after the other, the loudness of the whole is the same. */
  add(samples: Int16Array): void {
    this.count += samples.length;
    for (const sample of samples) {
      const size = Math.abs(sample);
      this.peak = Math.max(this.peak, size);
      this.sum += sample ** 2;
      this.inRow = size >= LIMIT ? this.inRow + 1 : 0;
      this.longest = Math.max(this.longest, this.inRow);
    }
  }

  loudness(): Loudness {
    const decibels = (amplitude: number) => 20 * Math.log10(amplitude / LIMIT);
    return {
      peak: decibels(this.peak),
      rms: decibels(Math.sqrt(this.sum / Math.max(this.count, 1))),
      clipped: this.longest >= CLIPPED,
    };
  }
}
