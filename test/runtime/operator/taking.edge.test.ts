/** A caller asks for the operator, and somebody takes the call, or does not. */
import type { Exchange } from '../../../tools/exchange/exchange';
import { DESK, HOUSE, KIM, Installation, OUTSIDE, ROBIN } from './installation';
import { hears, HOLD, said, tooLate } from './phrases';

let installation: Installation;
let exchange: Exchange;
beforeAll(async () => {
  installation = await Installation.open();
});
afterAll(() => installation?.close());
beforeEach(() => {
  exchange = installation.reset();
});
afterEach(() => {
  expect(exchange.ringing).toEqual([]);
  expect(installation.standIn.violations).toEqual([]);
});

describe('A caller who asks for the operator', () => {
  it('is connected with the volunteer who presses 1, and the other phones stop', async () => {
    exchange.person(ROBIN, { 4: 'answers', 9: 'presses 1', 40: 'hangs up' });
    const caller = exchange.call('booth', '0');

    await exchange.pass();

    const hold = said('pleaseHold');
    expect(caller.story).toEqual([hold, HOLD, `talks with ${ROBIN}`, 'is hung up']);
    expect(exchange.latest(ROBIN).story.at(-2)).toBe('talks with booth');
    expect(exchange.latest(KIM).story).toEqual(['rings', 'stops ringing']);
    expect(exchange.latest(DESK).story).toEqual(['rings', 'stops ringing']);
  });

  it('reaches the next volunteer when one declines, whose decline ends no other call', async () => {
    exchange.person(ROBIN, { 3: 'answers', 5: 'presses 2' });
    exchange.person(KIM, { 8: 'answers', 12: 'presses 1', 30: 'hangs up' });
    const caller = exchange.call('booth', '0');

    await exchange.pass();

    expect(exchange.latest(ROBIN).story).toContain(said('notYou'));
    expect(caller.talkedWith).toEqual([exchange.latest(KIM).sid]);
  });

  it('is never connected with an answering machine', async () => {
    exchange.person(ROBIN, { 2: 'answers', 120: 'hangs up' });
    const caller = exchange.call('booth', '0', { 90: 'hangs up' });

    await exchange.pass();

    expect(exchange.latest(ROBIN).story.at(-1)).toBe('is hung up');
    expect(caller.talkedWith).toEqual([]);
    expect(caller.story).toContain(said('leaveMessage'));
  });

  it('whom everybody declines or misses does not wait any longer for nobody', async () => {
    exchange.person(ROBIN, { 3: 'answers', 8: 'presses 2' });
    exchange.person(KIM, { 2: 'is busy' });
    const caller = exchange.call('booth', '0', { 59: 'hangs up' });
    // The third phone rings for 25 seconds.
    await exchange.pass(24);
    expect(exchange.waits(caller)).toBe(true);

    await exchange.pass(10);

    expect(caller.story).toContain(said('leaveMessage'));
    await exchange.pass();
  });

  it('waits the whole time where Twilio does not say that the phones have stopped', async () => {
    for (let nth = 0; nth < 3; nth++) {
      exchange.mishaps.push({ route: '/operator-ended', mishap: 'lost' });
    }
    const caller = exchange.call('booth', '0', { 90: 'hangs up' });

    await exchange.pass(55);
    expect(exchange.waits(caller)).toBe(true);
    await exchange.pass();

    expect(caller.story).toContain(said('leaveMessage'));
  });

  it('from outside is offered as such, by the number that was called', async () => {
    exchange.person(KIM, { 3: 'answers', 20: 'presses 1', 30: 'hangs up' });
    const caller = exchange.call(OUTSIDE, HOUSE);

    await exchange.pass();

    expect(exchange.latest(KIM).story.some((what) => hears(what, 'callFromOutside'))).toBe(true);
    expect(caller.talkedWith).toHaveLength(1);
  });

  it('is not called back when it is a volunteer’s own phone that asks', async () => {
    exchange.call(DESK, '0', { 8: 'hangs up' });

    await exchange.pass();

    expect(exchange.legsTo(DESK)).toEqual([]);
    expect(exchange.legsTo(KIM)).toHaveLength(1);
  });
});

