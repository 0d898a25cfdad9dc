/** When a phone counts as having its file, seen from the connection. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { whenDelivered } from '../../../src/phones/provision/delivery';
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
const state = () => server.bench.armingOf(device);
const outcomes = () => server.events.map(({ outcome }) => outcome);

beforeEach(() => server.bench.arm(EXTENSION, 15));

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

it('has not when it breaks off', async () => {
  for (let i = 0; i < 3; i++) {
    const socket = await open();
    socket.once('data', () => socket.resetAndDestroy());
    socket.write(requestText(url));
    await once(socket, 'close');
    await until(() => outcomes().filter((outcome) => outcome === 'broke-off').length > i);
    expect(state().handedOver).toBe(false);
  }
  expect((await ask(server.port, url)).status).toBe(200);
  await until(() => state().handedOver);
});

it('has not when it goes away with part of it unread', async () => {
  const bytes = Buffer.alloc(50);
  const socket = connect({
    port: server.port,
    host: '127.0.0.1',
    // Reads fifty bytes, and no more.
    onread: { buffer: bytes, callback: () => false },
  });
  await once(socket, 'connect');
  socket.write(requestText(url));
  await until(() => bytes.toString('latin1').startsWith('HTTP/1.1 200'));
  socket.destroy();
  await until(() => outcomes().at(-1) === 'broke-off');
  expect(state().handedOver).toBe(false);
});

it('has not when it is gone before the answer begins', async () => {
  let whole: boolean | undefined;
  const late = createServer((_request, response) => {
    whenDelivered(response, 5_000, (delivered) => (whole = delivered));
    response.socket?.once('end', () => response.end('too late'));
  }).listen(0, '127.0.0.1');
  await once(late, 'listening');
  const { port } = late.address() as AddressInfo;
  connect({ port, host: '127.0.0.1' }).end(requestText(url));
  await until(() => whole !== undefined);
  expect(whole).toBe(false);
  late.close();
});

it('has not when it reads too slowly', async () => {
  let whole: boolean | undefined;
  const large = createServer((_request, response) => {
    whenDelivered(response, 200, (delivered) => (whole = delivered));
    response.end(Buffer.alloc(50_000_000));
  }).listen(0, '127.0.0.1');
  await once(large, 'listening');
  const { port } = large.address() as AddressInfo;
  const client = connect({ port, host: '127.0.0.1' });
  client.on('error', () => undefined).write(requestText(url));
  await until(() => whole !== undefined);
  expect(whole).toBe(false);
  client.destroy();
  large.close();
});

it('has not while another is on its way to it', async () => {
  const before = outcomes().length;
  const first = await open();
  first.pause();
  first.write(requestText(url));
  await until(() => outcomes().length > before);
  expect((await ask(server.port, url)).status).toBe(404);
  expect(outcomes().at(-1)).toBe('busy');
  first.resetAndDestroy();
  await until(() => outcomes().at(-1) === 'broke-off');
  expect((await ask(server.port, url)).status).toBe(200);
});

it('is asked for twice at once by one who gets it once', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(server.port, url)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

it('counts for the arming in which it left', async () => {
  const before = outcomes().length;
  const socket = await open();
  socket.pause();
  socket.write(requestText(url));
  await until(() => outcomes().length > before);
  server.bench.arm(EXTENSION, 15);
  socket.resume();
  socket.end();
  await once(socket, 'close');
  await until(() => outcomes().length > before + 1);
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
    const adapter = both.bench.arm('belmont', 15);
    expect(adapter.extensions).toEqual(['clinton', 'belmont']);
    const { body } = await ask(both.port, `/p/${adapter.token}/spa${adapter.id}.cfg`);
    expect(body).toContain('<User_ID_1_>clinton</User_ID_1_>');
    expect(body).toContain('<User_ID_2_>belmont</User_ID_2_>');
  } finally {
    await both.stop();
  }
});
