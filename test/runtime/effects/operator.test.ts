/** The operator's effects, carried out with the real SDK. */
import { readCall } from '../../../src/runtime/calls';
import type { CallVolunteers, Effect } from '../../../src/runtime/calls/effects';
import { routeWait } from '../../../src/runtime/calls/operator';
import { OperatorCalls } from '../../../src/runtime/effects/operatorCalls';
import { runEffect } from '../../../src/runtime/effects/run';
import type { EffectContext } from '../../../src/runtime/effects/context';
import { MemoryStore } from '../../../src/runtime/stores/memoryStore';
import { SyncStore } from '../../../src/runtime/stores/syncStore';
import { CALL, NOON, phone, withDesk } from '../calls/operator/desk';
import { CONNECTION_LOST } from '../../../tools/twilio-stand-in/contract';
import { pass, passUntil, stopTime, until } from '../../support/time';
import { Account, refusal } from '../webhook/account';

const DOCUMENT = `dialtone-prod-call-${CALL}`;
const directory = withDesk();
const wait = { environment: 'prod', call: CALL, queueTime: '0', language: 'en' } as const;
const { effects } = routeWait(
  readCall({ ...wait, ...phone('alder'), search: 'unknown' }),
  directory,
  NOON,
);
const call = effects?.[0] as CallVolunteers;
const cancel = { kind: 'cancelLegs', call: CALL, tell: true } as const;

let account: Account;
let context: EffectContext;
const run = (effect: Effect) => runEffect(effect, context);

beforeEach(async () => {
  stopTime();
  account = await new Account().open();
  context = meansOn(account);
  jest.spyOn(console, 'log').mockImplementation();
  jest.spyOn(console, 'error').mockImplementation();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  expect(account.standIn.violations).toEqual([]);
});

function meansOn(on: Account, settings: Partial<EffectContext> = {}): EffectContext {
  const client = on.client();
  return {
    environment: 'prod',
    domainName: 'dialtone-1234-prod.twil.io',
    directory,
    client,
    store: new SyncStore(client, 'default'),
    fallbackStore: new MemoryStore(),
    webhookUrl: undefined,
    deadline: performance.now() + 1_000,
    ...settings,
  };
}

/** A process to which Sync takes so many milliseconds, one half each way, and a call 150. It is stopped when its second is over. */
function processWithSync(latency: number): EffectContext {
  account.before = () => undefined;
  const deadline = performance.now() + 1_000;
  const stopped = new Promise<never>(() => undefined);
  const sent = async () => {
    if (performance.now() > deadline) await stopped;
  };
  const client = account.client({
    before: async ({ host }) => {
      await sent();
      await late(isSync(host) ? latency / 2 : 75);
    },
    after: async ({ host }) => {
      await late(isSync(host) ? latency / 2 : 75);
      await sent();
    },
  });
  return meansOn(account, { client, store: new SyncStore(client, 'default'), deadline });
}

const failures = () =>
  (console.error as jest.Mock).mock.calls.map(
    ([line]) => (JSON.parse(String(line)) as { event: string }).event,
  );
const late = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const isSync = (host: string) => host.startsWith('sync');

