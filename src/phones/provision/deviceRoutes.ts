/** Answers a phone. */
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Provisioner } from './provisioner';
import { readBody } from './body';
import type { Decision } from './decide';
import { breakOff, deliver } from './delivery';
import type { Limits } from './limits';
import { openVendorFile, type VendorFiles } from './vendorFiles';
import { keepUpload } from './uploads';

export interface DeviceRoutes {
  readonly provisioner: Provisioner;
  readonly vendorFiles?: VendorFiles;
  readonly uploads: string;
  readonly limits: Limits;
}

export function answerDevice({
  provisioner,
  vendorFiles = new Map<string, string>(),
  uploads,
  limits,
}: DeviceRoutes) {
  let receiving = 0;

  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const decision = provisioner.ask({
      method: request.method,
      path: request.originalUrl,
      userAgent: request.headers['user-agent'] ?? '',
      address: request.socket.remoteAddress ?? '',
    });
    if (decision.file) return sendFile(decision, reply);
    if (decision.vendorFile !== undefined) return sendVendorFile(decision.vendorFile, reply);
    if (decision.upload !== undefined) return receive(decision, request, reply);
    return notFound(reply);
  };

  function sendFile(decision: Decision, reply: FastifyReply): FastifyReply {
    const { contentType = '', content = '' } = decision.file ?? {};
    const body = Buffer.from(content, 'utf8');
    reply.headers({ 'content-type': contentType, 'content-length': body.length });
    // Who only looks whether it is there gets none of it.
    if (reply.request.method === 'HEAD') return reply.send('');
    reply.hijack();
    reply.raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
    deliver(reply.raw, body, limits.answerMs, (delivery) =>
      provisioner.answered(decision, delivery),
    );
    return reply;
  }

  function sendVendorFile(name: string, reply: FastifyReply): FastifyReply {
    const file = openVendorFile(vendorFiles, name);
    if (!file) return notFound(reply);
    breakOff(reply.raw.socket ?? reply.request.socket, limits.vendorFileMs);
    reply.header('content-type', 'application/octet-stream').header('content-length', file.size);
    if (reply.request.method !== 'HEAD' && file.size > 0) return reply.send(file.read());
    file.close();
    return reply.send('');
  }

  async function receive(
    decision: Decision,
    { raw }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { device, upload } = decision;
    if (!device || upload === undefined) return notFound(reply);
    if (receiving >= limits.uploadsAtOnce) {
      provisioner.received(decision, 'busy', 404);
      return notFound(reply);
    }
    receiving += 1;
    try {
      const body = await readBody(raw, limits.uploadBytes);
      if (!body) {
        provisioner.received(decision, 'too-large', 404);
        return notFound(reply);
      }
      keepUpload(uploads, device.id, upload, body);
      provisioner.received(decision, 'kept', 200);
      return reply.code(200).header('content-type', 'text/plain').send('');
    } catch {
      provisioner.received(decision, 'broke-off', 404);
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
