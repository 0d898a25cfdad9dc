/** The sounds as a telephone would hear them: which frequencies, how loud, when. */
import { WaveFile } from 'wavefile';
import { soundFiles as makeFiles } from '../../src/build/tones';

const RATE = 8_000;

const made = Object.fromEntries(['US', 'GB', 'FR'].map((country) => [country, makeFiles(country)]));

function soundFiles(country: string): ReturnType<typeof makeFiles> {
  return made[country] ?? makeFiles(country);
}

/** Full scale is 1. */
function samplesOf(file: Buffer): number[] {
  const wav = new WaveFile(file);
  expect(wav.fmt).toMatchObject({
    audioFormat: 1,
    numChannels: 1,
    sampleRate: RATE,
    bitsPerSample: 16,
  });
  return Array.from(wav.getSamples() as unknown as ArrayLike<number>, (sample) => sample / 32_767);
}

/** Amplitude of one frequency (Goertzel's algorithm), in dB of full scale. */
function levelAt(frequency: number, samples: readonly number[]): number {
  const turn = 2 * Math.cos((2 * Math.PI * frequency) / RATE);
  let [before, last] = [0, 0];
  for (const sample of samples) [before, last] = [last, sample + turn * last - before];
  const power = before ** 2 + last ** 2 - turn * before * last;
  return 20 * Math.log10((2 * Math.sqrt(Math.max(power, 1e-12))) / samples.length);
}

/** Which whole tens of hertz stand out, over one second or less from `from`. */
function frequenciesIn(samples: readonly number[], from: number, seconds: number): number[] {
  const part = samples.slice(from * RATE, (from + seconds) * RATE);
  const steps = Array.from({ length: 390 }, (_, i) => 50 + i * 10);
  const loudest = Math.max(...steps.map((frequency) => levelAt(frequency, part)));
  return steps.filter((frequency) => levelAt(frequency, part) > loudest - 20);
}

function loudness(samples: readonly number[], from: number, seconds: number): number {
  const part = samples.slice(Math.round(from * RATE), Math.round((from + seconds) * RATE));
  return Math.sqrt(part.reduce((sum, sample) => sum + sample ** 2, 0) / part.length);
}

describe("The project's own sounds", () => {
  it.each([
    ['US', 'dialTone', [350, 440]],
    ['US', 'busy', [480, 620]],
    ['GB', 'dialTone', [350, 440]],
    ['GB', 'busy', [400]],
    ['FR', 'dialTone', [350, 440]],
  ] as const)('%s: %s is exactly %p Hz', (country, name, frequencies) => {
    const samples = samplesOf(soundFiles(country)[name]);
    // A whole number of periods of every multiple of ten, between the ramps.
    expect(frequenciesIn(samples, 0.05, 0.3)).toEqual(frequencies);
  });

  it.each([
    ['dialTone', -13, 350],
    ['dialTone', -13, 440],
    ['busy', -24, 480],
    ['busy', -24, 620],
  ] as const)('%s is at %p dBm0 at %p Hz', (name, level, frequency) => {
    const samples = samplesOf(soundFiles('US')[name]).slice(0.05 * RATE, 0.35 * RATE);
    // A full-scale sine is 3.17 dBm0.
    expect(levelAt(frequency, samples) + 3.17).toBeCloseTo(level, 1);
  });

  it('lets the dial tone sound without a pause', () => {
    const samples = samplesOf(soundFiles('US').dialTone);
    const parts = Array.from({ length: 118 }, (_, i) => loudness(samples, 0.1 + i / 10, 0.1));
    expect(Math.min(...parts) / Math.max(...parts)).toBeGreaterThan(0.9);
  });

  it('makes busy half a second of sound and half a second of silence', () => {
    const samples = samplesOf(soundFiles('US').busy);
    for (let second = 0; second < 10; second += 1) {
      expect(loudness(samples, second + 0.01, 0.48)).toBeGreaterThan(0.04);
      expect(loudness(samples, second + 0.5, 0.5)).toBe(0);
    }
  });

  it.each(['dialTone', 'busy', 'hold'] as const)('does not click or clip in %s', (name) => {
    const samples = samplesOf(soundFiles('US')[name]);
    const jumps = samples.map((sample, i) => Math.abs(sample - (samples[i - 1] ?? 0)));
    // As steep as its two sines ever are together, and never steeper at an edge.
    const steepest = Math.max(...jumps);
    const edges = jumps.filter(
      (_, i) => loudness(samples, Math.max(0, i / RATE - 0.002), 0.002) === 0,
    );
    expect(Math.max(...edges)).toBeLessThan(steepest / 20);
    expect([samples[0], Math.abs(samples.at(-1) ?? 1) < 0.001]).toEqual([0, true]);
    expect(Math.max(...samples.map(Math.abs))).toBeLessThan(0.5);
  });

  it('keeps every file small', () => {
    const sizes = Object.values(soundFiles('US')).map((file) => file.length);
    expect(Math.max(...sizes)).toBeLessThan(200_000);
  });
});
