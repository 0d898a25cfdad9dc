/**
 * Callers, volunteers and a bad network, in any order: never two volunteers on one call, never another
 * call's leg touched, every caller ends with a person, a message or a sentence, and no phone rings on.
 */
import fc from 'fast-check';
import type { Unproven } from '../../../tools/exchange/switchboard';
import { badDay, goodDay, type Model } from './commands';
import { callersOf, checkAlways, checkAtEnd } from './invariants';
import { runs } from '../../support/runs';
import { Installation } from './installation';

const RUNS = runs(20, 300, 'OPERATOR_RUNS');
const STEPS = 30;

let installation: Installation;
beforeAll(async () => {
  installation = await Installation.open();
});
afterAll(() => installation?.close());

describe('The operator', () => {
  it('serves every caller, and no phone rings for nobody', async () => {
    await fc.assert(
      fc.asyncProperty(days(goodDay), unproven, async (day, switches) => {
        installation.goodDay = true;
        await live(day, switches);
      }),
      { numRuns: RUNS },
    );
  });

  it('serves every caller also while requests are lost, late, repeated or refused', async () => {
    await fc.assert(
      fc.asyncProperty(days(badDay), unproven, async (day, switches) => {
        installation.goodDay = false;
        await live(day, switches);
      }),
      { numRuns: RUNS },
    );
  });
});

const days = (steps: typeof goodDay) => fc.commands(steps, { maxCommands: STEPS, size: 'max' });
type Day = Iterable<fc.AsyncCommand<Model, Installation>>;
const unproven = fc.record({
  keysSurvive: fc.boolean(),
  emptyDigits: fc.constantFrom('absent' as const, 'empty' as const),
  emptyRecording: fc.constantFrom('dropped' as const, 'kept' as const),
});

async function live(day: Day, switches: Partial<Unproven>): Promise<void> {
  installation.reset(switches);
  await fc.asyncModelRun(() => ({ model: { calls: 0 }, real: installation }), day);
  await end();
}

/** Everybody goes home: those who talk hang up in the end, and whoever waits has waited long enough. */
async function end(): Promise<void> {
  const { exchange } = installation;
  await exchange.pass(150);
  checkAlways(installation);
  const waiting = callersOf(exchange).filter((leg) => exchange.waits(leg));
  expect(waiting.map(({ story }) => story)).toEqual([]);
  for (const leg of exchange.legs) if (leg.peer) leg.hangUp();
  await exchange.pass();
  checkAlways(installation);
  checkAtEnd(installation);
}