describe('Calling volunteers', () => {
  it('calls everybody together, each with an offer of this call, and notes the legs', async () => {
    await run(call);

    expect(
      account.legs.map(({ to, from, instructions }) => [to, from, instructions?.timeout]),
    ).toEqual([
      ['+15035550171', '+15035550100', 25],
      ['+15035550172', '+15035550100', 25],
      ['sip:workshop@direct-example-prod.sip.twilio.com', '+15035550100', 25],
    ]);
    expect(account.legs[1]?.instructions?.url).toBe(
      `https://dialtone-1234-prod.twil.io/operator-offer?call=${CALL}&lang=en&line=phone.alder&volunteer=wren&round=0`,
    );
    expect(account.document(DOCUMENT)?.data).toEqual({
      state: 'called',
      legs: account.legs.map(({ sid }) => sid),
    });
    expect(failures()).toEqual([]);
  });

  it('calls them once, though asked again and at the same time', async () => {
    await Promise.all([run(call), run(call)]);
    await runEffect(call, meansOn(account));

    expect(account.legs).toHaveLength(3);
  });

  it('leaves it to the next request where too little of the second is left', async () => {
    await runEffect(call, { ...meansOn(account), deadline: performance.now() + 300 });
    expect([account.document(DOCUMENT), ...account.legs]).toEqual([undefined]);

    await Promise.all([run(call), run(call)]);
    expect(account.legs).toHaveLength(3);
  });

  it('calls nobody for a caller who has gone before', async () => {
    await run(cancel);
    await run(call);

    expect(account.legs).toEqual([]);
    expect(account.document(DOCUMENT)?.data).toEqual({ state: 'over', legs: [], tell: true });
  });

  it('ends the legs of a caller who went while they were made', async () => {
    account.before = async ({ path, form }) => {
      if (!path.endsWith('/Calls.json') || form.To !== '+15035550172') return undefined;
      account.before = () => undefined;
      await runEffect(cancel, meansOn(account));
      return undefined;
    };

    await run(call);

    expect(account.legs.map(({ status }) => status)).toEqual(['canceled', 'canceled', 'canceled']);
    expect(account.document(DOCUMENT)?.data).toMatchObject({ state: 'over' });
  });

  it('leaves the volunteer alone who took the caller while the others were called', async () => {
    account.before = async ({ path, form }) => {
      if (!path.endsWith('/Calls.json') || form.To !== '+15035550172') return undefined;
      account.before = () => undefined;
      // The others are made meanwhile.
      await until(() => account.legs.length === 2);
      const [first] = account.legs;
      if (first) first.status = 'in-progress';
      await runEffect({ ...cancel, except: first?.sid ?? '' }, meansOn(account));
      return undefined;
    };

    await run(call);

    expect(account.legs.map(({ status }) => status)).toEqual([
      'in-progress',
      'canceled',
      'canceled',
    ]);
    expect(account.document(DOCUMENT)?.data).toMatchObject({ except: account.legs[0]?.sid });
    expect(account.legs[0]?.instructions?.twiml).toBeNull();
  });

  it('goes on with the others where one cannot be called', async () => {
    account.before = ({ form }) => (form.To === '+15035550171' ? refusal(400, 21211) : undefined);

    await run(call);

    expect(account.legs).toHaveLength(2);
    expect(account.document(DOCUMENT)?.data).toMatchObject({ state: 'called' });
    expect(failures()).toEqual(['operator.uncalled']);
  });

  it('notes that nobody could be called, so that the caller does not wait in vain', async () => {
    account.before = ({ path }) => (path.endsWith('/Calls.json') ? CONNECTION_LOST : undefined);

    await run(call);

    expect(account.document(DOCUMENT)?.data).toEqual({ state: 'failed', legs: [] });
  });

  it('stops at the limit of the phone, which takes nothing of the site’s', async () => {
    for (const nth of [1, 2, 3, 4, 5]) {
      await runEffect({ ...call, call: sid(nth) }, meansOn(account));
    }

    expect(account.legs).toHaveLength(6);
    expect(account.document(`dialtone-prod-call-${sid(3)}`)?.data).toEqual({
      state: 'limited',
      legs: [],
    });
    expect(account.document('dialtone-prod-tally-site')?.data).toMatchObject({ minute: 2 });
  });

  it('stops at the limit of the site, whoever calls', async () => {
    for (const nth of [1, 2, 3, 4, 5, 6, 7]) {
      await runEffect({ ...call, call: sid(nth), line: `phone.${nth}` }, meansOn(account));
    }

    expect(account.legs).toHaveLength(18);
    expect(account.document(`dialtone-prod-call-${sid(7)}`)?.data).toMatchObject({
      state: 'limited',
    });
  });

  it('counts all that come at the same time', async () => {
    const many = [1, 2, 3, 4].map((nth) =>
      runEffect({ ...call, call: sid(nth) }, meansOn(account)),
    );
    await Promise.all(many);

    expect(account.legs.length).toBeLessThanOrEqual(6);
    expect(account.document('dialtone-prod-tally-phone.alder')?.data).toMatchObject({ minute: 2 });
  });
});

