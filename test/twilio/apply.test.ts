/** What apply does on an empty account, with what it finds there, and where Twilio refuses. */
import { raisePasswordGeneration } from '../../src/config/edit';
import { UserError } from '../../src/diagnostics/errors';
import { OwnFolder } from '../../src/config';
import { codeOf, PerhapsCreated, Rest } from '../../src/twilio/client/rest';
import { toUserError } from '../../src/twilio/client/toUserError';
import { sipPassword } from '../../src/twilio/secrets/passwords';
import { Operator } from './operator';
import { deployed, ownNumbers, SMALL } from './small';

const LIST = 'direct-small-stage';

describe('apply', () => {
  let operator: Operator;
  beforeEach(async () => {
    operator = new Operator(SMALL);
    await ownNumbers(operator.standIn);
    deployed(operator.standIn, 'stage');
    operator.standIn.faults.reset();
  });
  afterEach(() => {
    expect(operator.standIn.violations).toEqual([]);
    operator.remove();
  });

  const password = (username: string, generation = 1) =>
    sipPassword(operator.key, { environment: 'stage', username, generation });

  async function applied(flags = {}): Promise<number> {
    const before = operator.writes();
    const { failures, stopped } = await operator.apply('stage', flags);
    expect({ failures, stopped }).toEqual({ failures: [], stopped: undefined });
    return operator.writes() - before;
  }

  it('makes everything on an empty account, and the second time nothing', async () => {
    // The ledger, the key and three generations in it are five of them.
    expect(await applied()).toBe(16);
    expect(operator.inventory()).toMatchObject({
      domains: [
        {
          domainName: 'direct-small-stage.sip.twilio.com',
          voiceUrl: expect.stringContaining('-stage.twil.io/sip-outgoing#') as string,
          calls: [LIST],
          registrations: [LIST],
        },
      ],
      lists: [[LIST, ['+15035550101', 'office', 'shop']]],
      addresses: [['Dialtone +15035550101', '100 Example Street']],
    });
    expect(operator.standIn.passwordMatches(LIST, 'shop', password('shop'))).toBe(true);
    expect(await applied()).toBe(0);
  });

  it('leaves the other environment alone', async () => {
    await applied();
    const before = JSON.stringify(operator.standIn.state.api);
    deployed(operator.standIn, 'prod');
    await operator.plan('prod');
    expect(JSON.stringify(operator.standIn.state.api)).toBe(before);
    const stageDomain = JSON.stringify(operator.standIn.state.api.domains[0]);
    const stageList = JSON.stringify(operator.standIn.state.api.credentialLists[0]);
    await operator.apply('prod', { prune: true });
    expect(JSON.stringify(operator.standIn.state.api.domains[0])).toBe(stageDomain);
    expect(JSON.stringify(operator.standIn.state.api.credentialLists[0])).toBe(stageList);
  });

  it('adopts what somebody made by hand, and keeps the password that is to stay', async () => {
    const { sip } = operator.standIn.client().api.v2010.account;
    await sip.domains.create({ domainName: 'direct-small-stage.sip.twilio.com' });
    const list = await sip.credentialLists.create({ friendlyName: LIST });
    const byHand = { username: 'shop', password: 'Set-by-hand-2023' };
    await sip.credentialLists(list.sid).credentials.create(byHand);
    operator.write(
      'extensions.yaml',
      SMALL['extensions.yaml']!.replace('name: Shop,', 'name: Shop, passwordGeneration: 0,'),
    );
    await applied();
    expect(operator.standIn.state.api.domains).toHaveLength(1);
    expect(operator.standIn.state.api.credentialLists).toHaveLength(1);
    expect(operator.standIn.passwordMatches(LIST, 'shop', byHand.password)).toBe(true);
    expect(await applied()).toBe(0);

    // Taken over, standing before the phone.
    const { text } = raisePasswordGeneration(operator.read('extensions.yaml'), 'shop');
    operator.write('extensions.yaml', text);
    // Its record, then its password.
    expect(await applied()).toBe(2);
    expect(operator.standIn.passwordMatches(LIST, 'shop', password('shop'))).toBe(true);
  });

  it('sets every password again when the key is another one, and says why', async () => {
    await applied();
    operator.key = Buffer.alloc(32, 8);
    const { changes, stops } = await operator.plan('stage');
    expect(changes.map(({ why }) => why)).toEqual(
      Array(3).fill('set with another key: the phone needs the new password'),
    );
    expect(stops.map(({ fix }) => fix)).toEqual([expect.stringContaining('--new-key') as string]);
    // The key's record and three passwords; their generations stay.
    expect(await applied({ newKey: true })).toBe(4);
    expect(operator.standIn.passwordMatches(LIST, 'shop', password('shop'))).toBe(true);
  });

  it('reports what Twilio refuses, and does the rest', async () => {
    const { state } = operator.standIn;
    state.api.streets.unknown.push('100 Example Street');
    const { done, failures, stopped } = await operator.apply('stage');
    expect(stopped).toBeUndefined();
    expect(done).toBe(9);
    expect(failures.map(({ change: { kind }, error }) => [kind, codeOf(error)])).toEqual([
      ['emergency address', 21628],
      // What depends on it is reported too.
      ['emergency registration', undefined],
    ]);
    expect(String(failures[1]?.error)).toContain('no emergency address +15035550101');
    // Once the address is fixed, the next one finishes.
    state.api.streets.unknown.splice(0);
    expect(await applied()).toBe(2);
  });

  it('says that the name of a domain is somebody else’s', async () => {
    operator.standIn.state.api.takenDomainNames.push('direct-small-stage.sip.twilio.com');
    const { failures } = await operator.apply('stage');
    expect(failures.map(({ change: { kind } }) => kind)).toEqual([
      'SIP domain',
      'voice authentication',
      'registration authentication',
    ]);
    expect(String(failures[0]?.error)).toContain('Choose another `sipDomain` in site.yaml');
  });

  it('does not wait for a name that is somebody else’s', async () => {
    operator.standIn.state.api.takenDomainNames.push('direct-small-stage.sip.twilio.com');
    const before = operator.now().getTime();
    await operator.apply('stage');
    const posts = operator.standIn.ledger.filter(
      ({ write, path }) => write && path.endsWith('/SIP/Domains.json'),
    );
    expect(posts).toHaveLength(1);
    expect(operator.now().getTime() - before).toBeLessThan(5_000);
  });

  it('does the rest when Twilio fails at one address', async () => {
    operator.standIn.faults.plan({
      on: ({ write, route }) => write && route.endsWith('/Addresses.json'),
      times: Infinity,
      fault: { status: 503, code: 20503 },
    });
    const { failures, stopped } = await operator.apply('stage');
    expect(stopped).toBeUndefined();
    expect(failures.map(({ change: { kind } }) => kind)).toEqual([
      'emergency address',
      'emergency registration',
    ]);
    expect(operator.inventory()).toMatchObject({
      lists: [[LIST, ['+15035550101', 'office', 'shop']]],
    });
  });

  it('says what was written when the disk is full', async () => {
    const replace = jest.spyOn(OwnFolder.prototype, 'replace').mockImplementation((name) => {
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC', path: name });
    });
    const { done, stopped } = await operator.apply('stage').finally(() => replace.mockRestore());
    expect(done).toBe(11);
    expect(toUserError(stopped)?.message).toBe('applied/stage.json: ENOSPC');
    // The next one sets the same passwords again, and no phone minds.
    const plan = await operator.plan('stage');
    expect(plan.changes.filter(({ keepsPassword }) => keepsPassword)).toHaveLength(3);
    expect([plan.lockedOut, plan.offAir]).toEqual([[], []]);
  });

  it('takes either of two addresses that two applies have made at once', async () => {
    await applied();
    const { addresses, numbers } = operator.standIn.state.api;
    const twin = { ...addresses[0]!, sid: operator.standIn.newSid('AD') };
    addresses.unshift(twin);
    expect(await applied()).toBe(0);
    const booth = numbers.find(({ phoneNumber }) => phoneNumber === '+15035550101')!;
    Object.assign(booth, { emergencyAddressSid: null, emergencyAddressStatus: 'unregistered' });
    expect(await applied()).toBe(1);
    expect(addresses).toHaveLength(2);
    await applied();
    expect(await applied({ prune: true })).toBe(1);
    expect(addresses.map(({ sid }) => sid)).toEqual([booth.emergencyAddressSid]);
  });

  it('waits as long as Twilio asks it to', async () => {
    const slept: number[] = [];
    const sleep = (milliseconds: number) => Promise.resolve(slept.push(milliseconds));
    const client = operator.standIn.client();
    const rest = new Rest(client, { sleep });
    let asked = 0;
    await rest.repeat(() => {
      asked += 1;
      if (asked > 1) return Promise.resolve();
      Object.assign(client.httpClient, { lastResponse: { headers: { 'retry-after': '7' } } });
      return Promise.reject(Object.assign(new Error('busy'), { status: 429, code: 20429 }));
    });
    expect(slept).toEqual([7_000]);
  });

  it('says that an address cannot be registered', async () => {
    operator.standIn.state.api.streets.unregistrable.push('100 Example Street');
    const { failures } = await operator.apply('stage');
    expect(failures.map(({ error }) => String(error))).toEqual([
      expect.stringContaining('Twilio says registration-failure: 911 from +15035550101') as string,
    ]);
  });

  it('moves a phone: the old address off, then the new one on', async () => {
    await applied();
    const moved = SMALL['extensions.yaml']!.replace('100 Example', '200 Example');
    operator.write('extensions.yaml', moved);
    const moving = { releases: ['replace-addresses'] as const };
    const { changes } = await operator.plan('stage', moving);
    expect(changes.map(({ action, kind }) => `${action} ${kind}`)).toEqual([
      'create emergency address',
      'replace emergency registration',
    ]);
    await applied(moving);
    const { numbers, addresses } = operator.standIn.state.api;
    const booth = numbers.find(({ phoneNumber }) => phoneNumber === '+15035550101');
    const at = addresses.find(({ sid }) => sid === booth?.emergencyAddressSid);
    expect([booth?.emergencyAddressStatus, at?.street]).toEqual([
      'registered',
      '200 Example Street',
    ]);
    expect(await applied()).toBe(0);
    // The old one is taken away only when that is asked for.
    expect(addresses).toHaveLength(2);
    expect(await applied({ prune: true })).toBe(1);
    expect(addresses.map(({ street }) => street)).toEqual(['200 Example Street']);
  });

  it('does not make a second address where it cannot know whether there is a first', async () => {
    operator.standIn.faults.plan({
      on: ({ write, route }) => write && route.endsWith('/Addresses.json'),
      fault: { loseReply: true, staleReads: 1_000 },
    });
    const { failures } = await operator.apply('stage');
    expect(failures[0]?.error).toBeInstanceOf(PerhapsCreated);
    expect(operator.standIn.state.api.addresses).toHaveLength(1);
  });

  it('stops where two things answer to one name, and lists them', async () => {
    await applied();
    const { sip } = operator.standIn.client().api.v2010.account;
    const second = await sip.credentialLists.create({ friendlyName: `${LIST} #2` });
    const twin = { username: 'shop', password: 'Set-by-hand-2023' };
    await sip.credentialLists(second.sid).credentials.create(twin);
    await expect(operator.plan('stage')).rejects.toThrow(UserError);
    await expect(operator.plan('stage')).rejects.toThrow(
      `shop has two credentials: on the lists ${LIST} and ${LIST} #2`,
    );
  });

  it('changes nothing about calls before anything is deployed', async () => {
    const fresh = new Operator(SMALL);
    await ownNumbers(fresh.standIn);
    await fresh.apply('stage');
    expect(fresh.standIn.state.api.domains[0]?.voiceUrl).toBeNull();
    expect(fresh.standIn.state.api.numbers.every(({ voiceUrl }) => voiceUrl === null)).toBe(true);
    const { manualSteps } = await fresh.plan('stage');
    expect(manualSteps.map(({ fix }) => fix)).toEqual([
      './dialtone deploy --environment stage, then apply again',
    ]);
    fresh.remove();
  });
});
