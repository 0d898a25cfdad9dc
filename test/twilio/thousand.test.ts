/** A thousand phones and more: within Twilio's limits, and quick to look at again. */
import { Operator } from './operator';
import { deployed, ownNumbers, SMALL } from './small';

const PHONES = 1_100;

describe('a directory of more than a thousand phones', () => {
  it('is applied once, on as many lists as it needs, and then there is nothing to do', async () => {
    const phones = Array.from({ length: PHONES }, (_, i) => `phone-${i}: { name: Phone ${i} }`);
    const operator = new Operator({
      ...SMALL,
      'extensions.yaml': `${SMALL['extensions.yaml']}\n${phones.join('\n')}\n`,
    });
    await ownNumbers(operator.standIn);
    deployed(operator.standIn, 'stage');
    const requests = () => operator.standIn.ledger.length;

    const before = requests();
    const { done, failures, stopped } = await operator.apply('stage');
    const first = requests() - before;
    expect({ failures, stopped }).toEqual({ failures: [], stopped: undefined });
    expect(done).toBeGreaterThan(PHONES);
    const sizes = operator.standIn.state.api.credentialLists.map((list) => list.credentials.length);
    expect(sizes).toEqual([1_000, PHONES + 3 - 1_000]);
    const { mapped } = operator.standIn.state.api.domains[0]!;
    expect([mapped.calls.length, mapped.registrations.length]).toEqual([2, 2]);
    // For each phone its record, its credential and a look whether somebody was faster; and a few for the rest.
    expect(first).toBeLessThan(3 * PHONES + 60);

    const between = requests();
    expect((await operator.plan('stage', { prune: true })).changes).toEqual([]);
    const second = requests() - between;
    expect(second).toBeLessThan(35);
    process.stdout.write(`${PHONES} phones: ${first} requests, then ${second} for an empty plan\n`);
    expect(operator.standIn.violations).toEqual([]);
    operator.remove();
  });

  it('never asks for more than four things at once', async () => {
    const phones = Array.from({ length: 60 }, (_, i) => `phone-${i}: { name: Phone ${i} }`);
    const operator = new Operator({
      ...SMALL,
      'extensions.yaml': `${SMALL['extensions.yaml']}\n${phones.join('\n')}\n`,
    });
    await ownNumbers(operator.standIn);
    let most = 0;
    const handle = operator.standIn.handle.bind(operator.standIn);
    let now = 0;
    operator.standIn.handle = async (request) => {
      most = Math.max(most, (now += 1));
      // Long enough for others to come meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 1));
      return handle(request).finally(() => (now -= 1));
    };
    await operator.apply('stage');
    expect(most).toBe(4);
    operator.remove();
  });
});
