/** Somebody is told of a message: by SMS with the real SDK, by webhook over real HTTP. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Notify } from '../../../src/runtime/calls/effects';
import { routeMessageReady } from '../../../src/runtime/calls/operator';
import { runEffect } from '../../../src/runtime/effects/run';
import type { EffectContext } from '../../../src/runtime/effects/context';
import { MemoryStore } from '../../../src/runtime/stores/memoryStore';
import { SyncStore } from '../../../src/runtime/stores/syncStore';
import { CALL, withDesk } from '../calls/operator/desk';
import { CONNECTION_LOST } from '../../../tools/twilio-stand-in/contract';
import { pass, passUntil, stopTime, until } from '../../support/time';
import { Account, refusal } from '../webhook/account';

const RECORDING = `RE${'0'.repeat(32)}`;
const RECORD = `dialtone-prod-message-${RECORDING}`;
const WEBHOOK = 'https://hooks.example.org/message';
/** The webhook's time is measured by the real clock, which a busy machine outruns. */
const AMPLE_MS = 60_000;
const directory = withDesk();
const notify = notifyOf({});

let account: Account;
let context: EffectContext;
let server: Server;
let bodies: unknown[];
let status: number;
/** Whatever is sent to the webhook's URL reaches the server here. */
const toServer = globalThis.fetch;

