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

/**
 * Turns connections away, before a byte is read, that are too many from one address. Where they are too many in all,
 * the one that has waited longest of the address with most of them makes room: whoever holds fewer is never shut out.
 */
export function limitConnections(server: Server, limits: Limits): void {
  server.maxHeadersCount = limits.headers;
  const open = new Map<string, Set<Socket>>();
  const idle = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const own = open.get(address) ?? new Set<Socket>();
    const all = [...open.values()].reduce((count, { size }) => count + size, 0);
    const isFull = all >= limits.connections && !makeRoom(own.size);
    if (isFull || own.size >= limits.connectionsPerAddress) {
      socket.destroy();
      return;
    }
    open.set(address, own.add(socket));
    idle.add(socket);
    socket.once('close', () => leave(address, socket));
  });
  server.on('request', ({ socket }) => idle.delete(socket));

  /** @param own how many whoever asks for it holds. */
  function makeRoom(own: number): boolean {
    const [most] = [...open].sort(([, a], [, b]) => b.size - a.size);
    const [address = '', sockets = new Set<Socket>()] = most ?? [];
    const oldest = [...sockets].find((socket) => idle.has(socket));
    if (oldest === undefined || sockets.size <= own + 1) return false;
    leave(address, oldest);
    oldest.destroy();
    return true;
  }

  function leave(address: string, socket: Socket): void {
    const own = open.get(address);
    own?.delete(socket);
    idle.delete(socket);
    if (own?.size === 0) open.delete(address);
  }
}