describe('A leg that is over', () => {
  const ended = (leg: string) => run({ kind: 'legEnded', call: CALL, leg });
  const search = () => new OperatorCalls(context.store, 'prod').search(CALL);

  it('is noted; when all are, the search was in vain', async () => {
    await run(call);
    const [first, second, third] = account.legs.map(({ sid }) => sid);
    await ended(first!);
    await ended(first!);
    await ended(second!);
    expect(await search()).toBe('called');
    await ended(third!);

    expect(await search()).toBe('inVain');
    expect(account.document(DOCUMENT)?.data).toMatchObject({ ended: [first, second, third] });
  });

  it('is noted though all end at the same moment', async () => {
    await run(call);
    await Promise.all(account.legs.map(({ sid }) => ended(sid)));

    expect(await search()).toBe('inVain');
  });

  it('is noted also before the legs are', async () => {
    account.before = async ({ path, form }) => {
      if (!path.endsWith('/Calls.json') || form.To !== '+15035550172') return undefined;
      account.before = () => undefined;
      // The others are made meanwhile.
      await until(() => account.legs.length === 2);
      await ended(account.legs[0]!.sid);
      return undefined;
    };
    await run(call);
    expect(await search()).toBe('called');
    for (const { sid } of account.legs.slice(1)) await ended(sid);

    expect(await search()).toBe('inVain');
  });

  it('says nothing of a caller who is not searched for, or has been taken', async () => {
    await ended(sid(1));
    expect(account.document(DOCUMENT)).toBeUndefined();

    await run(call);
    await run(cancel);
    for (const { sid } of account.legs) await ended(sid);

    expect(await search()).toBe('over');
    expect(account.document(DOCUMENT)?.data).not.toHaveProperty('ended');
  });

  it('of another call says nothing', async () => {
    await run(call);
    for (const nth of [1, 2, 3]) await ended(sid(nth));

    expect(await search()).toBe('called');
  });
});

describe('While the store does not answer', () => {
  beforeEach(() => {
    account.before = ({ host }) => (isSync(host) ? CONNECTION_LOST : undefined);
  });

  it('volunteers are called all the same, once a process', async () => {
    await run(call);
    await run(call);

    expect(account.legs).toHaveLength(3);
  });

  it('the smaller limit holds for all phones together', async () => {
    for (const nth of [1, 2, 3, 4]) {
      await run({ ...call, call: sid(nth), line: `phone.${nth}` });
    }

    expect(account.legs).toHaveLength(6);
  });

  it('the legs that this process made are ended', async () => {
    await run(call);
    await run(cancel);

    expect(account.legs.map(({ status }) => status)).toEqual(['canceled', 'canceled', 'canceled']);
  });

  it('and hangs, volunteers are called within the second', async () => {
    account.before = ({ host }) => (isSync(host) ? new Promise(() => undefined) : undefined);
    // Noting it hangs too; what waits for it is ended by the second.
    void run(call);
    await pass(800);

    expect(account.legs).toHaveLength(3);
  });

  it('and answers late, volunteers are not called again by another process', async () => {
    account.before = async ({ host }) => {
      if (isSync(host)) await late(350);
      return undefined;
    };
    await passUntil(run(call));
    account.before = () => undefined;
    await runEffect(call, meansOn(account));

    expect(account.legs).toHaveLength(3);
    expect(account.document(DOCUMENT)?.data).toMatchObject({ state: 'called' });
  });

  it.each([
    [360, 200],
    [360, 300],
    [360, 450],
    [360, 1_200],
    [500, 300],
    [500, 600],
  ])(
    'and takes %i ms at one process, another that is asked after %i ms calls nobody, and ends the legs of the first',
    async (latency, after) => {
      void runEffect(call, processWithSync(latency));
      await pass(after);
      void runEffect(call, processWithSync(80));
      await pass(1_300);
      expect(account.legs.length).toBe(3);
      expect(account.document(DOCUMENT)?.data).toEqual({
        state: 'called',
        legs: account.legs.map(({ sid }) => sid),
      });

      await passUntil(runEffect(cancel, processWithSync(80)));
      expect(account.legs.map(({ status }) => status)).toEqual(Array(3).fill('canceled'));
    },
  );

  it('and takes so long that the legs are not noted, another calls nobody again', async () => {
    void runEffect(call, processWithSync(900));
    await pass(1_200);
    await runEffect(call, meansOn(account));

    expect(account.legs.length).toBe(3);
  });

  it('of two that call at once, the one whose document came second ends its calls again', async () => {
    const slow = processWithSync(360);
    void runEffect(call, slow);
    await pass(100);
    await runEffect(call, meansOn(account));
    await pass(1_000);

    const noted = (account.document(DOCUMENT)?.data as { legs: string[] }).legs;
    expect(noted).toHaveLength(3);
    const rings = account.legs.filter(({ status }) => status !== 'canceled');
    expect(rings.map(({ sid }) => sid)).toEqual(noted);
  });

  it('only the tallies fail: the call is noted, and the smaller limit holds', async () => {
    account.before = ({ path }) => (path.includes('tally') ? refusal(429, 54009) : undefined);
    for (const nth of [1, 2, 3]) await run({ ...call, call: sid(nth), line: `phone.${nth}` });

    expect(account.legs).toHaveLength(6);
    expect(account.document(`dialtone-prod-call-${sid(3)}`)?.data).toMatchObject({
      state: 'limited',
    });
  });
});

