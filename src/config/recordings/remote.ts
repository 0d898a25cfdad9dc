/** Recordings behind the operator's own base URL: whether they are there, and what their host says they are. */
import { type Diagnostic, errorAt } from '../../diagnostics/diagnostic';

const TIMEOUT_MS = 5_000;
const AT_ONCE = 8;

/** What Twilio plays (https://www.twilio.com/docs/voice/twiml/play#supported-audio-file-types). */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  mp3: ['audio/mpeg'],
  wav: ['audio/wav', 'audio/wave', 'audio/x-wav'],
  ulaw: ['audio/ulaw'],
};

/** Asks for the head of each, a few at once. */
export async function checkUrls(
  urls: readonly string[],
  ask: typeof fetch = fetch,
): Promise<readonly Diagnostic[]> {
  const waiting = [...urls];
  const diagnostics: Diagnostic[] = [];
  const worker = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      diagnostics.push(...(await checkUrl(url, ask)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return diagnostics.sort((a, b) => a.where.file.localeCompare(b.where.file));
}

async function checkUrl(url: string, ask: typeof fetch): Promise<readonly Diagnostic[]> {
  try {
    const response = await ask(url, { method: 'HEAD', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok)
      return [errorAt(url, `answers ${response.status}`, 'Put the recording there.')];
    const [type = ''] = (response.headers.get('content-type') ?? '').toLowerCase().split(';');
    const known = TYPES[url.slice(url.lastIndexOf('.') + 1)] ?? [];
    if (known.includes(type.trim())) return [];
    const sent = type === '' ? 'is sent without a content type' : `is sent as \`${type}\``;
    return [errorAt(url, sent, `Have its host send Content-Type: ${known.join(' or ')}.`)];
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    const message = late ? `does not answer within ${TIMEOUT_MS / 1000} s` : 'cannot be reached';
    return [errorAt(url, message, 'Check its host.')];
  }
}
