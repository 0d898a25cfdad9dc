/** What a caller hears, and who can still call for help, when things behind the doors are broken. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { incomingCall, sipInvite } from '../fixtures/twilio';
import { type LocalServer, startLocalServer } from '../support/localServer';
import { twimlFault } from '../support/twiml';

const BOOTH = '+15035550123';

describe('with a compiled directory that cannot be read', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await startLocalServer('examples/payphones', {
      change: (dist) =>
        writeFileSync(path.join(dist, 'assets/directory.private.json'), '{"version"'),
    });
  }, 60_000);
  afterAll(() => server.stop());

  it('still dials 911 for a phone whose username is its number', async () => {
    const { body } = await server.post('/sip-outgoing', sipInvite({ from: BOOTH, to: '911' }));

    expect(body).toContain(`callerId="${BOOTH}"`);
    expect(body).toContain('<Number>911</Number>');
  });

  it('says so in words to everybody else', async () => {
    const answers = await Promise.all([
      server.post('/sip-outgoing', sipInvite({ from: 'detroit', to: '911' })),
      server.post('/sip-outgoing', sipInvite({ from: BOOTH, to: '5035550199' })),
      server.post('/sip-incoming', incomingCall({ to: BOOTH })),
      server.post('/dial-result', sipInvite({ from: BOOTH })),
    ]);

    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(twimlFault(body)).toBeUndefined();
      expect(body).toMatch(/^<\?xml[^>]*\?><Response><Say/);
    }
  });

  it('raises an alert that names the cause', () => {
    expect(server.output()).toContain('"event":"directory.unreadable"');
  });
});

describe('with no directory at all', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await startLocalServer('examples/payphones', {
      change: (dist) => rmSync(path.join(dist, 'assets/directory.private.json')),
    });
  }, 60_000);
  afterAll(() => server.stop());

  it('dials 911 for a phone whose username is its number', async () => {
    const { body } = await server.post('/sip-outgoing', sipInvite({ from: BOOTH, to: '+1911' }));

    expect(body).toContain('<Number>911</Number>');
  });

  it('refuses in words where Twilio cannot be asked about the phone', async () => {
    const { body } = await server.post('/sip-outgoing', sipInvite({ from: BOOTH }));

    expect(body).toContain('We cannot tell right now whether this telephone may make calls.');
    expect(server.output()).toContain('"event":"lookUp.failed"');
  });
});

describe('with TwiML assets that are gone', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await startLocalServer('examples/payphones', {
      change: (dist) => rmSync(path.join(dist, 'assets/twiml'), { recursive: true }),
    });
  }, 60_000);
  afterAll(() => server.stop());

  it('still rings the phone', async () => {
    const { body } = await server.post('/sip-incoming', incomingCall({ to: BOOTH }));

    expect(body).toContain(`sip:${BOOTH}@direct-example-dev.sip.twilio.com</Sip>`);
  });
});
