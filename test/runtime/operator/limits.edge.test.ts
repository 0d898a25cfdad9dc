/** How often volunteers are called, for one phone and for all of a site. */
import type { Exchange } from '../../../tools/exchange/exchange';
import { DESK, Installation, ROBIN } from './installation';
import { said } from './phrases';

let installation: Installation;
let exchange: Exchange;
beforeAll(async () => {
  const limits = '{ phone: { minute: 2, day: 20 }, site: { minute: 3, day: 20 } }';
  installation = await Installation.open({ limits, oneMinute: true });
});
afterAll(() => installation?.close());
beforeEach(() => {
  exchange = installation.reset();
});

describe('The third caller of a minute', () => {
  it('from one phone is asked for a message, and nobody is called', async () => {
    for (let nth = 0; nth < 2; nth++) {
      exchange.call('booth', '0', { 8: 'hangs up' });
      await exchange.pass(10);
    }
    const third = exchange.call('booth', '0', { 60: 'hangs up' });

    await exchange.pass();

    expect(exchange.legsTo(ROBIN)).toHaveLength(2);
    expect(third.story).toContain(said('leaveMessage'));
    expect(installation.texts).toHaveLength(1);
  });

  it('takes nothing from another phone; the fourth of the site is one too many', async () => {
    for (const phone of ['booth', 'booth', 'booth', 'puesto', DESK]) {
      exchange.call(phone, '0', { 12: 'hangs up' });
      await exchange.pass(14);
    }

    expect(exchange.legsTo(ROBIN)).toHaveLength(3);
    await exchange.pass();
  });

  it('is one too many also while Sync is broken', async () => {
    installation.standIn.faults.plan({
      on: ({ host }) => host.startsWith('sync'),
      fault: { status: 503 },
      times: Infinity,
    });
    for (const phone of ['booth', 'puesto', DESK, 'booth']) {
      exchange.call(phone, '0', { 12: 'hangs up' });
      await exchange.pass(14);
    }

    // A process that has just begun may have counted one already: see `warmUp`.
    expect([1, 2]).toContain(exchange.legsTo(ROBIN).length);
    await exchange.pass();
  });
});
