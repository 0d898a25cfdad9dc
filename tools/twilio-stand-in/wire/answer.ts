/** One HTTP request to the stand-in, and its reply. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fields } from '../client';
import { type ApiReply, type ApiRequest, badRequest, CONNECTION_LOST } from '../contract';
import { errorReply } from '../replies';
import type { TwilioStandIn } from '../standIn';
import { readBody } from './body';

export async function answer(
  standIn: TwilioStandIn,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = requestOf(message);
  try {
    const outcome = await standIn.handle({ ...request, ...(await readBody(message)) });
    if (outcome === CONNECTION_LOST) message.socket.destroy();
    else send(outcome, response);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    // The client has gone away.
    if (message.socket.destroyed) return;
    standIn.violation(request, `unreadable: ${cause}`);
    send(errorReply(badRequest(20001, cause)), response);
    message.socket.end();
  }
}

function requestOf({ method = 'GET', url = '/', headers }: IncomingMessage): ApiRequest {
  const { pathname, searchParams } = new URL(`https://host${url}`);
  return {
    method,
    host: (headers.host ?? '').replace(/:443$/, '').toLowerCase(),
    path: pathname,
    query: fields(searchParams),
    form: {},
    files: new Map(),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
  };
}

function send({ status, body, headers }: ApiReply, response: ServerResponse): void {
  response.writeHead(status, headers);
  if (body === undefined) response.end();
  else if (typeof body === 'string' || body instanceof Uint8Array) response.end(body);
  else response.end(JSON.stringify(body));
}
