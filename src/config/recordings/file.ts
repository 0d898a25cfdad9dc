/** One recording of the directory: what it is, how long, how loud. */
import { type Diagnostic, errorAt, warningAt } from '../../diagnostics/diagnostic';
import type { Loudness } from './loudness';
import { mp3Loudness } from './mp3';
import { wavLength, wavLoudness } from './wav';

/** Twilio may drop a call that plays for longer (https://www.twilio.com/docs/voice/twiml/play). */
const LONGEST_MINUTES = 40;
/** Nobody listens for so long; it is fetched as a whole before it is heard. */
const LONG_MINUTES = 10;
/** Speech is some 15 dB below its peaks; louder than this it hurts beside the spoken sentences. */
const LOUD_RMS = -9;
/** An MP3 promises some silence at both ends that players leave out, and may count tags as sound: less than both. */
const PADDING_SECONDS = 0.5;
const PADDING_PART = 1 / 20;
/** Less of a WAV nobody misses. */
const MISSING_SECONDS = 0.1;

/** @param name as findings tell it. */
export async function checkFile(bytes: Uint8Array, name: string): Promise<readonly Diagnostic[]> {
  const { container, codec = '', duration } = await formatOf(bytes);
  const expected = name.endsWith('.wav') ? container === 'WAVE' : / ?layer 3/i.test(codec);
  if (!expected) {
    const found = container === undefined ? 'is not a sound' : `is ${container}, ${codec}`;
    return [
      errorAt(
        name,
        `${found}, not what its name says`,
        'Convert it to MP3, or to WAV with 16-bit PCM.',
      ),
    ];
  }
  const length = container === 'WAVE' ? cutDiagnostics(bytes, name) : [];
  if (length.length === 0) length.push(...lengthDiagnostics(name, duration));
  // Of what is empty, cut off or without end, nothing else is asked.
  if (length.some(({ severity }) => severity === 'error')) return length;
  const sound =
    container === 'WAVE'
      ? waveDiagnostics(bytes, name, codec)
      : await mp3Diagnostics(bytes, name, duration ?? 0);
  return [...length, ...sound];
}

/** By its content; the library is an ES module. */
async function formatOf(bytes: Uint8Array) {
  const { parseBuffer } = await import('music-metadata');
  try {
    return (await parseBuffer(bytes, undefined, { duration: true, skipCovers: true })).format;
  } catch {
    return { container: undefined, codec: undefined, duration: undefined };
  }
}

function cutDiagnostics(bytes: Uint8Array, name: string): Diagnostic[] {
  const { promised, there } = wavLength(bytes) ?? { promised: 0, there: 0 };
  if (promised - there < MISSING_SECONDS) return [];
  const message = `is cut off: it has ${there.toFixed(1)} of its ${promised.toFixed(1)} seconds`;
  return [errorAt(name, message, 'Copy it again, or record it again.')];
}

function lengthDiagnostics(name: string, seconds: number | undefined): Diagnostic[] {
  if (seconds === undefined || seconds === 0) {
    return [errorAt(name, 'contains no sound', 'Record it again.')];
  }
  const minutes = seconds / 60;
  if (minutes > LONGEST_MINUTES) {
    const message = `is ${Math.round(minutes)} minutes long: Twilio may drop the call`;
    return [errorAt(name, message, `Cut it below ${LONGEST_MINUTES} minutes.`)];
  }
  if (minutes <= LONG_MINUTES) return [];
  return [warningAt(name, `is ${Math.round(minutes)} minutes long`, 'Cut it into parts.')];
}

function waveDiagnostics(bytes: Uint8Array, name: string, codec: string): Diagnostic[] {
  if (!/^(PCM|MULAW|µ-?LAW|MU-?LAW)/i.test(codec)) {
    const message = `is a WAV of ${codec}, which Twilio does not document`;
    return [warningAt(name, message, 'Convert it to 16-bit PCM.')];
  }
  try {
    return loudnessDiagnostics(name, wavLoudness(bytes));
  } catch {
    return [errorAt(name, 'cannot be read to the end', 'Convert it to WAV with 16-bit PCM again.')];
  }
}

/** @param promised how long it says it is, in seconds. */
async function mp3Diagnostics(
  bytes: Uint8Array,
  name: string,
  promised: number,
): Promise<Diagnostic[]> {
  const loudness = await mp3Loudness(bytes);
  const padding = Math.max(PADDING_SECONDS, promised * PADDING_PART);
  if (promised - loudness.seconds <= padding) return loudnessDiagnostics(name, loudness);
  const [sound, all] = [loudness.seconds, promised].map((each) => each.toFixed(1));
  const message = `is broken: only ${sound} of its ${all} seconds play`;
  return [errorAt(name, message, 'Convert it to MP3 again, or copy it again.')];
}

function loudnessDiagnostics(name: string, { peak, rms, clipped }: Loudness): Diagnostic[] {
  if (peak === -Infinity) return [warningAt(name, 'is silent', 'Record it again.')];
  if (clipped)
    return [warningAt(name, 'is clipped: its peaks are cut off', 'Record it with less gain.')];
  if (rms <= LOUD_RMS) return [];
  return [warningAt(name, `is very loud (RMS ${rms.toFixed(1)} dB)`, 'Bring it to about -20 dB.')];
}
