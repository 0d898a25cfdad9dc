/** What a caller hears, and who can still call for help, when things behind the doors are broken. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

describe('with sounds that are gone, and Twilio’s API, Sync and the webhook out of reach', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'broken-'));
  const call = { ...sipInvite({ environment: 'prod', from: '+15035550124', to: '#' }) };
  let server: LocalServer;
  beforeAll(async () => {
    const env = path.join(folder, '.env');
    const nowhere = 'http://127.0.0.1:9';
    const sid = `AC${'0'.repeat(32)}`;
    writeFileSync(
      env,
      `DOMAIN_NAME=dialtone-1234-prod.twil.io\nACCOUNT_SID=${sid}\nAUTH_TOKEN=${'0'.repeat(32)}\n` +
        `HTTP_PROXY=${nowhere}\nMESSAGE_WEBHOOK_URL=https://127.0.0.1:9/\n`,
    );
    server = await startLocalServer('examples/payphones', {
      env: path.relative('.', env),
      change: (dist) => rmSync(path.join(dist, 'assets/sounds'), { recursive: true }),
    });
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  const hears = async (route: string, parameters = {}) => {
    const { status, body } = await server.post(route, { ...call, ...parameters });
    expect(status).toBe(200);
    expect(twimlFault(body)).toBeUndefined();
    return body;
  };

  it('a caller for the operator holds, and leaves a message', async () => {
    expect(await hears('/menu?menu=main&lang=en', { Digits: '0' })).toContain('<Enqueue');
    expect(await hears('/operator-wait?lang=en', { QueueTime: '0' })).toContain('<Redirect');
    expect(await hears('/operator-left?lang=en', { QueueResult: 'leave' })).toContain('<Record');
    const recording = { RecordingSid: `RE${'0'.repeat(32)}`, RecordingStatus: 'completed' };
    await hears('/message-ready?lang=en', recording);
    expect(server.output()).toMatch(/operator.uncalled|store.failed/);
  });

  it.each(['main', 'services', 'transport', 'stories-more'])(
    '911 is dialled from the menu %s, in both languages',
    async (menu) => {
      for (const language of ['en', 'es']) {
        const query = `menu=${menu}&lang=${language}&round=1&way=main`;
        expect(await hears(`/menu?${query}`, { Digits: '9' })).toContain('keys=9');
        expect(await hears(`/menu?${query}&keys=9`, { Digits: '11' })).toContain(
          '<Number>911</Number>',
        );
      }
    },
  );
});
