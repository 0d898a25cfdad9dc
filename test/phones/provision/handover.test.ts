/** When a phone counts as having its file, seen from the connection. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { deliver, type Delivery } from '../../../src/phones/provision/delivery';
import { SITE, deviceOf, startSite, type TestServer } from './site';
import { ask, readToEnd, requestText, until } from './wire';

let server: TestServer;
beforeAll(async () => {
  server = await startSite({ limits: { answerMs: 500, lingerMs: 500 } });
});
afterAll(() => server.stop());

const EXTENSION = 'clinton';
const device = deviceOf(EXTENSION);
const url = `/p/${device.token}/spa${device.id}.cfg`;
const state = () => server.provisioner.windowOf(device);
const outcomes = () => server.events.map(({ outcome }) => outcome);

beforeEach(() => server.provisioner.open(EXTENSION, 15));

async function open(): Promise<Socket> {
  const socket = connect({ port: server.port, host: '127.0.0.1' });
  await once(socket, 'connect');
  return socket;
}

it('has it when it has read all of it', async () => {
  expect((await ask(server.port, url)).status).toBe(200);
  await until(() => state().handedOver);
  expect(outcomes().at(-1)).toBe('handed-over');
});

it('has it when it reads and leaves it to us to close', async () => {
  const socket = await open();
  socket.write(requestText(url, { version: '1.0' }));
  await readToEnd(socket);
  await until(() => state().handedOver);
});

describe('counts as having it, for the last byte has left and nobody can tell any more', () => {
  it.each(['1.0', '1.1'] as const)(
    'when it reads all and resets, as often as it likes, by HTTP %s',
    async (version) => {
      const socket = await open();
      let read = '';
      socket.on('data', (chunk: Buffer) => {
        read += chunk.toString();
        if (read.endsWith('</flat-profile>\n')) socket.resetAndDestroy();
      });
      socket.write(requestText(url, { version }));
      await once(socket, 'close');
      expect(read).toContain('</flat-profile>');
      await until(() => state().handedOver);
      for (let i = 0; i < 3; i++) expect((await ask(server.port, url)).status).toBe(404);
    },
  );

  it.each<[string, (socket: Socket) => void]>([
    ['resets', (socket) => socket.resetAndDestroy()],
    ['closes', (socket) => socket.destroy()],
    ['reads no more, and vanishes', (socket) => socket.pause()],
  ])('when it %s at the first byte', async (_, end) => {
    const socket = await open();
    socket.once('data', () => end(socket));
    socket.write(requestText(url));
    await until(() => state().handedOver);
    expect((await ask(server.port, url)).status).toBe(404);
    socket.destroy();
  });

  it('when it has closed its side before, and only listens', async () => {
    const socket = await open();
    socket.end(requestText(url));
    expect(await readToEnd(socket)).toContain('</flat-profile>');
    expect(state().handedOver).toBe(true);
    expect((await ask(server.port, url)).status).toBe(404);
  });

  it.each([
    ['a part of it', ['Range: bytes=0-10']],
    ['to keep the connection', ['Connection: keep-alive']],
    [
      'only if it has changed',
      ['If-Modified-Since: Sat, 21 Nov 2026 08:00:00 GMT', 'If-None-Match: *'],
    ],
  ])('when it asks for %s: all of it is sent', async (_, headers) => {
    const { status, body } = await ask(server.port, url, { headers });
    expect([status, body.includes('</flat-profile>')]).toEqual([200, true]);
    expect(state().handedOver).toBe(true);
    expect((await ask(server.port, url, { headers })).status).toBe(404);
  });

  it('when it asks twice on one connection: the second is not answered', async () => {
    const socket = await open();
    socket.write(Buffer.concat([requestText(url), requestText(url)]));
    expect((await readToEnd(socket)).match(/<\/flat-profile>/g)).toHaveLength(1);
    expect(state().handedOver).toBe(true);
  });

  it('and it is said, with how often', async () => {
    const count = () => server.events.findLast(({ outcome }) => outcome === 'handed-over')?.times;
    await ask(server.port, url);
    const before = count() ?? 0;
    server.provisioner.open(EXTENSION, 15);
    const socket = await open();
    socket.once('data', () => socket.resetAndDestroy());
    socket.write(requestText(url));
    await until(() => outcomes().at(-1) === 'cut');
    expect(count()).toBe(before + 1);
    expect(state()).toMatchObject({ handedOver: true });
  });
});

describe('stays as it was, for it provably has not got all', () => {
  /** A server whose answer is larger than the buffers between it and a client that does not read. */
  async function delivered(
    use: (port: number, body: Buffer) => Promise<void>,
    mostMs = 5_000,
    begin: (response: ServerResponse, send: () => void) => void = (_, send) => send(),
  ): Promise<readonly Delivery[]> {
    const seen: Delivery[] = [];
    const body = Buffer.alloc(50_000_000);
    const large = createServer((_request, response) => {
      begin(response, () => {
        response.writeHead(200, { 'content-length': body.length, connection: 'close' });
        deliver(response, body, mostMs, (delivery) => seen.push(delivery));
      });
    }).listen(0, '127.0.0.1');
    await once(large, 'listening');
    await use((large.address() as AddressInfo).port, body);
    await until(() => seen.length > 0);
    large.close();
    return seen;
  }

  const client = async (port: number) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('error', () => undefined).write(requestText(url));
    await once(socket, 'connect');
    return socket;
  };

  it('when it reads too slowly', async () => {
    let socket: Socket | undefined;
    const seen = await delivered(async (port) => {
      socket = await client(port);
      socket.pause();
    }, 200);
    expect(seen).toEqual(['broken']);
    socket?.destroy();
  });

  it.each(['resetAndDestroy', 'destroy'] as const)('when it reads a part: %s', async (end) => {
    const seen = await delivered(async (port) => {
      const socket = await client(port);
      await once(socket, 'data');
      socket[end]();
    });
    expect(seen).toEqual(['broken']);
  });

  it('when it is gone before the answer begins', async () => {
    const seen = await delivered(
      async (port) => (await client(port)).resetAndDestroy() as unknown as undefined,
      5_000,
      ({ socket }, send) => socket?.once('close', send),
    );
    expect(seen).toEqual(['broken']);
  });

  it('when it looks whether it is there', async () => {
    expect((await ask(server.port, url, { method: 'HEAD' })).body).toBe('');
    expect(state().handedOver).toBe(false);
    expect((await ask(server.port, url)).status).toBe(200);
  });
});

