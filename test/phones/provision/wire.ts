/** HTTP as it goes over the wire, so that a request can be anything and an answer is seen whole. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** As it came. */
  readonly text: string;
}

/** What the server sends until the connection is closed. */
export async function exchange(port: number, request: string | Buffer): Promise<WireAnswer> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.write(request);
  return answerOf(await readToEnd(socket));
}

export async function readToEnd(socket: Socket, timeoutMs = 60_000): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A reset ends it too: what has come until then is the answer.
  socket.on('error', () => undefined);
  socket.setTimeout(timeoutMs, () => socket.destroy());
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('utf8');
}

export function answerOf(text: string): WireAnswer {
  const end = text.indexOf('\r\n\r\n');
  const [start = '', ...lines] = text.slice(0, Math.max(0, end)).split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return {
    status: Number(start.split(' ')[1] ?? 0),
    headers: Object.fromEntries(headers),
    body: end < 0 ? '' : text.slice(end + 4),
    text,
  };
}

export interface Ask {
  readonly method?: string;
  readonly agent?: string;
  readonly version?: '1.0' | '1.1';
  readonly headers?: readonly string[];
  readonly body?: string | Buffer;
}

export function requestText(path: string, ask: Ask = {}): Buffer {
  const { method = 'GET', agent = 'curl/8.0', version = '1.1', headers = [], body } = ask;
  const head = [
    `${method} ${path} HTTP/${version}`,
    'Host: 127.0.0.1',
    `User-Agent: ${agent}`,
    ...headers,
    ...(body === undefined ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body ?? '')]);
}

export function ask(port: number, path: string, options?: Ask): Promise<WireAnswer> {
  return exchange(port, requestText(path, options));
}

/** Waits until the server has seen how a connection ended. */
export async function until(condition: () => boolean, timeoutMs = 60_000): Promise<void> {
  const start = Date.now();
  while (!condition()) {
    if (Date.now() - start > timeoutMs) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
