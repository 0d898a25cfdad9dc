/**
 * The stand-in on the wire: TLS on loopback, for programs that cannot be given an `httpClient`. They
 * are led there by a proxy, or by a hook that is loaded before them, and run unchanged.
 */
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { TwilioStandIn } from '../standIn';
import { answer } from './answer';
import { certificates } from './certificates';
import { createProxy } from './proxy';

/**
 * `proxy`: as behind a company's proxy, for what reads HTTP_PROXY (the SDK, the Twilio CLI).
 * `hook`: for everything that Node runs.
 */
export type Way = 'proxy' | 'hook';

export interface Wire {
  readonly port: number;
  readonly proxyPort: number;
  /** Addresses other than Twilio's that were asked for, by either way. */
  readonly refused: readonly string[];
  /** Environment variables of a child process that is to talk to the stand-in; its own children too. */
  env(way: Way): Record<string, string>;
  /** Makes violations of what was refused. Once closed, there is nothing more to close. */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const HOOK = path.resolve(__dirname, 'hook.cjs');

/**
 * Listens on loopback until it is closed.
 *
 * @param webhook Told what is posted to `https://localhost:<port>/`, which stands for a server of
 *   the operator's own; it says with which status that is answered.
 */
export async function listen(
  standIn: TwilioStandIn,
  webhook?: (body: string) => number,
): Promise<Wire> {
  const { authority, certificate, key } = certificates();
  const folder = mkdtempSync(path.join(tmpdir(), 'stand-in-'));
  const authorityFile = path.join(folder, 'authority.pem');
  const refusedFile = path.join(folder, 'refused');
  const hookFile = path.join(folder, 'hook.cjs');
  writeFileSync(authorityFile, authority);

  const byProxy: string[] = [];
  const refused = () => [...byProxy, ...lines(refusedFile)];
  const sockets = new Set<Socket>();
  const server = createServer({ key, cert: certificate }, (request, response) => {
    if (webhook && request.headers.host?.startsWith('localhost')) {
      void text(request).then((body) => response.writeHead(webhook(body)).end());
    } else void answer(standIn, request, response);
  });
  const port = await listening(server, sockets);
  const proxy = createProxy({ port, refused: (address) => byProxy.push(address) });
  const proxyPort = await listening(proxy, sockets);
  // In a file, for programs are given few variables.
  const where = { TWILIO_STAND_IN_PORT: String(port), TWILIO_STAND_IN_REFUSED: refusedFile };
  writeFileSync(
    hookFile,
    `Object.assign(process.env, ${JSON.stringify(where)});\nrequire(${JSON.stringify(HOOK)});\n`,
  );
  return {
    port,
    proxyPort,
    get refused() {
      return refused();
    },
    env: (way) => ({
      NODE_EXTRA_CA_CERTS: authorityFile,
      ...(way === 'proxy'
        ? // Upper case: what the SDK and the serverless toolkit read.
          { HTTP_PROXY: `http://${LOOPBACK}:${proxyPort}` }
        : {
            NODE_OPTIONS: `--require ${JSON.stringify(hookFile)}`,
          }),
    }),
    close: async () => {
      const ends = Promise.all([closed(server), closed(proxy)]);
      for (const socket of sockets) socket.destroy();
      await ends;
      for (const address of refused()) standIn.violation(...connectionTo(address));
      byProxy.length = 0;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function connectionTo(address: string): Parameters<TwilioStandIn['violation']> {
  const nothing = { query: {}, form: {}, files: new Map(), headers: {} };
  return [{ method: 'CONNECT', host: address, path: '', ...nothing }, "not one of Twilio's hosts"];
}

function lines(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

async function listening(server: Server, sockets: Set<Socket>): Promise<number> {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, LOOPBACK);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  await once(server, 'close');
}