it('is asked for twice at once by one who gets it once', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(server.port, url)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

it('counts for the window in which it left', async () => {
  const socket = await open();
  socket.pause();
  socket.write(requestText(url));
  await until(() => state().handedOver);
  server.provisioner.open(EXTENSION, 15);
  socket.resetAndDestroy();
  await until(() => outcomes().at(-1) === 'cut');
  expect(state().handedOver).toBe(false);
  expect((await ask(server.port, url)).status).toBe(200);
});

it('is not given twice to a phone with several lines, but for all of them at once', async () => {
  const phones = new Map(SITE.provisioning.extensions);
  const second = { model: 'linksys-pap2', mac: '00:18:f8:00:00:01', line: 2, dial: 'dialtone' };
  phones.set('belmont', { passwordGeneration: 1, phone: second as never });
  const site = { ...SITE, provisioning: { ...SITE.provisioning, extensions: phones } };
  const both = await startSite({ site });
  try {
    const adapter = both.provisioner.open('belmont', 15);
    expect(adapter.extensions).toEqual(['clinton', 'belmont']);
    const { body } = await ask(both.port, `/p/${adapter.token}/spa${adapter.id}.cfg`);
    expect(body).toContain('<User_ID_1_>clinton</User_ID_1_>');
    expect(body).toContain('<User_ID_2_>belmont</User_ID_2_>');
  } finally {
    await both.stop();
  }
});
