/** Bodies of requests: forms as the SDK and the command line send them. */
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { fields } from '../client';
import type { Parameters, Upload } from '../contract';

export interface Body {
  readonly form: Parameters;
  readonly files: ReadonlyMap<string, Upload>;
}

/** Twilio takes an asset of 25 MB. */
const MOST_BYTES = 30 * 1_024 * 1_024;
const MOST_FIELDS = 1_000;

/** @throws Error for a body that is too large, or no form. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(request);
  const text = (await bounded(request)).toString('utf8');
  if (text !== '' && !type.startsWith('application/x-www-form-urlencoded')) {
    throw new Error(`a body of the type "${type}" is no form`);
  }
  return { form: fields(new URLSearchParams(text)), files: new Map() };
}

async function bounded(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to its end all the same, for only then does the client read the reply.
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  if (size > MOST_BYTES) throw new Error('the body is too large');
  return Buffer.concat(chunks);
}

async function readMultipart(request: IncomingMessage): Promise<Body> {
  const form = new URLSearchParams();
  const files = new Map<string, Upload>();
  const reads: Promise<unknown>[] = [];
  const limits = { fileSize: MOST_BYTES, fields: MOST_FIELDS, files: 1 };
  const parser = busboy({ headers: request.headers, limits });
  let tooLarge = false;
  parser.on('field', (name, value) => form.append(name, value));
  parser.on('file', (name, stream, { filename, mimeType: contentType }) => {
    stream.on('limit', () => (tooLarge = true));
    reads.push(
      buffer(stream).then((content) => files.set(name, { filename, contentType, content })),
    );
  });
  for (const limit of ['fieldsLimit', 'filesLimit'] as const) {
    parser.on(limit, () => (tooLarge = true));
  }
  await pipeline(request, parser);
  await Promise.all(reads);
  if (tooLarge) throw new Error('the body is too large');
  return { form: fields(form), files };
}
