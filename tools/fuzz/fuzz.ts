import { Agent, request } from 'node:http';
import { twimlError } from '../exchange/twimlSchema';
import type { FuzzedRequest } from './requests';

const CONCURRENCY = 8;

/** Sends the requests; returns what was wrong with the answers. */
export async function fuzzServer(
  url: string,
  requests: readonly FuzzedRequest[],
): Promise<string[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const failures: string[] = [];
  const queue = requests.values();
  const worker = async () => {
    for (const fuzzed of queue) {
      const failure = await send(url, fuzzed, agent).catch(String);
      if (failure !== undefined) failures.push(`${failure}\n${JSON.stringify(fuzzed)}`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  agent.destroy();
  return failures;
}

/** Node refuses longer headers, and with them longer URLs. */
const LONGEST_QUERY = 8_000;

function send(url: string, fuzzed: FuzzedRequest, agent: Agent): Promise<string | undefined> {
  const { route, body, contentType } = fuzzed;
  const method = body.length > LONGEST_QUERY ? 'POST' : fuzzed.method;
  const target = method === 'GET' ? `${url}${route}?${body}` : `${url}${route}`;
  const headers = method === 'GET' ? {} : { 'content-type': contentType };
  return new Promise((resolve, reject) => {
    const sent = request(target, { method, headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const type = response.headers['content-type'] ?? 'no content type';
        const failure =
          response.statusCode !== 200 || !type.startsWith('text/xml')
            ? `HTTP ${response.statusCode}, ${type}: ${text.slice(0, 200)}`
            : twimlError(text);
        resolve(failure);
      });
    });
    sent.on('error', reject);
    sent.end(method === 'GET' ? undefined : body);
  });
}
