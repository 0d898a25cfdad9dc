/** A proxy that tunnels to Twilio's hosts, which are all the stand-in, and nowhere else. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';

export interface ProxyOptions {
  /** Where Twilio's hosts are: a TLS server on loopback. */
  readonly port: number;
  /** Told of every other host. */
  readonly refused: (address: string) => void;
}

export function createProxy({ port, refused }: ProxyOptions): Server {
  const server = createServer((request, response) => {
    // Plain HTTP: Twilio's API is not to be had that way.
    refused(request.url ?? '');
    response.writeHead(403).end();
  });
  // The types know no sockets but streams here; it is one.
  server.on('connect', (request: IncomingMessage, client: Socket, head: Buffer) => {
    client.on('error', () => client.destroy());
    const address = request.url ?? '';
    if (!/\.(twilio\.com|twil\.io):443$/.test(address)) {
      refused(address);
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  return server;
}
