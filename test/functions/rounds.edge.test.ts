/** The emergency service calls twelve desks back, which share one number: over HTTP, to the end. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Exchange } from '../../tools/exchange/exchange';
import { DESKS, HALL, SHARING } from '../fixtures/sharing';
import { type LocalServer, startLocalServer } from '../support/localServer';
import { TwilioStandIn } from '../../tools/twilio-stand-in/standIn';

const OUTSIDE = '+15035550199';
const LAST = DESKS[11] ?? '';

const folder = mkdtempSync(path.join(tmpdir(), 'rounds-'));
let server: LocalServer;
let exchange: Exchange;
beforeAll(async () => {
  for (const [name, text] of Object.entries(SHARING)) writeFileSync(path.join(folder, name), text);
  const env = path.join(folder, '.env');
  writeFileSync(env, 'DOMAIN_NAME=dialtone-1234-stage.twil.io\n');
  server = await startLocalServer(folder, { env: path.relative('.', env) });
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  exchange = new Exchange({ url: server.url, standIn: new TwilioStandIn() });
});

/** How often each desk has rung. */
const rung = () => DESKS.map((desk) => exchange.legsTo(desk).length);

describe('Twelve desks that are called back', () => {
  it('ring all, ten and then two, and the last of them can answer', async () => {
    exchange.person(LAST, { 4: 'answers', 30: 'hangs up' });
    const caller = exchange.call(OUTSIDE, HALL);

    await exchange.pass();

    expect(caller.talkedWith).toEqual([exchange.latest(LAST).sid]);
    expect(rung()).toEqual(DESKS.map(() => 1));
    expect(caller.story).toEqual([
      `dials ${DESKS.slice(0, 10).join(', ')}`,
      `dials ${DESKS.slice(10).join(', ')}`,
      `talks with ${LAST}`,
      'is hung up',
    ]);
  });

  it('ring once each where nobody answers, and the caller hears it after two rounds', async () => {
    const caller = exchange.call(OUTSIDE, HALL);

    await exchange.pass();

    expect(rung()).toEqual(DESKS.map(() => 1));
    expect(exchange.asked).toEqual(['/sip-incoming', '/dial-result', '/dial-result']);
    expect(caller.story.at(-2)).toContain('Nobody answered');
  });

  it('ring no further when one of the first has had the call', async () => {
    exchange.person('123', { 5: 'answers', 20: 'hangs up' });
    exchange.call(OUTSIDE, HALL);

    await exchange.pass();

    expect(rung()).toEqual(DESKS.map((_, i) => (i < 10 ? 1 : 0)));
  });

  it('ring no further when the caller hangs up', async () => {
    exchange.call(OUTSIDE, HALL, { 10: 'hangs up' });

    await exchange.pass();

    expect(rung()).toEqual(DESKS.map((_, i) => (i < 10 ? 1 : 0)));
    expect(exchange.ringing).toEqual([]);
  });
});
