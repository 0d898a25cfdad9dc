/** What a rotation, or taking a phone out of the directory, does not end. */
import { differs, planText } from '../../src/cli/commands/plan/text';
import { rotate } from '../../src/twilio/secrets/rotate';
import { Operator } from './operator';
import { deployed, ownNumbers, SMALL } from './small';

const EXTENSIONS = SMALL['extensions.yaml']!;
const SID = /CL[0-9a-f]{32} --sid CR[0-9a-f]{32}/;

describe('plan', () => {
  let operator: Operator;
  beforeEach(async () => {
    operator = new Operator(SMALL);
    await ownNumbers(operator.standIn);
    deployed(operator.standIn, 'stage');
    await apply();
    // Twilio registers an address in its own time.
    for (let reads = 0; reads < 3; reads += 1) await operator.plan('stage');
    expect(await text()).toContain('Twilio matches the directory.');
  });
  afterEach(() => {
    expect(operator.standIn.violations).toEqual([]);
    operator.remove();
  });

  async function apply(flags = {}): Promise<void> {
    const { failures, stopped } = await operator.apply('stage', flags);
    expect({ failures, stopped }).toEqual({ failures: [], stopped: undefined });
  }

  async function text(flags = {}): Promise<string> {
    const plan = await operator.plan('stage', flags);
    const shown = planText('stage', plan);
    expect(shown.includes('Twilio matches the directory.')).toBe(!differs(plan));
    return shown;
  }

  /** A list as somebody has made it in the console. */
  async function byHand(
    usernames: readonly string[],
    uses: readonly ('calls' | 'registrations')[],
  ) {
    const { sip } = operator.standIn.client().api.v2010.account;
    const list = await sip.credentialLists.create({ friendlyName: 'booths of 2019' });
    for (const username of usernames) {
      await sip
        .credentialLists(list.sid)
        .credentials.create({ username, password: 'Set-by-hand-2019' });
    }
    const { auth } = sip.domains(operator.standIn.state.api.domains[0]!.sid);
    for (const use of uses) {
      await auth[use].credentialListMappings.create({ credentialListSid: list.sid });
    }
  }

  it.each([
    [['calls'], 'uses for calls:'],
    [['registrations'], 'uses for registrations:'],
    [['calls', 'registrations'], 'uses for calls and registrations:'],
  ] as const)('names a rotated phone that a list of %j still lets in', async (uses, reported) => {
    await byHand(['shop'], uses);
    rotate(operator.folder, 'shop');
    await apply();
    const shown = await text();
    expect(shown).toContain('Twilio does not match the directory');
    expect(shown).toContain(
      `shop has another password on the list booths of 2019, which was made by hand and which the domain ${reported} that one still works`,
    );
    expect(shown).toMatch(SID);
    // Taking the list off the domain ends it.
    expect(await text({ prune: true })).not.toContain('still works');
    await apply({ prune: true });
    expect(await text()).toContain('Twilio matches the directory.');
  });

  it('does not mind a list that the domain does not ask', async () => {
    await byHand(['shop'], []);
    rotate(operator.folder, 'shop');
    await apply();
    expect(await text()).toContain('Twilio matches the directory.');
  });

  it('names strangers on a list that stays for a phone with a password set by hand', async () => {
    await byHand(['office', 'stranger'], ['calls', 'registrations']);
    const { credentials } = operator.standIn.state.api.credentialLists[0]!;
    credentials.splice(
      credentials.findIndex(({ username }) => username === 'office'),
      1,
    );
    operator.write(
      'extensions.yaml',
      EXTENSIONS.replace('name: Office,', 'name: Office, passwordGeneration: 0,'),
    );
    await apply({ prune: true });
    const shown = await text({ prune: true });
    expect(shown).toContain('lets in stranger: no extensions of the environment');
    expect(shown).toContain('office has a password set by hand');
    expect(shown).toContain('Twilio does not match the directory');
  });

  it('does not match while a phone of no directory can register', async () => {
    operator.write('extensions.yaml', EXTENSIONS.replace(/^shop: .*\n/m, ''));
    const { changes, left } = await operator.plan('stage');
    expect([changes.length, left.map(({ key }) => key)]).toEqual([0, ['shop']]);
    const shown = await text();
    expect(shown).toContain('Twilio does not match the directory');
    expect(shown).toContain('until it is pruned it registers, and dials 911');
    await apply({ prune: true });
    expect(await text()).toContain('Twilio matches the directory.');
  });
});
