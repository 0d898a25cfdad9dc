/** Phones whose credentials somebody made by hand stay on the air, whatever plan, apply and doctor are asked to do. */
import { planText } from '../../src/cli/commands/plan/text';
import { examine } from '../../src/twilio/doctor';
import { Applied } from '../../src/twilio/records/applied';
import { Ledger } from '../../src/twilio/records/ledger';
import { rotate } from '../../src/twilio/secrets/rotate';
import { sipPassword } from '../../src/twilio/secrets/passwords';
import { readProject } from '../../src/config/project';
import {
  DOMAIN,
  filesWith,
  knownTo,
  makeByHand,
  mapTo,
  onTheAir,
  type Shape,
  USERNAMES,
} from './firstAccount';
import { ALL_ANSWER, type Flags, Operator, SERVICE, Stopped } from './operator';
import { deployed } from './small';

const SHAPES: readonly Shape[] = ['one list', 'a list a phone'];
const EVERYTHING: Flags = { prune: true, account: true, setAgain: true };

describe.each(SHAPES)('an account with %s', (shape) => {
  let operator: Operator;
  beforeEach(async () => {
    operator = new Operator(filesWith(0));
    await makeByHand(operator, shape);
    deployed(operator.standIn, 'prod');
    expect(onTheAir(operator)).toEqual(USERNAMES);
  });
  afterEach(() => {
    expect(operator.standIn.violations).toEqual([]);
    operator.remove();
  });

  async function apply(flags: Flags = {}): Promise<void> {
    const { failures, stopped } = await operator.apply('prod', flags);
    expect({ failures, stopped }).toEqual({ failures: [], stopped: undefined });
  }

  const doctor = async () => {
    const { folder, key } = operator;
    const { directory, provisioning } = readProject(folder).project!;
    const checks = await examine(operator.rest(), {
      ...{ environment: 'prod', directory, provisioning, service: SERVICE, key },
      applied: Applied.read(folder, 'prod'),
      envFile: '',
      expected: { dependencies: {} },
      sinceHours: 24,
      now: operator.now(),
      deployedStamp: () => Promise.resolve(undefined),
      answers: () => Promise.resolve(ALL_ANSWER),
      readLedger: () => Ledger.read(operator.rest(), 'prod', folder),
      drills: [],
    });
    return checks.filter(({ name }) => /^(credentials|authentication)\./.test(name));
  };

  it('is adopted whole: no second credential, no second list', async () => {
    await apply(EVERYTHING);
    const { credentialLists } = operator.standIn.state.api;
    expect(credentialLists.flatMap(({ credentials }) => credentials)).toHaveLength(51);
    expect(credentialLists).toHaveLength(shape === 'one list' ? 1 : 51);
    expect(onTheAir(operator)).toEqual(USERNAMES);
    expect((await operator.plan('prod', EVERYTHING)).changes).toEqual([]);
  });

  it('is said once in the plan, with one way to go on', async () => {
    const shown = planText('prod', await operator.plan('prod'));
    expect(shown.match(/set by hand/g)).toHaveLength(1);
    expect(shown).toContain('51 phones have passwords that were set by hand (booth-01');
    expect(shown).toMatch(/which therefore stays? in use/);
    expect(shown).toContain('rotate <extension>');
    expect(shown).toContain('it cannot call in between');
  });

  it('is well to the doctor, which says where the phones are', async () => {
    const checks = await doctor();
    expect(checks.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(checks.find(({ name }) => name === 'credentials.missing')?.message).toContain(
      `all 51 extensions have a credential; 51 of them on ${shape === 'one list' ? '1 list' : '51 lists'} made by hand`,
    );
  });

  it.each([
    ['none', []],
    ['another SIP domain', ['direct-old.sip.twilio.com']],
  ])(
    'is never told to rotate where the domain does not ask its lists, but %s does',
    async (_, others) => {
      const { sip } = operator.standIn.client().api.v2010.account;
      const lists = [...operator.standIn.state.api.credentialLists];
      for (const domainName of others) {
        const { sid } = await sip.domains.create({ domainName, sipRegistration: true });
        for (const list of lists) await mapTo(operator.standIn, sid, list.sid);
      }
      const [domain] = operator.standIn.state.api.domains;
      for (const { sid } of lists) {
        const { auth } = operator.standIn.client().api.v2010.account.sip.domains(domain!.sid);
        await auth.calls.credentialListMappings(sid).remove();
        await auth.registrations.credentialListMappings(sid).remove();
      }
      const shown = planText('prod', await operator.plan('prod'));
      const missing = (await doctor()).filter(
        ({ name, status }) => name === 'credentials.missing' && status !== 'ok',
      );
      expect(missing).toHaveLength(1);
      const [{ message, fix = '' } = { message: '' }] = missing;
      expect(message).toContain('51 phones (booth-01');
      expect(message).toContain(`which ${DOMAIN} does not ask`);
      for (const name of others) expect(message).toContain(name);
      const named = shape === 'one list' && others.length === 0;
      expect(fix).toContain(
        named ? '`credentialList: clients`' : 'for calls and for registrations',
      );
      expect(fix).not.toContain('./dialtone rotate');
      expect(shown).toContain('every phone keeps its password');
      expect(shown).not.toContain('./dialtone rotate');
      if (!named) return;
      // What the fix says, done: the phones are on the air.
      operator.write(
        'site.yaml',
        filesWith(0)['site.yaml']!.replace(
          'direct-example-prod }',
          'direct-example-prod, credentialList: clients }',
        ),
      );
      await apply();
      expect(onTheAir(operator)).toEqual(USERNAMES);
      expect((await doctor()).filter(({ status }) => status !== 'ok')).toEqual([]);
    },
  );

  it('is well to the doctor, which does not name a list that no phone needs', async () => {
    const { standIn } = operator;
    const sid = standIn.newSid('CL');
    const dated = { dateCreated: operator.now(), dateUpdated: operator.now() };
    standIn.state.api.credentialLists.push({
      sid,
      friendlyName: 'spare',
      credentials: [],
      ...dated,
    });
    await mapTo(standIn, standIn.state.api.domains[0]!.sid, sid);
    const checks = await doctor();
    const missing = checks.find(({ name }) => name === 'credentials.missing')?.message;
    expect(missing).not.toContain('spare');
    expect(missing).toContain(shape === 'one list' ? 'on 1 list made' : 'on 51 lists made');
  });

  it('stops a directory that does not say that the passwords stay', async () => {
    operator.write('extensions.yaml', filesWith(undefined)['extensions.yaml']!);
    const before = JSON.stringify(operator.standIn.state.api);
    const refused = await operator.apply('prod', EVERYTHING).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Stopped);
    expect((refused as Stopped).stops).toEqual([
      {
        message: expect.stringContaining('cannot call, 911 included') as string,
        fix: expect.stringContaining('write `passwordGeneration: 0` for each') as string,
      },
    ]);
    expect(JSON.stringify(operator.standIn.state.api)).toBe(before);
    // Nor does the doctor say anything else.
    const fixes = (await doctor()).flatMap(({ fix }) => fix ?? []);
    expect(fixes.filter((fix) => !fix.startsWith('Write `passwordGeneration: 0`'))).toEqual([]);
  });

  it('takes over one phone where its credential is, and says that it cannot call meanwhile', async () => {
    const ledger = await Ledger.read(operator.rest(), 'prod', operator.folder);
    await ledger.make();
    rotate(operator.folder, 'booth-07');
    const plan = await operator.plan('prod', EVERYTHING);
    expect(plan.offAir).toEqual(['booth-07']);
    expect(planText('prod', plan)).toContain('Cannot call until it has its new password: booth-07');
    await apply(EVERYTHING);
    expect(onTheAir(operator)).toEqual(USERNAMES.filter((one) => one !== 'booth-07'));
    const id = { environment: 'prod', username: 'booth-07', generation: 1 } as const;
    const typed = (username: string) =>
      username === 'booth-07' ? sipPassword(operator.key, id) : knownTo(username);
    expect(onTheAir(operator, typed)).toEqual(USERNAMES);
    // Settled: no second credential is made, then or later.
    const again = await operator.plan('prod', EVERYTHING);
    expect(again.changes).toEqual([]);
    expect(again.manualSteps.filter(({ open }) => open)).toEqual([]);
    expect((await doctor()).filter(({ status }) => status !== 'ok')).toEqual([]);
  });

  it('keeps the phones of the directory when a stranger is on a list of theirs', async () => {
    const [list] = operator.standIn.state.api.credentialLists;
    const { sip } = operator.standIn.client().api.v2010.account;
    const added = { username: 'stranger', password: 'Typed-in-2019' };
    await sip.credentialLists(list!.sid).credentials.create(added);
    await apply(EVERYTHING);
    expect(onTheAir(operator)).toEqual(USERNAMES);
    const shown = planText('prod', await operator.plan('prod', EVERYTHING));
    expect(shown).toContain('lets in stranger');
    const unknown = (await doctor()).filter(({ status }) => status !== 'ok');
    expect(unknown.map(({ name }) => name)).toEqual(['credentials.unknown']);
    expect(unknown[0]!.message).toContain('stranger on the list');
  });

  it('ends no password that the phones of another domain know', async () => {
    const { sip } = operator.standIn.client().api.v2010.account;
    const other = 'direct-other.sip.twilio.com';
    const domain = await sip.domains.create({ domainName: other, sipRegistration: true });
    for (const { sid } of [...operator.standIn.state.api.credentialLists]) {
      await mapTo(operator.standIn, domain.sid, sid);
    }
    const ledger = await Ledger.read(operator.rest(), 'prod', operator.folder);
    await ledger.make();
    rotate(operator.folder, 'booth-07');
    const { stops } = await operator.plan('prod', EVERYTHING);
    expect(stops).toHaveLength(1);
    expect(stops[0]!.message).toContain(`and ${other} uses it too: a new password for booth-07`);
    expect(onTheAir(operator, knownTo, other)).toEqual(USERNAMES);
    expect(onTheAir(operator, knownTo, DOMAIN)).toEqual(USERNAMES);
  });
});
