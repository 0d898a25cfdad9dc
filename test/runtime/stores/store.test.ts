/** Both stores behave alike; and what is read before deciding, and done after it. */
import { NO_BOOK } from '../../../src/runtime/calls';
import type { Webhook } from '../../../src/runtime/webhook/handler';
import { OperatorCalls } from '../../../src/runtime/effects/operatorCalls';
import { runEffects, readSearch } from '../../../src/runtime/effects/run';
import { MemoryStore } from '../../../src/runtime/stores/memoryStore';
import { processMemory } from '../../../src/runtime/stores/memoryStore';
import { type Store } from '../../../src/runtime/stores/store';
import { storeOf } from '../../../src/runtime/effects/context';
import { SyncStore } from '../../../src/runtime/stores/syncStore';
import { CALL, withDesk } from '../calls/operator/desk';
import { CONNECTION_LOST, type Outcome } from '../../../tools/twilio-stand-in/contract';
import { passUntil, stopTime } from '../../support/time';
import { Account, refusal } from '../webhook/account';

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation();
  jest.spyOn(console, 'error').mockImplementation();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe.each([
  ['in memory', (): Store => new MemoryStore()],
  ['in Sync', (): Store => new SyncStore(new Account().client(), 'default')],
])('A store %s', (_, open) => {
  it('creates a document once', async () => {
    const store = open();

    const revision = await store.create('a', { n: 1 }, 60);

    expect(revision).toBeDefined();
    expect(await store.create('a', { n: 2 }, 60)).toBeUndefined();
    expect(await store.read('a')).toMatchObject({ data: { n: 1 }, revision });
    expect(await store.read('b')).toBeUndefined();
  });

  it('updates what has not changed since', async () => {
    const store = open();
    await store.create('a', { n: 1 }, 60);
    const { revision = '' } = (await store.read('a')) ?? {};

    expect(await store.update('a', { n: 2 }, revision, 60)).toBe(true);
    expect(await store.update('a', { n: 3 }, revision, 60)).toBe(false);
    expect(await store.update('b', { n: 3 }, revision, 60)).toBe(false);
    expect(await store.read('a')).toMatchObject({ data: { n: 2 } });
  });
});

describe('A store in memory', () => {
  it('forgets what has expired', async () => {
    const store = new MemoryStore();
    await store.create('a', {}, -1);

    expect(await store.read('a')).toBeUndefined();
    expect(await store.create('a', {}, 60)).toBeDefined();
  });

  it('keeps what was stored, whatever happens to the object', async () => {
    const store = new MemoryStore();
    const data = { n: 1 };
    await store.create('a', data, 60);
    data.n = 2;

    expect(await store.read('a')).toMatchObject({ data: { n: 1 } });
  });

  it('forgets the oldest rather than growing for ever', async () => {
    const store = new MemoryStore();
    for (let n = 0; n <= 10_000; n++) await store.create(String(n), {}, 60);

    expect(await store.read('0')).toBeUndefined();
    expect(await store.read('1')).toBeDefined();
  });

  it('is one for all functions of the process', () => {
    expect(processMemory()).toBe(processMemory());
  });
});

describe('A store in Sync', () => {
  it.each<[Outcome]>([[refusal(500, 20500)], [refusal(429, 54009)], [CONNECTION_LOST]])(
    'rejects where Twilio does not answer',
    async (outcome) => {
      const account = new Account();
      account.before = () => outcome;
      const store = new SyncStore(account.client(), 'default');

      await expect(store.read('a')).rejects.toThrow();
      await expect(store.create('a', {}, 60)).rejects.toThrow();
      await expect(store.update('a', {}, '0', 60)).rejects.toThrow();
    },
  );
});

