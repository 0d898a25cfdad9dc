/** What phones ask for, mixed with what the hostile do. */
import fc from 'fast-check';
import { BOOTS } from '../../test/phones/provision/boots';
import { DEVICES } from '../../test/phones/provision/site';
import { requestText } from '../../test/phones/provision/wire';

export interface FuzzedRequest {
  readonly kind: string;
  readonly bytes: Buffer;
  /** Extension that is open right before it. */
  readonly opens?: string;
  /** Resets the connection after so many milliseconds. */
  readonly resetsAfterMs?: number;
  /** Resets it as soon as it has read the last byte of the answer. */
  readonly resetsAtEnd?: boolean;
}

/** Phones that are never opened: what is theirs may leave in no answer at all. */
export const NEVER_OPENED = ['+15035550124', 'clinton', 'hall', '101'];

const AGENTS = BOOTS.map(({ agent }) => agent);
const tokenOf = (extension: string) =>
  DEVICES.find(({ extensions }) => extensions.includes(extension))?.token ?? '';
const boot = fc.constantFrom(
  ...BOOTS.flatMap(({ requests, ...phone }) => requests.map((request) => ({ ...phone, request }))),
);
const bootPath = boot.map(({ extension, request: { name } }) => `/p/${tokenOf(extension)}/${name}`);
const junk = fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Buffer.from(bytes));
const text = fc.string({ unit: 'grapheme-ascii', maxLength: 200 });
const noise = text.map((value) => value.replace(/[\r\n]/g, ''));

const phone = fc
  .record({ boot, opened: fc.boolean() })
  .map(({ boot: one, opened }): FuzzedRequest => {
    const { extension, agent, version, request } = one;
    const { method = 'GET', name } = request;
    const body = method === 'PUT' ? { body: 'a log\n' } : {};
    const bytes = requestText(`/p/${tokenOf(extension)}/${name}`, {
      method,
      agent,
      version,
      ...body,
    });
    const opens = opened && !NEVER_OPENED.includes(extension) ? { opens: extension } : {};
    return { kind: 'phone', bytes, ...opens };
  });

const guess = fc
  .record({
    token: fc.oneof(
      fc.constantFrom(...DEVICES.map(({ token }) => token)),
      fc.stringMatching(/^[2-9a-z]{26}$/),
    ),
    name: fc.oneof(
      fc.constantFrom(...BOOTS.flatMap(({ requests }) => requests.map(({ name }) => name))),
      fc.stringMatching(/^cfg000b82[0-9a-f]{6}\.xml$/),
      fc.constant('000000000000.cfg'),
    ),
    agent: fc.oneof(fc.constantFrom(...AGENTS), noise),
  })
  .map(({ token, name, agent }) => requestText(`/p/${token}/${name}`, { agent }));

const climb = fc
  .array(
    fc.constantFrom('..', '.', '%2e%2e', '%2f', '\\', '%5c', '%00', '//', 'etc/passwd', '.keys'),
  )
  .chain((parts) => bootPath.map((path) => requestText(`${path}/${parts.join('/')}`)));
const method = fc
  .tuple(
    fc.constantFrom('POST', 'DELETE', 'TRACE', 'OPTIONS', 'PROPFIND', 'PATCH', 'LOCK'),
    bootPath,
  )
  .map(([name, path]) => requestText(path, { method: name, body: 'x'.repeat(1_000) }));
const headers = fc
  .record({
    path: bootPath,
    size: fc.integer({ min: 1, max: 30_000 }),
    count: fc.integer({ min: 1, max: 300 }),
  })
  .map(({ path, size, count }) =>
    requestText(path, {
      headers: [`X: ${'a'.repeat(size)}`, ...Array.from({ length: count }, (_, i) => `Y-${i}: b`)],
    }),
  );
const flood = fc
  .record({
    size: fc.integer({ min: 1, max: 700 }),
    name: fc.constantFrom('app.log', 'line.cfg', 'x'),
  })
  .map(({ size, name }) =>
    requestText(`/p/${tokenOf('operator-desk')}/0004f2000001-${name}`, {
      method: 'PUT',
      body: Buffer.alloc(size * 1024, 'x'),
    }),
  );
const smuggled = fc.tuple(bootPath, bootPath).map(([outer, inner]) =>
  requestText(outer, {
    headers: [
      'Transfer-Encoding: chunked',
      'Content-Length: 6',
      '',
      '0',
      '',
      `GET ${inner} HTTP/1.1`,
    ],
  }),
);
const several = fc
  .array(bootPath, { minLength: 2, maxLength: 5 })
  .map((paths) => Buffer.concat(paths.map((path) => requestText(path))));
const page = fc
  .record({
    path: fc.constantFrom('/', '/state', '/open', '/close', '/page.js'),
    method: fc.constantFrom('GET', 'POST'),
    host: fc.constantFrom('phones.example', '127.0.0.1.example', 'localhost.example', ''),
  })
  .map(({ path, method: name, host }) =>
    Buffer.from(
      `${name} ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 23\r\n\r\n{"extension":"clinton"}`,
    ),
  );
const half = bootPath.map((path) => requestText(path).subarray(0, 60));

const hostile = (kind: string, bytes: fc.Arbitrary<Buffer>): fc.Arbitrary<FuzzedRequest> =>
  bytes.map((all) => ({ kind, bytes: all }));
const broken = fc
  .record({ request: phone, resetsAfterMs: fc.integer({ min: 0, max: 5 }) })
  .map(({ request, resetsAfterMs }): FuzzedRequest => ({
    ...request,
    kind: 'broken',
    resetsAfterMs,
  }));
const atEnd = phone.map((request): FuzzedRequest => ({
  ...request,
  kind: 'reset at the end',
  resetsAtEnd: true,
}));
/** Closes its side at once, and only listens. */
const halfClosed = phone.map((request): FuzzedRequest => ({ ...request, kind: 'half closed' }));
const cut = half.map((bytes): FuzzedRequest => ({ kind: 'half', bytes, resetsAfterMs: 20 }));

export const fuzzedRequest: fc.Arbitrary<FuzzedRequest> = fc.oneof(
  { weight: 6, arbitrary: phone },
  { weight: 3, arbitrary: hostile('guess', guess) },
  { weight: 2, arbitrary: hostile('climb', climb) },
  { weight: 1, arbitrary: hostile('method', method) },
  { weight: 1, arbitrary: hostile('headers', headers) },
  { weight: 1, arbitrary: hostile('flood', flood) },
  { weight: 1, arbitrary: hostile('smuggled', smuggled) },
  { weight: 1, arbitrary: hostile('several', several) },
  { weight: 1, arbitrary: hostile('page', page) },
  { weight: 1, arbitrary: hostile('junk', junk) },
  { weight: 1, arbitrary: broken },
  { weight: 3, arbitrary: atEnd },
  { weight: 2, arbitrary: halfClosed },
  { weight: 1, arbitrary: cut },
);
