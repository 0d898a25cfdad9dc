/** What a caller hears, and who can still call for help, when things behind the webhooks are broken. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { incomingCall, type Parameters, sipInvite } from '../fixtures/twilio';
import { type LocalServer, startLocalServer } from '../support/localServer';
import { twimlError } from '../../tools/exchange/twimlSchema';

const BOOTH = '+15035550123';

const DIRECTORY = 'assets/directory.private.json';
const EMERGENCY = 'assets/emergency.private.json';

/** The example with a booth that is named by a word, in a mode that allows it. */
const withFerry = mkdtempSync(path.join(tmpdir(), 'ferry-'));
beforeAll(() => {
  cpSync('examples/payphones', withFerry, { recursive: true });
  const site = readFileSync(path.join(withFerry, 'site.yaml'), 'utf8');
  writeFileSync(
    path.join(withFerry, 'site.yaml'),
    site.replace('emergency: direct', 'emergency: webhook'),
  );
  const ferry = 'ferry: { name: Ferry landing, number: +15035550145, emergency: true }\n';
  appendFileSync(path.join(withFerry, 'extensions.yaml'), ferry);
});
afterAll(() => rmSync(withFerry, { recursive: true }));
const FERRY = 'callerId="+15035550145"';

/** Alters the compiled directory of a build as JSON. */
const altered = (change: (directory: Record<string, unknown>) => object) => (dist: string) => {
  const file = path.join(dist, DIRECTORY);
  const directory = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify(change(directory)));
};
/** A pattern that is none fails when the first call comes to it. */
const badRule = altered((directory) => ({ ...directory, rewrites: [{ from: '(', to: '1' }] }));
const cut = (name: string) => (dist: string) => writeFileSync(path.join(dist, name), '{"version"');
const gone = (name: string) => (dist: string) => rmSync(path.join(dist, name));

/** 911 as a phone named by a word dials it, presses it in a menu, and dials it inside a call. */
const WAYS: readonly (readonly [string, string, Parameters])[] = [
  ['an INVITE', '/sip-outgoing', { Digits: '' }],
  ['a menu', '/menu?menu=main&lang=en&keys=9', { Digits: '11' }],
  ['the dial tone', '/dial-tone?lang=en', { Digits: '911' }],
];

describe.each([
  ['that is cut off', cut(DIRECTORY)],
  ['that is missing', gone(DIRECTORY)],
  ['without its site', altered((directory) => ({ ...directory, site: undefined }))],
  ['of another version', altered((directory) => ({ ...directory, version: 0 }))],
  ['with a rule that fails', badRule],
])('with a compiled directory %s', (_, change) => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await startLocalServer(withFerry, { change });
  });
  afterAll(() => server.stop());

  it.each(WAYS)('911 is placed from %s of a phone named by a word', async (_, route, keys) => {
    const { body } = await server.post(route, {
      ...sipInvite({ from: 'ferry', to: '911' }),
      ...keys,
    });

    expect(body).toContain(FERRY);
    expect(body).toContain('<Number>911</Number>');
  });

  it.each(WAYS)('and refused from %s of one that may not', async (_, route, keys) => {
    const invite = sipInvite({ from: 'detroit', to: '911' });
    const { body } = await server.post(route, { ...invite, ...keys });

    expect(body).toContain('This telephone cannot make emergency calls.');
    expect(body).not.toContain('<Dial');
  });

  it('everybody else hears it in words', async () => {
    const answers = await Promise.all([
      server.post('/sip-outgoing', sipInvite({ from: 'detroit' })),
      server.post('/sip-outgoing', sipInvite({ from: BOOTH, to: '5035550199' })),
      server.post('/dial-result', sipInvite({ from: BOOTH })),
    ]);

    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(twimlError(body)).toBeUndefined();
      expect(body).toMatch(/^<\?xml[^>]*\?><Response><Say/);
    }
    expect(server.output()).toMatch(/"event":"(directory.unreadable|door.failed)"/);
  });
});

describe('with an emergency book that cannot be read', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await startLocalServer(withFerry, { change: cut(EMERGENCY) });
  });
  afterAll(() => server.stop());

  it.each(WAYS)('the directory says who calls 911 from %s', async (_, route, keys) => {
    const { body } = await server.post(route, {
      ...sipInvite({ from: 'ferry', to: '911' }),
      ...keys,
    });

    expect(body).toContain(FERRY);
    expect(server.output()).toContain('"event":"emergency.unreadable"');
  });
});

describe('with neither directory nor emergency book that can be read', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await startLocalServer('examples/payphones', {
      change: (dist) => [DIRECTORY, EMERGENCY].forEach((name) => cut(name)(dist)),
    });
  });
  afterAll(() => server.stop());

  it.each(WAYS)('911 is placed from %s of a phone named by its number', async (_, route, keys) => {
    const { body } = await server.post(route, {
      ...sipInvite({ from: BOOTH, to: '911' }),
      ...keys,
    });

    expect(body).toContain(`callerId="${BOOTH}"`);
    expect(body).toContain('<Number>911</Number>');
  });

  it('says so in words to everybody else', async () => {
    const answers = await Promise.all([
      server.post('/sip-outgoing', sipInvite({ from: 'detroit', to: '911' })),
      server.post('/sip-incoming', incomingCall({ to: BOOTH })),
    ]);

    for (const { body } of answers) expect(body).toMatch(/^<\?xml[^>]*\?><Response><Say/);
    expect(server.output()).toContain('"event":"directory.unreadable"');
  });
});

describe('with two thousand rewrite rules', () => {
  let server: LocalServer;
  beforeAll(async () => {
    const rewrites = Array.from({ length: 2_000 }, (_, n) => ({
      from: `^8${String(n).padStart(4, '0')}(\\d{3})(\\d{4})$`,
      to: '+1503$1$2',
    }));
    const outside = { from: '^9(\\d{3})$', to: '$1' };
    server = await startLocalServer(withFerry, {
      change: altered((directory) => ({ ...directory, rewrites: [...rewrites, outside] })),
    });
  });
  afterAll(() => server.stop());

  it('911 behind the last of them is 911', async () => {
    const { body } = await server.post('/sip-outgoing', sipInvite({ from: 'ferry', to: '9911' }));

    expect(body).toContain('<Number>911</Number>');
  });
});

describe('with no directory at all', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await startLocalServer('examples/payphones', {
      change: (dist) => [DIRECTORY, EMERGENCY].forEach((name) => gone(name)(dist)),
    });
  });
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
  });
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
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  const hears = async (route: string, parameters = {}) => {
    const { status, body } = await server.post(route, { ...call, ...parameters });
    expect(status).toBe(200);
    expect(twimlError(body)).toBeUndefined();
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
