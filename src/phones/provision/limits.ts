/** What a client may take of the server, so that none can keep it from the phones. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface Limits {
  /** From the first byte of a request until all of its head is there. */
  readonly headersMs: number;
  /** Until all of a request is there. */
  readonly requestMs: number;
  /** Without a byte in either direction. */
  readonly idleMs: number;
  /** Until an answer of ours must have been read, and one of the maker's large files. */
  readonly answerMs: number;
  readonly vendorFileMs: number;
  readonly headerBytes: number;
  readonly headers: number;
  /** Of what a phone puts. */
  readonly uploadBytes: number;
  readonly uploadsAtOnce: number;
  readonly connections: number;
  readonly connectionsPerAddress: number;
  /** For clients that leave it to us to close a connection. */
  readonly lingerMs: number;
}

export const LIMITS: Limits = {
  headersMs: 5_000,
  requestMs: 20_000,
  idleMs: 15_000,
  answerMs: 30_000,
  vendorFileMs: 600_000,
  headerBytes: 8_192,
  headers: 64,
  uploadBytes: 512 * 1024,
  uploadsAtOnce: 8,
  connections: 256,
  connectionsPerAddress: 64,
  lingerMs: 3_000,
};

/** Turns connections away, before a byte is read, that are too many from one address. */
export function limitConnections(server: Server, limits: Limits): void {
  server.maxConnections = limits.connections;
  server.maxHeadersCount = limits.headers;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const others = open.get(address) ?? 0;
    if (others >= limits.connectionsPerAddress) {
      socket.destroy();
      return;
    }
    open.set(address, others + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}
