/** A call for the operator while something is broken, too much, or not as Twilio is hoped to be. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange } from '../../../tools/exchange/exchange';
import type { Subject } from '../../../tools/twilio-stand-in/faults';
import { DESK, KIM, Installation, ROBIN, SLOWER } from './installation';
import { hears, said } from './phrases';

const TAKES = { 4: 'answers', 12: 'presses 1', 40: 'hangs up' } as const;

let installation: Installation;
let exchange: Exchange;
beforeAll(async () => {
  installation = await Installation.open();
});
afterAll(() => installation?.close());
beforeEach(() => {
  exchange = installation.reset();
  exchange.person(ROBIN, TAKES);
});
afterEach(() => {
  expect(exchange.ringing).toEqual([]);
});

const isSync = ({ host }: Subject) => host === 'sync.twilio.com';
const isCalls = ({ route }: Subject) => route.includes('/Calls');
const plan = (on: (subject: Subject) => boolean, fault: object) =>
  installation.standIn.faults.plan({ on, fault, times: Infinity });

describe('With Sync', () => {
  it.each([
    ['answering 503', { status: 503 }],
    ['losing every reply', { loseReply: true }],
    ['not reached', { drop: true }],
    ['slow', { slow: 800 * SLOWER }],
  ])('%s, a caller is still connected, and the other phones stop', async (_, fault) => {
    plan(isSync, fault);
    const caller = exchange.call('booth', '0');

    await exchange.pass();

    expect(caller.talkedWith).toEqual([exchange.latest(ROBIN).sid]);
    expect(exchange.latest(KIM).story).toEqual(['rings', 'stops ringing']);
  });

  it.each([
    [400, 412],
    [409, 400],
  ])(
    'answering %i for a taken name and %i for a stale one, nobody is called twice',
    async (taken, changed) => {
      installation.standIn.switches.syncTaken = taken;
      installation.standIn.switches.syncChanged = changed;
      const caller = exchange.call('booth', '0');

      await exchange.pass();
      Object.assign(installation.standIn.switches, { syncTaken: 409, syncChanged: 412 });

      expect(exchange.legsTo(ROBIN)).toHaveLength(1);
      expect(caller.talkedWith).toHaveLength(1);
    },
  );
});

describe('With calls by REST', () => {
  it('refused, the caller is asked for a message soon', async () => {
    plan(isCalls, { status: 500 });
    const caller = exchange.call('booth', '0', { 60: 'hangs up' });

    await exchange.pass(30);

    expect(caller.story).toContain(said('leaveMessage'));
    await exchange.pass();
    expect(installation.texts).toHaveLength(1);
  });

  it('failing for one volunteer, the others are called', async () => {
    installation.standIn.faults.plan({ on: isCalls, fault: { status: 500 } });
    exchange.person(KIM, TAKES);
    exchange.person(DESK, TAKES);
    const caller = exchange.call('booth', '0');

    await exchange.pass();

    expect(caller.talkedWith).toHaveLength(1);
  });

  it('slow, the caller hears the hold sound within the second all the same', async () => {
    plan(isCalls, { slow: 1_500 * SLOWER });
    const began = performance.now();
    const caller = exchange.call('booth', '0', { 30: 'hangs up' });

    await exchange.pass(5);

    expect(caller.story.at(-1)).toBe('plays /sounds/hold.wav');
    expect(performance.now() - began).toBeLessThan(2_000 * SLOWER);
    await exchange.pass();
    // What was begun late is over.
    await sleep(2_000 * SLOWER);
  });

  it('whose cancellation of a call that is up is refused, the late one is told', async () => {
    installation.standIn.switches.cancelTooLate = 'refused';
    exchange.person(KIM, { 4: 'answers', 60: 'hangs up' });
    exchange.call('booth', '0');

    await exchange.pass();
    installation.standIn.switches.cancelTooLate = 'ignored';

    expect(exchange.latest(KIM).story.at(-1)).toBe('is hung up');
  });
});

describe('Where Twilio', () => {
  // Our documents ask for the next themselves.
  it('does not ask the wait URL again by itself, a volunteer has the caller all the same', async () => {
    exchange = installation.reset({ waitUrlAgain: false });
    exchange.person(ROBIN, TAKES);
    const caller = exchange.call('booth', '0');

    await exchange.pass();

    expect(caller.talkedWith).toHaveLength(1);
  });

  it('does not ask the wait URL again by itself, a caller whom nobody takes leaves a message all the same', async () => {
    exchange = installation.reset({ waitUrlAgain: false });
    const caller = exchange.call('booth', '0');

    await exchange.pass(200);

    expect(caller.story).toContain(said('leaveMessage'));
    await exchange.pass();
  });

  it('sends empty Digits for no key, the offer is made twice and no more', async () => {
    exchange = installation.reset({ emptyDigits: 'empty' });
    exchange.person(ROBIN, { 4: 'answers' });
    exchange.call('booth', '0', { 80: 'hangs up' });

    await exchange.pass(60);

    const { story } = exchange.latest(ROBIN);
    expect(story.filter((what) => hears(what, 'takeOrDecline'))).toHaveLength(2);
    expect(story.at(-1)).toBe('is hung up');
    await exchange.pass();
  });

  it('forgets keys that are pressed between two documents, a volunteer is asked again', async () => {
    exchange = installation.reset({ keysSurvive: false });
    exchange.person(ROBIN, { 4: 'answers', 4.001: 'presses 1', 30: 'presses 1', 50: 'hangs up' });
    const caller = exchange.call('booth', '0');

    await exchange.pass();

    expect(caller.talkedWith).toHaveLength(1);
  });
});