beforeEach(async () => {
  stopTime();
  account = await new Account().open();
  const client = account.client();
  context = {
    environment: 'prod',
    domainName: 'dialtone-1234-prod.twil.io',
    directory,
    client,
    store: new SyncStore(client, 'default'),
    fallbackStore: new MemoryStore(),
    webhookUrl: WEBHOOK,
    deadline: performance.now() + AMPLE_MS,
  };
  bodies = [];
  status = 204;
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      bodies.push(text === '' ? 'nothing' : JSON.parse(text));
      if (status > 0) response.writeHead(status, { location: '/elsewhere' }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation((_, init) => toServer(`http://127.0.0.1:${port}/`, init));
  jest.spyOn(console, 'log').mockImplementation();
  jest.spyOn(console, 'error').mockImplementation();
});
afterEach(async () => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  expect(account.standIn.violations).toEqual([]);
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function notifyOf(settings: object): Notify {
  const { effects } = routeMessageReady(
    {
      environment: 'prod',
      call: CALL,
      recording: RECORDING,
      url: `https://api.twilio.com/2010-04-01/Accounts/AC0/Recordings/${RECORDING}`,
      status: 'completed',
      seconds: '42',
      line: 'phone.alder',
      language: 'en',
      ...settings,
    },
    directory,
  );
  return effects?.[0] as Notify;
}

const failures = () => (console.error as jest.Mock).mock.calls.map(([line]) => String(line));

describe('Messages one after the other', () => {
  const message = (nth: number) => notifyOf({ recording: `RE${String(nth).padStart(32, '0')}` });
  const tell = (nth: number) =>
    runEffect(message(nth), { ...context, deadline: performance.now() + AMPLE_MS });
  const most = notify.limits.phone.minute;
  /** Nothing of this ends with the minute that is counted. */
  beforeEach(() => stopTime(new Date('2026-11-21T20:00:30Z')));

  it('are told as often as volunteers may be called, and no more; all are noted', async () => {
    for (let nth = 0; nth < most + 2; nth++) await tell(nth);

    expect(account.messages).toHaveLength(most);
    for (let nth = 0; nth < most + 2; nth++) {
      const { recording } = message(nth).message;
      expect(account.document(`dialtone-prod-message-${recording}`)).toBeDefined();
    }
  });

  it('nor while the store does not answer', async () => {
    account.before = ({ host }) => (host.startsWith('sync') ? CONNECTION_LOST : undefined);

    for (let nth = 0; nth < most + 2; nth++) await tell(nth);

    expect(account.messages).toHaveLength(most);
  });
});

describe('A note that Sync is slow to take', () => {
  it('keeps nobody from being told within the second', async () => {
    account.before = async ({ host }) => {
      if (host.startsWith('sync')) await new Promise((resolve) => setTimeout(resolve, 1_200));
      return undefined;
    };

    const reported = runEffect(notify, context);
    await pass(1_000);

    expect(account.messages).toHaveLength(1);
    await until(() => bodies.length === 1);
    // What is still under way must not meet the next test's account.
    await passUntil(reported);
    await pass(400);
  });
});

describe('A message', () => {
  it('is noted, and told by SMS and webhook', async () => {
    await runEffect(notify, context);

    expect(account.document(RECORD)?.data).toMatchObject({
      recording: RECORDING,
      seconds: 42,
      done: false,
    });
    const { dateCreated, dateExpires } = account.document(RECORD) ?? {};
    expect(Number(dateExpires) - Number(dateCreated)).toBe(37 * 86_400_000);
    expect(account.messages).toEqual([
      { to: '+15035550173', from: '+15035550100', body: notify.text },
    ]);
    expect(bodies).toEqual([{ event: 'message', environment: 'prod', ...notify.message }]);
    expect(jest.mocked(fetch).mock.calls[0]?.[0]).toBe(WEBHOOK);
    expect(failures()).toEqual([]);
  });

  it('is told once, though Twilio reports it twice', async () => {
    await Promise.all([runEffect(notify, context), runEffect(notify, context)]);

    expect(account.messages).toHaveLength(1);
    expect(bodies).toHaveLength(1);
  });

  it('in which nobody spoke is noted as done, and told to nobody', async () => {
    await runEffect(notifyOf({ seconds: '1' }), context);

    expect(account.document(RECORD)?.data).toMatchObject({ done: true });
    expect([...account.messages, ...bodies]).toEqual([]);
  });

  it('is told, once a process, while the store does not answer', async () => {
    account.before = ({ host }) => (host.startsWith('sync') ? CONNECTION_LOST : undefined);
    await runEffect(notify, context);
    await runEffect(notify, context);

    expect(account.messages).toHaveLength(1);
  });

  it('is told by webhook where the SMS fails, and by SMS where the webhook fails', async () => {
    account.before = ({ path }) =>
      path.endsWith('/Messages.json') ? refusal(400, 21608) : undefined;
    await runEffect(notify, context);
    expect(bodies).toHaveLength(1);
    expect(failures()).toHaveLength(1);

    account.before = () => undefined;
    status = 500;
    await runEffect(
      { ...notify, message: { ...notify.message, recording: `RE${'1'.repeat(32)}` } },
      context,
    );
    expect(account.messages).toHaveLength(1);
    expect(failures().at(-1)).toContain('answers 500');
  });

  it.each([
    undefined,
    '',
    'http://hooks.example.org/s3cret',
    'file:///etc/s3cret',
    'hooks.example.org/s3cret',
    'https://hooks.example.org:99999/t/s3cret',
    'https://[hooks.example.org/s3cret',
    'https://robin:s3cret@hooks.example.org/',
    'https://s3cret@hooks.example.org/',
  ])('is sent to no webhook by the URL %s, which is told to nobody', async (webhookUrl) => {
    await runEffect(notify, { ...context, webhookUrl });

    expect(bodies).toEqual([]);
    expect(failures()).toEqual([expect.stringContaining('MESSAGE_WEBHOOK_URL is no https URL')]);
    expect(failures()[0]).not.toContain('s3cret');
    expect(account.messages).toHaveLength(1);
  });

  it('is not sent on to where the webhook redirects', async () => {
    status = 302;
    await runEffect(notify, context);

    expect(bodies).toHaveLength(1);
    expect(failures()).toHaveLength(1);
  });

  it('gives a webhook up that hangs, within the second', async () => {
    status = 0;
    await runEffect(notify, { ...context, deadline: performance.now() + 100 });

    expect(failures()).toHaveLength(1);
    expect(account.messages).toHaveLength(1);
  });

  it('says so where the site has no number to send from', async () => {
    await runEffect({ ...notify, from: undefined }, context);

    expect(failures()[0]).toContain('no number to send an SMS from');
    expect(bodies).toHaveLength(1);
  });

  it('is told to nobody whom the directory does not name', async () => {
    await runEffect({ ...notify, notice: { sms: [], webhook: false } }, context);

    expect([...account.messages, ...bodies, ...failures()]).toEqual([]);
    expect(account.document(RECORD)).toBeDefined();
  });

  it('is only logged on a machine without an account', async () => {
    const memory = new MemoryStore();
    await runEffect(notify, {
      ...context,
      client: undefined,
      store: memory,
      fallbackStore: memory,
    });

    expect(console.log).toHaveBeenCalledWith(expect.stringContaining('message.wouldTell'));
    expect([...account.messages, ...bodies]).toEqual([]);
  });
});
