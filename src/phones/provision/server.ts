/**
 * The HTTP server: for phones under `/p/`, for the person who sets phones up on `/`. What it answers a
 * phone is decided in `decide.ts`; here it is sent, once a connection.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Provisioner } from './provisioner';
import { answerDevice, notFound } from './deviceRoutes';
import { closeInOrder } from './delivery';
import { limitConnections, LIMITS, type Limits } from './limits';
import { isPagePath, type PageOptions, pageRoutes } from './pageRoutes';
import type { VendorFiles } from './vendorFiles';

export interface ServerOptions {
  readonly provisioner: Provisioner;
  readonly vendorFiles?: VendorFiles;
  /** Where what phones put is kept. */
  readonly uploads: string;
  readonly page: PageOptions;
  readonly limits?: Partial<Limits>;
  /** An error of ours. */
  readonly failed?: (error: unknown) => void;
}

/** Every path but the page's, so that no router has to make sense of what hostile ones hold. */
const DEVICE = '/device';

export function provisionServer(options: ServerOptions): FastifyInstance<Server> {
  const limits = { ...LIMITS, ...options.limits };
  const app = Fastify({
    logger: false,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    return503OnClosing: false,
    bodyLimit: limits.uploadBytes,
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.idleMs,
    http: {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: Math.min(1_000, limits.headersMs),
    },
    rewriteUrl: ({ url = '' }: IncomingMessage) => (isPagePath(url) ? url : DEVICE),
    clientErrorHandler: refuse,
    frameworkErrors: (_error: unknown, _request: FastifyRequest, reply: FastifyReply) => {
      notFound(reply);
    },
  });
  limitConnections(app.server, limits);
  app.server.on('connection', (socket: Socket) => closeInOrder(socket, limits.lingerMs));

  // Bodies are read where they are wanted, and not before it is known who sends them.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers({ connection: 'close', 'cache-control': 'no-store' });
    done();
  });

  const device = answerDevice({ ...options, limits });
  pageRoutes(app, options.provisioner, options.page, device);
  app.all(DEVICE, device);
  app.setNotFoundHandler(device);
  app.setErrorHandler((error, _request, reply) => {
    options.failed?.(error);
    return notFound(reply);
  });
  return app;
}

/** What is no HTTP, or too large, or too slow. */
function refuse(this: void, error: { readonly code: string }, socket: Socket): void {
  const status = STATUS[error.code] ?? '400 Bad Request';
  if (socket.writable && error.code !== 'ECONNRESET') {
    socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  }
  socket.destroySoon();
}

const STATUS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};
