/** Two people with checkouts of different age: a former password never works again. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Applied } from '../../src/twilio/records/applied';
import { Ledger } from '../../src/twilio/records/ledger';
import { keyOf, ledgerName } from '../../src/twilio/records/ledgerEntry';
import { sipPassword } from '../../src/twilio/secrets/passwords';
import { rebuild } from '../../src/twilio/secrets/rebuild';
import { readActual } from '../../src/twilio/readActual';
import { desiredFor } from '../../src/twilio/desired';
import { raisePasswordGeneration } from '../../src/config/edit';
import { checkedProject } from '../../src/config/checkedProject';
import { recordedGeneration } from '../../src/twilio/secrets/recordedGeneration';
import { rotate } from '../../src/twilio/secrets/rotate';
import { Operator, SERVICE, Stopped } from './operator';
import { deployed, ownNumbers, SMALL } from './small';

const LIST = 'direct-small-stage';
const EXTENSIONS = SMALL['extensions.yaml']!;
const WITHOUT_SHOP = EXTENSIONS.replace(/^shop: .*\n/m, '');

describe('with two checkouts', () => {
  let a: Operator;
  let b: Operator;

  beforeEach(async () => {
    a = new Operator(SMALL);
    await ownNumbers(a.standIn);
    deployed(a.standIn, 'stage');
    await apply(a);
    b = a.checkout();
    a.standIn.faults.reset();
    a.later();
  });
  afterEach(() => {
    expect(a.standIn.violations).toEqual([]);
    a.remove();
    b.remove();
  });

  async function apply(operator: Operator, flags = {}): Promise<void> {
    const { failures, stopped } = await operator.apply('stage', flags);
    expect({ failures, stopped }).toEqual({ failures: [], stopped: undefined });
  }

  const works = (generation: number, key = a.key) =>
    a.standIn.passwordMatches(
      LIST,
      'shop',
      sipPassword(key, { environment: 'stage', username: 'shop', generation }),
    );

  const items = () => a.standIn.state.sync.services[0]!.maps[0]!.items;
  const recorded = (username: string) => items().find(({ key }) => key === keyOf(username))?.data;

  async function refused(operator: Operator, flags = {}): Promise<string> {
    const before = a.writes();
    const error: unknown = await operator.apply('stage', flags).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(Stopped);
    expect(a.writes()).toBe(before);
    return String(error);
  }

  it('the older one does not set a rotated password back, and is told why', async () => {
    rotate(a.folder, 'shop');
    await apply(a);
    expect(await refused(b)).toContain(
      'shop has password generation 1 here, but 2 has been set: a former password would work again. This checkout is probably old',
    );
    // Nor does any option help.
    await refused(b, { setAgain: true, newKey: true, prune: true });
    expect([works(1), works(2)]).toEqual([false, true]);
    // Without its applied file it would have set what it takes for the password of a new phone.
    rmSync(path.join(b.folder, 'applied'), { recursive: true });
    await refused(b);
    a.copyTo(b);
    expect((await b.plan('stage')).stops).toEqual([]);
  });

  it('a pruned phone does not come back with its former password', async () => {
    a.write('extensions.yaml', WITHOUT_SHOP);
    await apply(a, { prune: true });
    expect(recorded('shop')).toEqual({ username: 'shop', generation: 1, pruned: true });
    expect(await refused(b)).toContain('shop was pruned with password generation 1, but has');
    // Nor does a new phone of that name.
    a.write('extensions.yaml', EXTENSIONS);
    expect(await refused(a)).toContain('rotate shop');
    const { highest } = await recordedGeneration(a.folder, 'shop', () => a.rest());
    expect(rotate(a.folder, 'shop', highest)).toEqual({ from: 1, to: 2 });
    await apply(a);
    expect([works(1), works(2)]).toEqual([false, true]);
    expect(recorded('shop')).toEqual({ username: 'shop', generation: 2, pruned: false });
  });

  it('rotates above what the other one has set, when Twilio can be asked', async () => {
    for (let times = 0; times < 3; times += 1) rotate(a.folder, 'shop');
    await apply(a);
    const asked = await recordedGeneration(b.folder, 'shop', () => b.rest());
    expect(asked).toEqual({ highest: 4, unasked: [] });
    expect(rotate(b.folder, 'shop', asked.highest)).toEqual({ from: 1, to: 5 });
    await apply(b);
    expect([1, 2, 3, 4].some((generation) => works(generation))).toBe(false);
  });

  it('says that it could not ask', async () => {
    const down = () => {
      a.standIn.faults.plan({ on: () => true, times: Infinity, fault: { drop: true } });
      return a.rest();
    };
    const { highest, unasked } = await recordedGeneration(a.folder, 'shop', down);
    expect(highest).toBe(0);
    expect(unasked.map(({ environment }) => environment)).toEqual(['stage', 'prod']);
    expect(unasked[0]?.why).toContain('Twilio cannot be reached');
  });

  it('stops where a password was changed outside, and sets it again when told to', async () => {
    const credential = a.standIn.state.api.credentialLists[0]!.credentials.find(
      ({ username }) => username === 'shop',
    )!;
    Object.assign(credential, { passwordDigest: 'by hand', dateUpdated: a.standIn.now() });
    expect(await refused(a)).toContain('This checkout is probably old');
    await apply(a, { setAgain: true });
    expect(works(1)).toBe(true);
  });

  it('a former master key never comes back', async () => {
    const former = a.key;
    a.key = Buffer.alloc(32, 9);
    await apply(a, { newKey: true });
    expect(await refused(b)).toContain('former one of stage');
    await refused(b, { newKey: true, setAgain: true });
    expect([works(1, former), works(1)]).toEqual([false, true]);
  });

  it('whose applies run at once, the later generation stays', async () => {
    const planned = new Promise<void>((resolve) => {
      // B has planned and looked at the record when A rotates.
      b.write('extensions.yaml', raisePasswordGeneration(EXTENSIONS, 'shop').text);
      rotate(a.folder, 'shop');
      rotate(a.folder, 'shop');
      a.standIn.faults.plan({
        on: ({ method, route }) => {
          const now = method === 'POST' && route.endsWith('/Credentials/{Sid}.json');
          if (now) resolve();
          return now;
        },
        // B's request reaches Twilio after A's.
        fault: { slow: 300 },
      });
    });
    const slow = b.apply('stage');
    await planned;
    await apply(a);
    const { stopped } = await slow;
    expect(String(stopped)).toContain('shop was changed while this ran');
    expect([works(1), works(2), works(3)]).toEqual([false, false, true]);
  });

  describe('and no record', () => {
    const lose = () => a.standIn.state.sync.services[0]!.maps.splice(0);

    it('nothing is written, until it is made again', async () => {
      rotate(a.folder, 'shop');
      await apply(a);
      lose();
      expect(await refused(b)).toContain('passwords rebuild --environment stage');
      await refused(a);
      const { directory, provisioning } = checkedProject(a.folder);
      const desired = desiredFor('stage', directory, provisioning);
      await rebuild({
        desired,
        actual: await readActual(a.rest(), SERVICE, desired),
        applied: Applied.read(a.folder, 'stage'),
        ledger: await Ledger.read(a.rest(), 'stage', a.folder),
        key: a.key,
      });
      expect(recorded('shop')).toEqual({ username: 'shop', generation: 2, pruned: false });
      expect((await a.plan('stage')).changes).toEqual([]);
      await refused(b);
      // From the old checkout it lowers nothing.
      await rebuild({
        desired: { ...desired, credentials: [{ username: 'shop', generation: 1 }] },
        actual: await readActual(b.rest(), SERVICE, desired),
        applied: Applied.read(b.folder, 'stage'),
        ledger: await Ledger.read(b.rest(), 'stage', b.folder),
        key: a.key,
      });
      expect(recorded('shop')).toEqual({ username: 'shop', generation: 2, pruned: false });
    });

    it('a list that was made by hand needs none', async () => {
      lose();
      rmSync(path.join(a.folder, 'applied'), { recursive: true });
      const byHand = EXTENSIONS.replaceAll(/name: /g, 'passwordGeneration: 0, name: ').replace(
        '  passwordGeneration: 0, name: Booth',
        '  passwordGeneration: 0\n  name: Booth',
      );
      a.write('extensions.yaml', byHand);
      await apply(a);
      expect(a.standIn.state.sync.services[0]!.maps).toEqual([]);
    });
  });

  it('the record of one environment is not another one’s', async () => {
    rotate(a.folder, 'office');
    await apply(a);
    await a.apply('prod');
    const names = a.standIn.state.sync.services[0]!.maps.map(({ uniqueName }) => uniqueName);
    expect(names).toEqual([ledgerName('stage'), ledgerName('prod')]);
  });
});

describe('a key in the record', () => {
  it.each([
    ['shop', 'shop'],
    ['+15035550101', '_2b15035550101'],
    ['a/b', 'a_2fb'],
    ['..', '_2e_2e'],
    ['_keys', '_5fkeys'],
    ['é', '_c3_a9'],
  ])('of %s is %s', (username, key) => expect(keyOf(username)).toBe(key));
});
