/** A webhook handler with the runtime's own globals, and rules that fail. */
import { LocalDevelopmentServer } from '@twilio/runtime-handler/dev';
import { type Decision, routeUrgent } from '../../../src/runtime/calls';
import type { CancelLegs } from '../../../src/runtime/calls/effects';
import { type Request, type Webhook, webhook } from '../../../src/runtime/webhook/handler';
import { APOLOGY } from '../../../src/runtime/twiml';
import { sipInvite } from '../../fixtures/twilio';

interface Answered {
  readonly body: string;
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
}

beforeAll(() => {
  // Constructing it puts Twilio.Response and Runtime where functions find them.
  new LocalDevelopmentServer(0, {
    baseDir: process.cwd(),
    env: {},
    port: 0,
    url: '',
    detailedLogs: false,
    live: false,
    logs: false,
    legacyMode: false,
    appName: 'dialtone',
    forkProcess: false,
    logger: console,
    routes: { functions: [], assets: [] },
    enableDebugLogs: false,
  });
});

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation();
  jest.spyOn(console, 'error').mockImplementation();
});
afterEach(() => jest.restoreAllMocks());

const context = { DOMAIN_NAME: 'dialtone-1234-stage.twil.io' } as Webhook['context'];
const invite = sipInvite({ from: 'desk' });
const event = { ...invite, request: { headers: {}, cookies: {} } };

async function answersOf(decide: (webhook: Webhook) => Decision | Promise<Decision>) {
  const callback = jest.fn();
  await webhook('outgoing', decide)(context, event, callback);
  return callback.mock.calls as [null, Answered][];
}

describe('A webhook handler', () => {
  it('answers the decision as TwiML, once', async () => {
    const answers = await answersOf(() => ({ kind: 'hangUp' }));

    expect(answers).toHaveLength(1);
    expect(answers[0]?.[1]).toMatchObject({
      statusCode: 200,
      body: '<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>',
      headers: { 'Content-Type': 'text/xml; charset=utf-8' },
    });
  });

  it('logs the menu of a key, where it led and which phones ring, with no whole number', async () => {
    const ring: Decision = {
      kind: 'ring',
      leg: 'phone',
      extensions: ['desk', '+15035550123'],
      sipDomain: 'direct-example-stage',
      callerId: 'desk',
      ringSeconds: 25,
    };
    const gather: Decision = {
      kind: 'gather',
      position: { at: 'menu', menu: 'staff', language: 'en', round: 1, history: [], keys: '' },
      audio: [],
      waitSeconds: 3,
    };
    for (const decision of [ring, gather]) {
      await webhook('menu', () => decision)(context, { ...event, ...{ menu: 'main' } }, jest.fn());
    }

    const lines = jest
      .mocked(console.log)
      .mock.calls.map(([line]) => JSON.parse(line as string) as object);
    expect(lines).toEqual([
      expect.objectContaining({ event: 'menu.ring', menu: 'main', rings: ['desk', '+1…23'] }),
      expect.objectContaining({ event: 'menu.gather', menu: 'main', target: 'staff' }),
    ]);
    expect(lines).toEqual(
      lines.map(
        () => expect.objectContaining({ time: expect.stringMatching(/Z$/) as string }) as object,
      ),
    );
  });

  it('tells its rule the environment, the parameters and the directory', async () => {
    const decide = jest.fn<Decision, [Webhook]>(() => ({ kind: 'hangUp' }));
    await answersOf(decide);

    expect(decide.mock.calls[0]?.[0]).toMatchObject({
      environment: 'stage',
      parameters: invite,
      directory: { site: { country: 'US' } },
    });
  });

  it('still places 911 where the runtime gives no assets', async () => {
    jest.spyOn(Runtime, 'getAssets').mockImplementation(() => {
      throw new Error('no assets');
    });
    const from = sipInvite({ from: '+15035550123', to: '911' });
    const callback = jest.fn();
    const urgent = (request: Request) => routeUrgent(request.call, request.book);
    await webhook('outgoing', () => ({ kind: 'hangUp' }), { urgent })(
      context,
      { ...event, ...from },
      callback,
    );

    const [[, { body }]] = callback.mock.calls as [[null, Answered]];
    expect(body).toContain('<Number>911</Number>');
    expect(body).toContain('callerId="+15035550123"');
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no rule for +15035550123');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no rule for +15035550123'))],
    ['decides what nobody knows', () => ({ kind: 'ring', extensions: null }) as never],
  ])('apologises, once, where its rule %s', async (_, decide) => {
    const answers = await answersOf(decide);

    expect(answers).toHaveLength(1);
    expect(answers[0]?.[1]).toMatchObject({ statusCode: 200, body: APOLOGY });
    expect(console.error).toHaveBeenCalledTimes(1);
    expect(JSON.stringify((console.error as jest.Mock).mock.calls)).not.toContain('5035550123');
  });
});

describe('Effects of a rule', () => {
  const CANCEL: CancelLegs = { kind: 'cancelLegs', call: 'CA', tell: true };
  const rule = (): Decision<CancelLegs> => ({ kind: 'hangUp', effects: [CANCEL] });

  it('are given to what runs them, after the answer is decided', async () => {
    const runEffects = jest.fn(() => Promise.resolve());
    const callback = jest.fn();
    await webhook('operatorTaken', rule, { runEffects })(context, event, callback);

    expect(runEffects).toHaveBeenCalledWith(
      [CANCEL],
      expect.objectContaining({ environment: 'stage' }),
    );
    expect(runEffects.mock.invocationCallOrder[0]).toBeLessThan(
      callback.mock.invocationCallOrder[0]!,
    );
  });

  // Read by `npm run typecheck`, which fails where an error that is expected does not come.
  it('cannot be dropped: without something that runs them the types are wrong', () => {
    // @ts-expect-error nothing runs the effects
    webhook('operatorTaken', rule);
    // @ts-expect-error the options run none either
    webhook('operatorTaken', rule, { urgent: () => undefined });
    // @ts-expect-error what runs other effects does not run these
    webhook('operatorTaken', rule, {
      runEffects: (effects: readonly { kind: 'notify' }[]) => Promise.resolve(void effects),
    });
    // @ts-expect-error nor may a decision lose them on the way
    const dropped: Decision = rule();
    // A rule without effects needs nothing.
    webhook('operatorBridged', () => ({ kind: 'hangUp' }));

    expect(dropped.kind).toBe('hangUp');
  });
});
