/** Answers a phone. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Bench } from './bench';
import { readBody } from './body';
import type { Decision } from './decide';
import { whenDelivered } from './delivery';
import type { Limits } from './limits';
import { openStock, type Stock } from './stock';
import { keepUpload } from './uploads';

export interface DeviceRoutes {
  readonly bench: Bench;
  readonly stock?: Stock;
  readonly uploads: string;
  readonly limits: Limits;
}

export function answerDevice({
  bench,
  stock = new Map<string, string>(),
  uploads,
  limits,
}: DeviceRoutes) {
  let receiving = 0;

  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const decision = bench.ask({
      method: request.method,
      path: request.originalUrl,
      userAgent: request.headers['user-agent'] ?? '',
      address: request.socket.remoteAddress ?? '',
    });
    if (decision.file) return sendFile(decision, reply);
    if (decision.stock !== undefined) return sendStock(decision.stock, reply);
    if (decision.upload !== undefined) return receive(decision, request, reply);
    return notFound(reply);
  };

  function sendFile(decision: Decision, reply: FastifyReply): FastifyReply {
    const { contentType = '', content = '' } = decision.file ?? {};
    whenDelivered(reply.raw, limits.answerMs, (whole) => bench.answered(decision, whole));
    const body = Buffer.from(content, 'utf8');
    return reply.header('content-type', contentType).send(body);
  }

  function sendStock(name: string, reply: FastifyReply): FastifyReply {
    const file = openStock(stock, name);
    if (!file) return notFound(reply);
    whenDelivered(reply.raw, limits.stockMs, () => undefined);
    reply.header('content-type', 'application/octet-stream').header('content-length', file.size);
    return reply.send(reply.request.method === 'HEAD' || file.size === 0 ? '' : file.read());
  }

  async function receive(
    decision: Decision,
    { raw }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { device, upload } = decision;
    if (!device || upload === undefined) return notFound(reply);
    if (receiving >= limits.uploadsAtOnce) {
      bench.received(decision, 'busy', 404);
      return notFound(reply);
    }
    receiving += 1;
    try {
      const body = await readBody(raw, limits.uploadBytes);
      if (!body) {
        bench.received(decision, 'too-large', 404);
        return notFound(reply);
      }
      keepUpload(uploads, device.id, upload, body);
      bench.received(decision, 'kept', 200);
      return reply.code(200).header('content-type', 'text/plain').send('');
    } catch {
      bench.received(decision, 'broke-off', 404);
      return notFound(reply);
    } finally {
      receiving -= 1;
    }
  }
}

/** The same for whatever is refused. */
export function notFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).header('content-type', 'text/plain; charset=utf-8').send('Not found\n');
}
