/** A phone that the directory knows never causes a request to Twilio: counted on the wire. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { ACCOUNT_SID, dialResult, incomingCall, sipInvite } from '../fixtures/twilio';
import { BUILDS, type LocalServer, startLocalServer } from '../support/localServer';

let server: LocalServer;
let proxy: Server;
/** Hosts that the server has tried to reach. */
const reached: string[] = [];

beforeAll(async () => {
  // The SDK reaches Twilio through the proxy that HTTP_PROXY names; this one counts and refuses.
  proxy = createServer();
  proxy.on('connect', ({ url }, socket) => {
    reached.push(url ?? '');
    // The SDK hangs up in its own way; that is no fault of the test.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const env = path.join(BUILDS, 'network.env');
  server = await startLocalServer('examples/payphones', {
    env,
    change: (dist) => {
      writeFileSync(
        env,
        `ACCOUNT_SID=${ACCOUNT_SID}\nAUTH_TOKEN=${'0'.repeat(32)}\nHTTP_PROXY=http://127.0.0.1:${port}\n`,
      );
      // Without it nobody is ever asked about.
      const file = path.join(dist, 'assets/directory.private.json');
      const directory = readFileSync(file, 'utf8');
      writeFileSync(file, directory.replace('"strangers":false', '"strangers":true'));
    },
  });
});
afterAll(async () => {
  await server.stop();
  proxy.close();
});

it('is asked nothing for phones of the directory, whatever they dial, nor for emergency calls', async () => {
  const phones = ['+15035550123', 'detroit', 'clinton', '101', 'demo'];
  const dialled = ['5035550199', '911', '0', '#', '*72', '211', '+15035550130', 'nonsense', ''];
  for (const from of phones) {
    for (const to of dialled) {
      await server.post('/sip-outgoing', sipInvite({ from, to, environment: 'dev' }));
    }
  }
  await server.post('/sip-outgoing', sipInvite({ from: '+15035550177', to: '911' }));
  await server.post(
    '/sip-outgoing',
    sipInvite({ from: 'stranger', to: '5035550199', environment: 'dev' }),
  );
  await server.post('/sip-incoming', incomingCall());
  await server.post('/dial-result?leg=outside', dialResult('busy'));

  expect(reached).toEqual([]);
});

it('is asked about a phone that only its credential lists may know', async () => {
  const invite = sipInvite({ from: '+15035550177', environment: 'dev' });
  const { body } = await server.post('/sip-outgoing', invite);

  expect(new Set(reached)).toEqual(new Set(['api.twilio.com:443']));
  expect(body).toContain('We cannot tell right now');
});