describe('Two volunteers who press 1 at the same moment', () => {
  it.each([0, 1, 2])('never both have the caller, and the late one is told (%#)', async (late) => {
    exchange.person(ROBIN, { 4: 'answers', 9: 'presses 1', 60: 'hangs up' });
    exchange.person(KIM, { 4: 'answers', [9 + late]: 'presses 1', 60: 'hangs up' });
    const caller = exchange.call('booth', '0', { 50: 'hangs up' });

    await exchange.pass();

    expect(caller.talkedWith).toHaveLength(1);
    const other = [ROBIN, KIM]
      .map((name) => exchange.latest(name))
      .find((leg) => !leg.talkedWith[0]);
    expect(other?.story).toContain(tooLate());
  });
});

describe('A caller who hangs up', () => {
  it.each([
    ['while the volunteers’ phones ring', 3, {}],
    ['before anybody was called', 0.1, {}],
    ['while a volunteer hears the offer', 7, { 4: 'answers', 30: 'hangs up' }],
    ['as a volunteer presses 1', 9, { 4: 'answers', 9: 'presses 1', 30: 'hangs up' }],
    ['just before a volunteer presses 1', 9, { 4: 'answers', 10: 'presses 1', 30: 'hangs up' }],
    ['while they talk', 20, { 4: 'answers', 9: 'presses 1' }],
  ] as const)('%s leaves no phone ringing', async (_, seconds, script) => {
    exchange.person(ROBIN, script);
    const caller = exchange.call('booth', '0', { [seconds]: 'hangs up' });

    await exchange.pass(seconds + 2);

    expect(exchange.ringing).toEqual([]);
    expect(caller.story.at(-1)).toBe('hangs up');
    await exchange.pass();
  });

  it('before the volunteer’s key is not waited for: the volunteer is told', async () => {
    exchange.person(ROBIN, { 4: 'answers', 20: 'presses 1' });
    exchange.call('booth', '0', { 12: 'hangs up' });

    await exchange.pass();

    expect(exchange.latest(ROBIN).story).toContain(tooLate());
  });
});

describe('Two callers at once', () => {
  it('each have a volunteer of their own', async () => {
    exchange.person(ROBIN, { 5: 'answers', 10: 'presses 1', 50: 'hangs up' });
    const first = exchange.call('booth', '0');
    await exchange.pass(12);
    exchange.person(KIM, { 5: 'answers', 10: 'presses 1', 50: 'hangs up' });
    exchange.person(ROBIN, { 0: 'is busy' });
    const second = exchange.call(OUTSIDE, HOUSE);
    await exchange.pass();

    expect(first.talkedWith).toEqual([exchange.legsTo(ROBIN)[0]?.sid]);
    expect(second.talkedWith).toEqual([exchange.latest(KIM).sid]);
  });

  it('lose nothing by each other: one hangs up, and the other’s volunteers ring on', async () => {
    exchange.person(ROBIN, { 15: 'answers', 20: 'presses 1', 50: 'hangs up' });
    const stays = exchange.call('booth', '0');
    exchange.call(OUTSIDE, HOUSE, { 6: 'hangs up' });
    await exchange.pass();

    const [theirs, other] = exchange.legsTo(ROBIN).sort((a) => (a.talkedWith[0] ? -1 : 1));
    expect(stays.talkedWith).toEqual([theirs?.sid]);
    expect(other?.story).toEqual(['rings', 'stops ringing']);
  });
});

describe('A caller’s language', () => {
  it('is kept from the phone to the volunteer’s goodbye', async () => {
    exchange.person(ROBIN, { 4: 'answers', 12: 'presses 1', 40: 'hangs up' });
    const caller = exchange.call('puesto', '0');

    await exchange.pass();

    expect(caller.story[0]).toBe(said('pleaseHold', 'es'));
    const offered = exchange.latest(ROBIN).story.some((what) => hears(what, 'takeOrDecline', 'es'));
    expect(offered).toBe(true);
    // Only Robin speaks it.
    expect(exchange.legsTo(KIM)).toEqual([]);
    expect(caller.talkedWith).toHaveLength(1);
  });
});