describe.each(['ignored', 'refused'] as const)('Ending legs, too late %s', (cancelTooLate) => {
  beforeEach(async () => {
    account = await new Account({ cancelTooLate }).open();
    context = meansOn(account);
    await run(call);
    const [first, second, third] = account.legs;
    // One rings, one hears the offer, one is over.
    Object.assign(first!, { status: 'ringing' });
    Object.assign(second!, { status: 'in-progress' });
    Object.assign(third!, { status: 'completed' });
    account.legs.push({ ...first!, sid: sid(99) });
  });

  it('cancels what rings, tells who has picked up, and touches no other call’s', async () => {
    await run(cancel);

    const [first, second, third, other] = account.legs;
    expect(first).toMatchObject({ status: 'canceled' });
    expect(second?.instructions?.twiml).toContain('You are too late');
    expect(second?.instructions?.twiml).toContain('Llegó tarde');
    expect(third).toMatchObject({ status: 'completed' });
    expect(other).toMatchObject({ status: 'ringing' });
    expect(failures()).toEqual([]);
  });

  it('leaves the one who has the caller alone', async () => {
    await run({ ...cancel, except: account.legs[1]!.sid });

    expect(account.legs[0]).toMatchObject({ status: 'canceled' });
    expect(account.legs[1]?.instructions?.twiml).toBeNull();
  });

  it('after a talk only what rings', async () => {
    await run({ ...cancel, tell: false });

    expect(account.legs[0]).toMatchObject({ status: 'canceled' });
    expect(account.legs[1]?.instructions?.twiml).toBeNull();
  });

  it('may be asked for again', async () => {
    await run(cancel);
    await run(cancel);

    expect(account.document(DOCUMENT)?.data).toMatchObject({ state: 'over' });
    expect(failures()).toEqual([]);
  });

  it('does not stop at one that Twilio does not change', async () => {
    account.before = ({ path }) =>
      path.includes(account.legs[0]!.sid) ? refusal(500, 20500) : undefined;

    await run(cancel);

    expect(account.legs[1]?.instructions?.twiml).toContain('too late');
    expect(failures()).toContain('operator.uncancelled');
  });
});

describe('While the store is slow', () => {
  it('the legs that this process made are ended within the second', async () => {
    await run(call);
    account.before = async ({ host }) => {
      if (isSync(host)) await late(700);
      return undefined;
    };

    const done = run(cancel);
    await pass(600);

    expect(account.legs.map(({ status }) => status)).toEqual(['canceled', 'canceled', 'canceled']);
    await passUntil(done);
  });
});

describe('The queue of a caller', () => {
  it('is removed, and may be gone already', async () => {
    const { queues } = account.client().api.v2010.account;
    const { sid: queue } = await queues.create({ friendlyName: `operator-${CALL}` });
    await run({ kind: 'deleteQueue', queue });
    await run({ kind: 'deleteQueue', queue });

    expect(account.standIn.state.api.queues).toEqual([]);

    account.before = () => refusal(500, 20500);
    await expect(run({ kind: 'deleteQueue', queue })).rejects.toThrow();
  });
});

describe('Without an account', () => {
  it('says whom it would call, masked, and calls nobody', async () => {
    const memory = new MemoryStore();
    context = meansOn(account, { client: undefined, store: memory, fallbackStore: memory });
    await run(call);
    await run(cancel);

    const lines = (console.log as jest.Mock).mock.calls.map(([line]) => String(line));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      event: 'operator.wouldCall',
      callSid: CALL,
      to: '+1…71 +1…72 sip:workshop@direct-example-prod.sip.twilio.com',
    });
    expect(account.legs).toEqual([]);
  });
});

function sid(nth: number): string {
  return `CA${String(nth).padStart(32, 'f')}`;
}
