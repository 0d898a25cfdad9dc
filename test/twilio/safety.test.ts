/** What must not happen, however it comes about. Each of these once did. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { Rest } from '../../src/twilio/client/rest';
import { sipPassword } from '../../src/twilio/secrets/passwords';
import { toUserError } from '../../src/twilio/client/toUserError';
import { planText } from '../../src/cli/commands/plan/text';
import { rotate } from '../../src/twilio/secrets/rotate';
import { Operator } from './operator';
import { deployed, ownNumbers, SMALL } from './small';

const SITE = SMALL['site.yaml']!;
const EXTENSIONS = SMALL['extensions.yaml']!;

const MOVING = ['replace-addresses'] as const;

describe('apply', () => {
  let operator: Operator;
  beforeEach(async () => {
    operator = new Operator(SMALL);
    await ownNumbers(operator.standIn);
    deployed(operator.standIn, 'stage');
    await apply();
    operator.standIn.faults.reset();
  });
  afterEach(() => {
    expect(operator.standIn.violations).toEqual([]);
    operator.remove();
  });

  const api = () => operator.standIn.state.api;
  const booth = () => api().numbers.find(({ phoneNumber }) => phoneNumber === '+15035550101')!;
  const mapped = () =>
    api().domains[0]!.mapped.calls.map(
      ({ sid }) => api().credentialLists.find((list) => list.sid === sid)?.friendlyName,
    );

  async function apply(flags = {}): Promise<void> {
    const { failures, stopped } = await operator.apply('stage', flags);
    expect({ failures, stopped }).toEqual({ failures: [], stopped: undefined });
  }

  it('takes nothing away while what replaces it has failed', async () => {
    operator.write('site.yaml', SITE.replace('-stage,', '-stage, credentialList: booths,'));
    operator.standIn.faults.plan({ on: ({ write }) => write, fault: { status: 400, code: 20001 } });
    const { failures } = await operator.apply('stage', { prune: true });
    expect(failures.length).toBeGreaterThan(0);
    expect(mapped()).toEqual(['direct-small-stage']);
    await apply({ prune: true, releases: ['end-emergency-phones'] });
    expect(mapped()).toEqual(['booths']);
  });

  it('keeps a list that a phone with a password set by hand lives on', async () => {
    operator.write('site.yaml', SITE.replace('-stage,', '-stage, credentialList: booths,'));
    const byHand = EXTENSIONS.replace('name: Shop,', 'name: Shop, passwordGeneration: 0,');
    operator.write('extensions.yaml', byHand);
    await apply({ prune: true });
    expect(mapped().sort()).toEqual(['booths', 'direct-small-stage']);
    const { manualSteps } = await operator.plan('stage');
    expect(manualSteps.map(({ message }) => message)).toContain(
      'shop has a password that was set by hand on the list direct-small-stage, which therefore stays in use',
    );
  });

  it("never takes another environment's list for its own", async () => {
    const names = SITE.replace('direct-small-prod', 'direct-small-stage-2');
    operator.write('site.yaml', names);
    await operator.apply('prod');
    const prod = JSON.stringify(api().credentialLists[1]);
    await apply({ prune: true });
    expect(JSON.stringify(api().credentialLists[1])).toBe(prod);
    expect(mapped()).toEqual(['direct-small-stage']);
  });

  it('does not leave a phone without an address because the site has another name', async () => {
    operator.write('site.yaml', SITE.replace('Small Phones', 'Smaller Phones'));
    expect((await operator.plan('stage', { prune: true })).changes).toEqual([]);
  });

  it('keeps the old address until the new one is registered', async () => {
    operator.write('extensions.yaml', EXTENSIONS.replace('100 Example', '13 Unreachable'));
    const moving = { prune: true, releases: MOVING };
    const { failures } = await operator.apply('stage', moving);
    expect(String(failures[0]?.error)).toContain('restore the previous one');
    await operator.apply('stage', { prune: true });
    expect(api().addresses.map(({ street }) => street)).toContain('100 Example Street');
    operator.write('extensions.yaml', EXTENSIONS);
    await apply();
    expect(booth().emergencyAddressStatus).toBe('registered');
  });

  it('does not take away an address that another number uses', async () => {
    const other = api().numbers.find(({ phoneNumber }) => phoneNumber === '+15035550103')!;
    other.emergencyAddressSid = booth().emergencyAddressSid;
    operator.write('extensions.yaml', EXTENSIONS.replace('100 Example', '200 Example'));
    await apply({ releases: MOVING });
    await apply({ prune: true });
    expect(api().addresses).toHaveLength(2);
  });

  it('unregisters the address of a phone that may not call 911 any more, when asked to', async () => {
    const without = EXTENSIONS.replace('  emergency: true\n', '').replace(/ {2}address.*\n/, '');
    operator.write('extensions.yaml', without.replace('+15035550101:\n', 'booth:\n'));
    await apply();
    expect(booth().emergencyAddressStatus).toBe('registered');
    await apply({ prune: true, releases: ['replace-addresses', 'end-emergency-phones'] });
    await operator.plan('stage');
    await operator.plan('stage');
    expect(booth().emergencyAddressStatus).toBe('unregistered');
  });

  it('says in the audit when a number has no address for a while', async () => {
    operator.write('extensions.yaml', EXTENSIONS.replace('100 Example', '200 Example'));
    await apply({ releases: MOVING });
    const lines = operator.read('audit.jsonl').trim().split('\n');
    const registrations = lines
      .map((line) => JSON.parse(line) as { kind: string; fields: { name: string; to?: string }[] })
      .filter(({ kind }) => kind === 'emergency registration')
      .map(({ fields }) => fields.find(({ name }) => name === 'address')?.to);
    expect(registrations.slice(-2)).toEqual([
      undefined,
      '200 Example Street, Portland, OR 97211, US',
    ]);
  });

  it('shows no secret of an URL that somebody else has set, nor what would move a terminal', async () => {
    api().domains[0]!.voiceUrl = 'https://user:fictional@pbx.example/in?token=fictional';
    const dates = { dateCreated: new Date(), dateUpdated: new Date() };
    const username = 'evil\u001b[2K';
    const credential = {
      sid: operator.standIn.newSid('CR'),
      username,
      passwordDigest: '',
      ...dates,
    };
    api().credentialLists[0]!.credentials.push(credential);
    const text = planText('stage', await operator.plan('stage'));
    expect(text).toContain('pbx.example');
    expect(text).not.toContain('fictional');
    expect(text).not.toContain(username);
    await apply({ prune: true });
    expect(operator.read('audit.jsonl')).not.toContain('fictional');
  });

  it('never lets a former password in again', async () => {
    const set = (generation: number) =>
      operator.write(
        'extensions.yaml',
        EXTENSIONS.replace('name: Shop,', `name: Shop, passwordGeneration: ${generation},`),
      );
    set(3);
    await apply();
    set(0);
    expect(rotate(operator.folder, 'shop')).toEqual({ from: 0, to: 4 });
  });

  it('tells one plan from another by account and key too', async () => {
    const change = EXTENSIONS.replace('shop:', 'shop2: { name: New }\nshop:');
    operator.write('extensions.yaml', change);
    const { hash } = await operator.plan('stage');
    expect((await operator.plan('stage')).hash).toBe(hash);
    operator.key = Buffer.alloc(32, 9);
    expect((await operator.plan('stage')).hash).not.toBe(hash);
  });
});

describe('an error of the network', () => {
  it.each(['EAI_AGAIN', 'ECONNRESET', 'SELF_SIGNED_CERT_IN_CHAIN', 'HPE_INVALID_CONSTANT'])(
    'with %s holds nothing of the request',
    async (code) => {
      const password = sipPassword(Buffer.alloc(32, 7), {
        environment: 'stage',
        username: 'demo',
        generation: 1,
      });
      const config = { headers: { Authorization: 'Basic c2VjcmV0' }, data: `Password=${password}` };
      const failing = Object.assign(new Error('failed'), { isAxiosError: true, code, config });
      const rest = new Rest({} as never, { sleep: () => Promise.resolve() });
      const error: unknown = await rest
        .repeat(() => Promise.reject(failing))
        .catch((caught: unknown) => caught);
      expect(inspect(error, { depth: null })).not.toContain(password);
      expect(inspect(error, { depth: null })).not.toContain('c2VjcmV0');
      expect(toUserError(error)?.message).toBe(`Twilio cannot be reached: ${code}`);
    },
  );

  it('is not what a file that cannot be written is', () => {
    const failed = (() => {
      try {
        return readFileSync(path.join(__dirname, 'none', 'such'));
      } catch (error) {
        return error;
      }
    })();
    expect(toUserError(failed)?.message).toMatch(/such: ENOENT$/);
  });
});