describe('A call’s document', () => {
  it('that somebody else wrote holds no leg', async () => {
    const store = new MemoryStore();
    const book = new OperatorCalls(store, 'prod');
    await store.create(`dialtone-prod-call-${CALL}`, { state: 7, legs: ['CA1', 5] }, 60);

    expect(await book.search(CALL)).toBe('calling');
    const found = jest.fn();
    await book.end(CALL, { tell: true }, found);
    expect(found).toHaveBeenCalledWith([]);
  });

  it('that changes all the time is given up', async () => {
    const store = new MemoryStore();
    jest.spyOn(store, 'create').mockResolvedValue(undefined);

    await expect(
      new OperatorCalls(store, 'prod').end(CALL, { tell: true }, () => undefined),
    ).rejects.toThrow('changes too often');
  });
});

describe('Before deciding', () => {
  const webhook = (account?: Account): Webhook => ({
    environment: 'prod',
    call: { environment: 'prod' },
    query: {},
    parameters: {},
    directory: withDesk(),
    book: NO_BOOK,
    deadline: performance.now() + 1_000,
    context: {
      DOMAIN_NAME: 'dialtone-1234-prod.twil.io',
      ...(account && {
        ACCOUNT_SID: 'AC',
        AUTH_TOKEN: 'fictional',
        getTwilioClient: () => account.client(),
      }),
    } as unknown as Webhook['context'],
  });
  const sid = (nth: number) => `CA${String(nth).padStart(32, '0')}`;

  it('without an account the search is read from the process’s memory', async () => {
    await new OperatorCalls(processMemory(), 'prod').end(sid(1), { tell: true }, () => undefined);

    expect(storeOf(webhook().context)).toBe(processMemory());
    expect(await readSearch(sid(1), webhook())).toBe('over');
    expect(await readSearch(sid(2), webhook())).toBe('none');
  });

  // One client a process: the tests share this account.
  const account = new Account();

  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', undefined])(
    'no account is asked from a machine that Twilio cannot reach (%s)',
    (domainName) => {
      const { context } = webhook(account);

      expect(storeOf({ ...context, DOMAIN_NAME: domainName as never })).toBe(processMemory());
      expect(storeOf(context)).not.toBe(processMemory());
    },
  );

  it('with one it is read from Sync, and from memory what Sync does not know', async () => {
    await new OperatorCalls(new SyncStore(account.client(), 'default'), 'prod').begin(sid(3));

    expect(await readSearch(sid(3), webhook(account))).toBe('calling');
    expect(await readSearch(sid(1), webhook(account))).toBe('over');
  });

  it.each([
    ['calling', 'limited', 'limited'],
    ['called', 'calling', 'called'],
    ['failed', 'calling', 'failed'],
  ] as const)('of %s in memory and %s in Sync, %s is the latest', async (memory, sync, latest) => {
    const call = `CA${memory}${sync}`.padEnd(34, '0');
    const stores = [
      [processMemory(), memory],
      [new SyncStore(account.client(), 'default'), sync],
    ] as const;
    for (const [store, state] of stores) {
      const calls = new OperatorCalls(store, 'prod');
      const begun = calls.begin(call);
      if (state !== 'calling') await calls.finishSearch(call, begun, state, []);
      await begun;
    }

    expect(await readSearch(call, webhook(account))).toBe(latest);
  });

  it('is unknown while Sync fails or hangs, after a third of a second', async () => {
    account.before = () => CONNECTION_LOST;
    expect(await readSearch(sid(4), webhook(account))).toBe('unknown');

    account.before = () => new Promise(() => undefined);
    stopTime();
    const started = performance.now();
    expect(await passUntil(readSearch(sid(4), webhook(account)))).toBe('unknown');
    expect(performance.now() - started).toBeLessThan(350);
  });

  it('what is done afterwards never rejects, and takes no longer than there is', async () => {
    account.before = () => new Promise(() => undefined);
    stopTime();
    const started = performance.now();
    const effects = [
      { kind: 'deleteQueue', queue: `QU${'0'.repeat(32)}` },
      { kind: 'cancelLegs', call: sid(5), tell: true },
    ] as const;
    const deadline = performance.now() + 200;
    await passUntil(runEffects(effects, { ...webhook(account), deadline }));
    await runEffects(effects, { ...webhook(account), context: null as never });

    expect(performance.now() - started).toBeLessThan(250);
    expect(console.error).toHaveBeenCalledTimes(3);
  });
});
