/** Whoever is not a phone: refused, with the same answer, and without harm. */
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { BOOTS } from './boots';
import { DEVICES, deviceOf, SECRETS, startSite, type TestServer } from './site';
import { ask, answerOf, exchange, readToEnd, requestText, until } from './wire';

let server: TestServer;
beforeAll(async () => {
  server = await startSite({
    limits: { headersMs: 300, requestMs: 600, idleMs: 500, uploadsAtOnce: 2 },
  });
});
afterAll(() => server.stop());

const device = deviceOf('+15035550123');
const { token } = device;
const FILE = 'cfg000b82000001.xml';

/** Without its `Date`. */
function bare(text: string): string {
  return text.replace(/^date: .*\r\n/im, '');
}

describe('refusals', () => {
  const refused: readonly (readonly [why: string, path: string, method?: string])[] = [
    ['an unknown MAC address', `/p/${token}/cfg000b82ffffff.xml`],
    ['an unknown MAC address and token', `/p/${'x'.repeat(26)}/cfg000b82ffffff.xml`],
    ['a wrong token', `/p/${'x'.repeat(26)}/${FILE}`],
    ['another phone’s token', `/p/${deviceOf('clinton').token}/${FILE}`],
    ['part of the token', `/p/${token.slice(0, -1)}/${FILE}`],
    ['no token', `/${FILE}`],
    ['an empty token', `/p//${FILE}`],
    ['another name', `/p/${token}/other.xml`],
    ['no name', `/p/${token}/`],
    ['the folder', `/p/${token}`],
    ['a file for any phone', `/p/${token}/000000000000.cfg`],
    ['a directory for any phone', `/p/${token}/000000000000-directory.xml`],
    ['a query and a wrong token', `/p/${'x'.repeat(26)}/${FILE}?a=b`],
    ['a query in place of the name', `/p/${token}/?${FILE}`],
    ['a method', `/p/${token}/${FILE}`, 'POST'],
    ['another method', `/p/${token}/${FILE}`, 'DELETE'],
    ['options', `/p/${token}/${FILE}`, 'OPTIONS'],
    ['a trace', `/p/${token}/${FILE}`, 'TRACE'],
    ['WebDAV', `/p/${token}/${FILE}`, 'PROPFIND'],
    ['a change', `/p/${token}/${FILE}`, 'PATCH'],
    ['a file put over ours', `/p/${token}/${FILE}`, 'PUT'],
    ['a page’s action', '/open', 'GET'],
    ['an action of nobody', '/open', 'POST'],
    ['nothing at all', '/nothing'],
  ];

  it('are all the same, byte for byte, open or not', async () => {
    const different = new Set<string>();
    for (const isOpen of [false, true]) {
      if (isOpen) server.provisioner.open('+15035550123', 15);
      for (const [why, path, method] of refused) {
        const answer = await ask(server.port, path, { ...(method && { method }) });
        expect([why, answer.status]).toEqual([why, 404]);
        different.add(bare(answer.text));
      }
    }
    // The page’s own paths say no more either.
    const page = await exchange(server.port, 'GET / HTTP/1.1\r\nHost: phones.example\r\n\r\n');
    different.add(bare(page.text));
    server.provisioner.close('+15035550123');
    different.add(bare((await ask(server.port, `/p/${token}/${FILE}`)).text));
    expect([...different]).toHaveLength(1);
  });

  it.each([
    `/p/${token}/../${token}/${FILE}`,
    `/p/${token}/./${FILE}`,
    `/p/${token}/..%2f..%2fetc%2fpasswd`,
    `/p/${token}/%2e%2e/%2e%2e/etc/passwd`,
    `/p/${token}/..\\..\\${FILE}`,
    `/p/${token}/..%5c${FILE}`,
    `/p/${token}/%252e%252e%252f${FILE}`,
    `/p/${token}/%c0%ae%c0%ae/${FILE}`,
    `/p/${token}/cfg000b82000001%2exml`,
    `/p/${token}/${FILE}%00`,
    `/p/${token}/${FILE}/`,
    `/p/${token}/${FILE};a=b`,
    `/p/${token}/${FILE}#a`,
    `/p/%2e%2e/${token}/${FILE}`,
    `/p%2f${token}%2f${FILE}`,
    `/x/../p/${token}/${FILE}`,
    `//p/${token}/${FILE}`,
    `/P/${token}/${FILE}`,
    `http://127.0.0.1/p/${token}/${FILE}`,
    `/p/${token}/%`,
    `/p/${token}/%zz`,
    `/../../../../etc/passwd`,
    `/page/../index.ts`,
    `/%2e%2e/package.json`,
    `/.keys/prod.key`,
    `*`,
  ])('lead nowhere: %s', async (path) => {
    server.provisioner.open('+15035550123', 15);
    const answer = await ask(server.port, path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).toMatch(/^(Not found\n)?$/);
    expect(server.provisioner.windowOf(device).handedOver).toBe(false);
  });

  it.each([
    ['no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    [
      'a length and chunks',
      requestText(`/p/${token}/${FILE}`, {
        headers: ['Content-Length: 5', 'Transfer-Encoding: chunked'],
      }),
    ],
    [
      'two lengths',
      requestText(`/p/${token}/${FILE}`, { headers: ['Content-Length: 5', 'Content-Length: 6'] }),
    ],
    ['a space in its name', `GET /p/${token}/a b HTTP/1.1\r\nHost: a\r\n\r\n`],
    ['a folded header', `GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n`],
    ['a control character', `GET /p/${token}/\x01 HTTP/1.1\r\nHost: a\r\n\r\n`],
    ['a tunnel', 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n'],
  ])('are short for %s', async (_, request) => {
    const answer = await exchange(server.port, request);
    expect([0, 400, 404]).toContain(answer.status);
    expect(answer.text.length).toBeLessThan(300);
  });
});

describe('bounds', () => {
  it.each([
    ['one huge header', [`X: ${'a'.repeat(20_000)}`]],
    ['a huge User-Agent', [`User-Agent: ${'a'.repeat(20_000)}`]],
    ['many headers', Array.from({ length: 2_000 }, (_, i) => `X-${i}: a`)],
  ])('refuse %s', async (_, headers) => {
    expect((await ask(server.port, `/p/${token}/${FILE}`, { headers })).status).toBe(431);
  });

  it('refuse a huge path', async () => {
    expect((await ask(server.port, `/p/${token}/${'a'.repeat(20_000)}`)).status).toBe(431);
  });

  it('end a client that sends its head drop by drop', async () => {
    const socket = connect({ port: server.port, host: '127.0.0.1' });
    const drops = setInterval(() => socket.writable && socket.write('X: a\r\n'), 50);
    socket.write(`GET /p/${token}/${FILE} HTTP/1.1\r\nHost: a\r\n`);
    const answer = answerOf(await readToEnd(socket));
    clearInterval(drops);
    expect([0, 408]).toContain(answer.status);
  });

  it('end a client that says nothing', async () => {
    const socket = connect({ port: server.port, host: '127.0.0.1' });
    expect(answerOf(await readToEnd(socket)).status).not.toBe(200);
  });

  it('end a client that sends a body drop by drop', async () => {
    const polycom = deviceOf('operator-desk');
    const socket = connect({ port: server.port, host: '127.0.0.1' });
    socket.write(
      `PUT /p/${polycom.token}/${polycom.id}-app.log HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n`,
    );
    const drops = setInterval(() => socket.writable && socket.write('x'), 50);
    await readToEnd(socket);
    clearInterval(drops);
    await until(() => server.events.at(-1)?.outcome === 'broke-off');
    expect(readdirSync(server.uploads)).toEqual([]);
  });

  it.each([
    ['altogether', { connections: 20 }],
    ['from one address', { connectionsPerAddress: 20 }],
  ])(
    'turn connections away that are too many %s, and serve phones again after',
    async (_, limits) => {
      const small = await startSite({ limits: { headersMs: 60_000, ...limits } });
      const open = () =>
        connect({ port: small.port, host: '127.0.0.1' }).on('error', () => undefined);
      const held = Array.from({ length: 20 }, open);
      await Promise.all(held.map((socket) => once(socket, 'connect')));
      const began = Date.now();
      await readToEnd(open());
      // At once, and not when the first of the others has been silent for too long.
      expect(Date.now() - began).toBeLessThan(30_000);
      expect(held.filter(({ destroyed }) => destroyed)).toEqual([]);
      for (const socket of held) socket.destroy();
      small.provisioner.open('+15035550123', 15);
      let status = 0;
      while (status === 0) ({ status } = await ask(small.port, `/p/${token}/${FILE}`));
      expect(status).toBe(200);
      await small.stop();
    },
  );

  it('do not shut a phone out by being silent, 64 times from each of four addresses', async () => {
    const site = await startSite({ limits: { headersMs: 60_000, idleMs: 60_000 } });
    const held = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5'].flatMap((localAddress) =>
      Array.from({ length: 64 }, () =>
        connect({ port: site.port, host: '127.0.0.1', localAddress }).on('error', () => undefined),
      ),
    );
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    site.provisioner.open('+15035550123', 15);
    expect((await ask(site.port, `/p/${token}/${FILE}`)).status).toBe(200);
    const page = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${site.port}\r\n\r\n`;
    expect((await exchange(site.port, page)).status).toBe(200);
    for (const socket of held) socket.destroy();
    await site.stop();
  });

  it('keep a flood of puts to a few at once, and to a few files', async () => {
    const { id, token: of } = deviceOf('operator-desk');
    const path = (i: number) => `/p/${of}/${id}-${['app', 'boot', 'now'][i % 3]}.log`;
    const slow = Array.from({ length: 2 }, (_, i) => {
      const socket = connect({ port: server.port, host: '127.0.0.1' });
      socket.write(
        `PUT ${path(i)} HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n`,
      );
      return socket;
    });
    await Promise.all(slow.map((socket) => once(socket, 'data')));
    const body = Buffer.alloc(300 * 1024, 'x');
    const put = (i: number) => ask(server.port, path(i), { method: 'PUT', body });
    expect((await put(2)).status).toBe(404);
    expect(server.events.at(-1)?.outcome).toBe('busy');
    for (const socket of slow) socket.destroy();
    await until(() => server.events.filter(({ outcome }) => outcome === 'broke-off').length >= 2);

    await Promise.all(Array.from({ length: 30 }, (_, i) => put(i)));
    const names = readdirSync(`${server.uploads}/${id}`);
    expect(names.length).toBeLessThanOrEqual(3);
    expect(names.every((name) => name.endsWith('.log'))).toBe(true);
  });

  it('answer one request a connection, whatever else is in it', async () => {
    server.provisioner.open('+15035550123', 15);
    const one = requestText(`/p/${token}/${FILE}`, { method: 'HEAD' });
    const answer = await exchange(server.port, Buffer.concat([one, one, one]));
    expect(answer.text.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });
});

it('no refusal holds a password, and no event a password or a token', async () => {
  for (const { extension, requests, agent } of BOOTS) {
    for (const { name } of requests) {
      const paths = [`/${name}`, `/p/${token}/${name}`, `/p/${deviceOf(extension).token}`];
      for (const path of paths) {
        const { status, text } = await ask(server.port, path, { agent: `${agent} ${token}` });
        if (status === 200) continue;
        expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
      }
    }
  }
  const said = JSON.stringify(server.events);
  const hidden = [...SECRETS, ...DEVICES.map(({ token: one }) => one)];
  expect(hidden.filter((text) => said.includes(text))).toEqual([]);
  expect(SECRETS.length).toBeGreaterThanOrEqual(DEVICES.length);
});
