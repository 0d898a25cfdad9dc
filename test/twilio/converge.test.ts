/**
 * Whatever goes wrong at whichever write, the next apply converges: nothing twice, nothing deleted.
 */
import type { Fault } from '../../tools/twilio-stand-in/faults';
import { NetworkError } from '../../src/twilio/client/rest';
import { Operator } from './operator';
import { FULL } from '../support/runs';
import { deployed, ownNumbers, SMALL } from './small';

const FAULTS: Readonly<Record<string, Fault>> = {
  '503': { status: 503 },
  '503, but processed': { status: 503, processed: true },
  '429': { status: 429 },
  'dropped request': { drop: true },
  'lost reply': { loseReply: true },
  'lost reply, stale reads': { loseReply: true, staleReads: 3 },
  'lost reply, stale for long': { loseReply: true, staleReads: 12 },
};

async function ready(): Promise<Operator> {
  const operator = new Operator(SMALL);
  await ownNumbers(operator.standIn);
  deployed(operator.standIn, 'stage');
  operator.standIn.faults.reset();
  return operator;
}

async function writesOfOneApply(): Promise<{ writes: number; holds: unknown }> {
  const operator = await ready();
  const before = operator.writes();
  try {
    const { failures, stopped } = await operator.apply('stage');
    expect({ failures, stopped }).toEqual({ failures: [], stopped: undefined });
    return { writes: operator.writes() - before, holds: operator.inventory() };
  } finally {
    operator.remove();
  }
}

async function converges(operator: Operator, holds: unknown): Promise<void> {
  operator.standIn.faults.reset();
  const { failures, stopped } = await operator.apply('stage');
  expect({ failures, stopped }).toEqual({ failures: [], stopped: undefined });
  const { changes } = await operator.plan('stage', { prune: true });
  expect(changes).toEqual([]);
  // Twilio registers an address in its own time.
  for (let reads = 0; reads < 3; reads += 1) await operator.plan('stage');
  expect(operator.inventory()).toEqual(holds);
  expect(operator.standIn.ledger.filter(({ method }) => method === 'DELETE')).toEqual([]);
  expect(operator.standIn.violations).toEqual([]);
}

describe('an apply that something goes wrong with', () => {
  it('is completed by the next one, at every write and with every fault', async () => {
    const { writes, holds } = await writesOfOneApply();
    const faults = Object.values(FAULTS);
    // In `npm test` each write with one of them.
    const stride = FULL ? 1 : faults.length;
    let points = 0;
    for (const [index, fault] of faults.entries()) {
      for (let nth = 1 + (index % stride); nth <= writes; nth += stride) {
        const operator = await ready();
        const plan = { on: (one: { write: boolean; nth: number }) => one.write && one.nth === nth };
        operator.standIn.faults.plan({ ...plan, fault });
        await operator.apply('stage');
        await converges(operator, holds);
        operator.remove();
        points += 1;
      }
    }
    // For whoever runs it by itself.
    process.stdout.write(`${points} crash points: ${writes} writes, ${faults.length} faults\n`);
    expect(points).toBe(FULL ? writes * faults.length : writes);
  });

  it('is completed by the next one when the network is gone from some write on', async () => {
    const { writes, holds } = await writesOfOneApply();
    for (let nth = 1; nth <= writes; nth += 1) {
      const operator = await ready();
      operator.standIn.faults.plan({
        on: (one) => one.nth >= nth,
        times: Infinity,
        fault: { drop: true },
      });
      // Gone before the first change, it is no apply that was stopped.
      const stopped = await operator.apply('stage').then(
        (outcome) => outcome.stopped,
        (error: unknown) => error,
      );
      if (nth === 1) expect(stopped).toBeInstanceOf(NetworkError);
      expect(stopped).toBeDefined();
      await converges(operator, holds);
      operator.remove();
    }
  });

  it('is completed by the next one when Ctrl-C was pressed after some write', async () => {
    const { writes, holds } = await writesOfOneApply();
    for (let nth = 1; nth <= writes; nth += 1) {
      const operator = await ready();
      const controller = new AbortController();
      operator.onWrite(nth, () => controller.abort());
      await operator.apply('stage', { signal: controller.signal });
      await converges(operator, holds);
      operator.remove();
    }
  });
});
