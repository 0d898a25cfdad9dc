/**
 * The set-up of the first design: no directory at all, phones known by the SIP domain's
 * credential lists, which the real SDK reads from a stand-in.
 */
import { rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { ACCOUNT_SID, SIP_DOMAIN_SID, sipInvite } from '../fixtures/twilio';
import { CredentialListApi, listSid } from '../support/credentialLists';
import { BUILDS, type LocalServer, startLocalServer } from '../support/localServer';

const api = new CredentialListApi({
  lists: { [listSid('a')]: ['+15035550123', '+15035550124', 'lobby'] },
  calls: [listSid('a')],
  registrations: [listSid('a')],
});
let rest: Server;
let server: LocalServer;

beforeAll(async () => {
  rest = await api.listen();
  const { port } = rest.address() as AddressInfo;
  const env = path.join(BUILDS, 'seed.env');
  server = await startLocalServer('examples/payphones', {
    env,
    preload: ['test/support/restHook.cjs'],
    variables: { REST_PORT: String(port) },
    change: (dist) => {
      for (const name of ['directory', 'emergency']) {
        rmSync(path.join(dist, `assets/${name}.private.json`));
      }
      writeFileSync(env, `ACCOUNT_SID=${ACCOUNT_SID}\nAUTH_TOKEN=${'0'.repeat(32)}\n`);
    },
  });
});
afterAll(async () => {
  await server.stop();
  rest.close();
});

it('lets a listed number dial out as itself', async () => {
  const { body } = await server.post('/sip-outgoing', sipInvite({ from: '+15035550123' }));

  expect(body).toContain('callerId="+15035550123"');
  expect(body).toContain('<Number>+15035550199</Number>');
});

it('rings a number that is listed too over SIP, at the domain that was called', async () => {
  const { body } = await server.post(
    '/sip-outgoing',
    sipInvite({ from: '+15035550123', to: '5035550124' }),
  );

  expect(body).toContain('<Sip>sip:+15035550124@direct-example-prod.sip.twilio.com</Sip>');
});

it('refuses a number that is not listed, and a name that is', async () => {
  for (const from of ['+15035550177', 'lobby']) {
    const { body } = await server.post('/sip-outgoing', sipInvite({ from }));
    expect(body).toContain('This telephone is not set up to make calls.');
  }
});

it('has asked once for all of these calls', () => {
  expect(api.requests).toHaveLength(3);
});

it('tells other functions, through cred-util, who is listed', async () => {
  const listed = async (username: string) =>
    JSON.parse(
      (await server.post('/cred-util', { username, SipDomainSid: SIP_DOMAIN_SID })).body,
    ) as unknown;

  expect(await listed('lobby')).toEqual({ listed: true });
  expect(await listed('stranger')).toEqual({ listed: false });
  api.failure = 503;
  expect(await listed('+15035550188')).toEqual({ listed: false });
});
