/** What the doctor says where Twilio does not let it look, or where nothing can be looked at. */
import { Interrupted, Rest } from '../../src/twilio/client/rest';
import { FAULTS, owned, service, stage, withoutAddressIn } from './doctor/faults';
import { healthyAccount, type Patient } from './doctor/patient';
import { FILES } from './doctor/directory';

const sleep = () => Promise.resolve();

describe('the doctor', () => {
  let patient: Patient;
  beforeEach(async () => {
    patient = await healthyAccount();
  });
  afterEach(() => {
    expect(patient.standIn.violations).toEqual([]);
    patient.operator.remove();
  });

  const signedIn = (username: string, password: string) =>
    new Rest(patient.standIn.client({ username, password }), { sleep });
  const checksNamed = async (name: string) =>
    (await patient.examine()).filter((check) => check.name === name);
  /** Whatever is asked of the host is refused. */
  const refuse = (host: string, status: number) =>
    patient.standIn.faults.plan({
      on: (one) => one.host === host,
      times: Infinity,
      fault: { status, code: 20003 },
    });

  it('asks nothing more where Twilio does not accept the credentials', async () => {
    patient.rest = signedIn(patient.standIn.accountSid, 'wrong0token');
    const before = patient.standIn.ledger.length;
    expect(await patient.examine()).toEqual([
      {
        name: 'account.credentials',
        status: 'wrong',
        message: expect.stringContaining('Twilio does not accept the credentials') as string,
        fix: expect.stringContaining('TWILIO_AUTH_TOKEN') as string,
      },
    ]);
    expect(patient.standIn.ledger.length - before).toBe(1);
  });

  it('asks nothing more where Twilio does not take the API key', async () => {
    patient.rest = signedIn(patient.standIn.apiKey.sid, 'wrong0secret');
    const checks = await patient.examine();
    expect(checks.map(({ name, status }) => [name, status])).toEqual([
      ['account.credentials', 'wrong'],
    ]);
    expect(checks[0]?.fix).toContain('TWILIO_API_KEY');
    expect(JSON.stringify(checks)).not.toContain('wrong0secret');
  });

  it('looks at everything else with an API key', async () => {
    patient.rest = signedIn(patient.standIn.apiKey.sid, patient.standIn.apiKey.secret);
    expect(await patient.complaints()).toEqual(['account.active']);
    const [check] = await checksNamed('account.active');
    expect(check?.status).toBe('unknown');
  });

  it('takes a key that may read nothing for a key', async () => {
    patient.rest = signedIn(patient.standIn.apiKey.sid, patient.standIn.apiKey.secret);
    for (const host of ['api.twilio.com', 'serverless.twilio.com']) refuse(host, 403);
    const checks = await patient.examine();
    expect(checks[0]).toMatchObject({ name: 'account.credentials', status: 'ok' });
    expect(checks.filter(({ status }) => status === 'wrong')).toEqual([]);
    expect(await checksNamed('emergency.address')).toMatchObject([{ status: 'unknown' }]);
  });

  it.each(['suspended', 'closed'] as const)('stops at an account that is %s', async (status) => {
    patient.standIn.state.api.account.status = status;
    const checks = await patient.examine();
    expect(checks.map((check) => [check.name, check.status])).toEqual([
      ['account.credentials', 'ok'],
      ['account.active', 'wrong'],
    ]);
    expect(checks[1]?.message).toContain(`the account is ${status}`);
    expect(checks[1]?.fix).toContain('https://console.twilio.com');
  });

  it.each([
    ['voice.twilio.com', ['permissions.wider', 'permissions.narrower']],
    [
      'monitor.twilio.com',
      ['alerts.phones', 'alerts.calls', 'alerts.functions', 'alerts.other', 'alerts.unplaced'],
    ],
  ])('goes on where %s is refused', async (host, names) => {
    refuse(host, 403);
    const faulty = (await patient.examine()).filter(({ status }) => status !== 'ok');
    expect(faulty.map(({ name }) => name)).toEqual(names);
    expect(new Set(faulty.map(({ status }) => status))).toEqual(new Set(['unknown']));
    expect(faulty[0]?.message).toContain('this login may not read the account’s');
    expect(faulty[0]?.fix).toContain('auth token');
  });

  it('does not take what it may not read for what is not there', async () => {
    refuse('serverless.twilio.com', 403);
    const faulty = (await patient.examine()).filter(({ status }) => status !== 'ok');
    expect(new Set(faulty.map(({ status }) => status))).toEqual(new Set(['unknown']));
    const names = faulty.map(({ name }) => name);
    expect(names).toContain('deployment.exists');
    expect(names).toContain('domain.voice-url');
    expect(names).toContain('numbers.voice-url');
    expect(names).not.toContain('domain.registration');
  });

  it('goes on where a product of Twilio fails, and says so', async () => {
    refuse('monitor.twilio.com', 503);
    const [check] = await checksNamed('alerts.phones');
    expect(check?.status).toBe('unknown');
    expect(check?.message).toContain('could not be read');
  });

  it('stops where Twilio is out of reach', async () => {
    patient.standIn.faults.plan({ on: () => true, times: Infinity, fault: { drop: true } });
    await expect(patient.examine()).rejects.toThrow('ECONNRESET');
  });

  it.each(['/Accounts/', '/Domains.json', '/v1/Alerts'])('stops at Ctrl-C at %s', async (at) => {
    const controller = new AbortController();
    const client = patient.standIn.client();
    patient.rest = new Rest(client, { sleep, signal: controller.signal });
    patient.standIn.faults.plan({
      on: ({ path }) => {
        if (path.includes(at)) controller.abort();
        return controller.signal.aborted;
      },
      fault: { drop: true },
    });
    await expect(patient.examine()).rejects.toBeInstanceOf(Interrupted);
  });

  it('tells two deployments that claim to be the environment, once, with what to do', async () => {
    const twin = structuredClone({ ...stage(patient), sid: patient.standIn.newSid('ZE') });
    twin.dateCreated = twin.dateUpdated = stage(patient).dateCreated;
    service(patient).environments.push(twin);
    const faulty = (await patient.examine()).filter(({ status }) => status !== 'ok');
    const wrong = faulty.filter(({ status }) => status === 'wrong');
    expect(wrong.map(({ name }) => name)).toEqual(['deployment.exists']);
    expect(wrong[0]?.message).toContain('2 deployments of dialtone are stage');
    expect(wrong[0]?.fix).toBe('Delete the one that nothing uses.');
  });

  it('is content with any of several addresses that are alike', async () => {
    const { addresses } = patient.standIn.state.api;
    const number = owned(patient, '+15035550123');
    const registered = addresses.find(({ sid }) => sid === number.emergencyAddressSid)!;
    addresses.push(
      { ...registered, sid: patient.standIn.newSid('AD') },
      { ...registered, sid: patient.standIn.newSid('AD') },
    );
    number.emergencyAddressSid = null;
    number.emergencyAddressStatus = 'unregistered';
    const [check] = await checksNamed('emergency.address');
    expect(check?.status).toBe('wrong');
    await patient.fix(check?.fix ?? '');
    expect(addresses).toHaveLength(4);
    expect(await patient.complaints()).toEqual([]);
  });

  it('has one line about a domain that is not there, and none about what is on it', async () => {
    patient.standIn.state.api.domains.splice(0);
    const names = (await patient.examine()).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('domain.'))).toEqual([
      'domain.exists',
      'domain.others',
    ]);
  });

  it('finds an empty account to be one, with the way out of it', async () => {
    patient.standIn.state.serverless.services.splice(0);
    const { api } = patient.standIn.state;
    api.domains.splice(0);
    api.credentialLists.splice(0);
    api.numbers.splice(0);
    const wrong = (await patient.examine()).filter(({ status }) => status === 'wrong');
    expect(new Set(wrong.map(({ name }) => name))).toEqual(
      new Set([
        'deployment.exists',
        'domain.exists',
        'credentials.missing',
        'numbers.owned',
        'emergency.number',
      ]),
    );
    expect(wrong.every(({ fix }) => fix !== undefined)).toBe(true);
  });

  it('still tells another environment’s functions where nothing is deployed', async () => {
    service(patient).environments.splice(0);
    patient.standIn.state.api.domains[0]!.voiceUrl = 'https://dialtone-1234-prod.twil.io/x';
    const complaints = await patient.complaints();
    expect(complaints).toEqual(['deployment.exists', 'domain.voice-url', 'emergency.placed']);
  });

  it('takes an address that was registered by hand, and says so', async () => {
    patient.operator.write('extensions.yaml', withoutAddressIn('100 NE'));
    expect(await patient.complaints()).toEqual([]);
    const [check] = await checksNamed('emergency.address');
    expect(check?.message).toBe(
      '911 from +15035550123 (NE Ainsworth booth) sends help to 100 NE Example Street, Portland, OR ' +
        '(registered by hand: the directory has no address)',
    );
  });

  it('looks at the address of an emergency phone whose number prod answers', async () => {
    const numbers = FILES['numbers.yaml']!.replace(
      '+15035550124], environment: stage',
      '+15035550124], environment: prod',
    );
    patient.operator.write('numbers.yaml', numbers);
    owned(patient, '+15035550124').emergencyAddressStatus = 'registration-failure';
    const found = await checksNamed('emergency.address');
    expect(found.map(({ status }) => status)).toEqual(['ok', 'wrong']);
    expect(found[1]?.message).toContain('$75');
  });

  it.each([
    ['an address', 'emergency.address', { emergencyAddressStatus: 'registration-failure' }],
    ['somebody who answers', 'emergency.call-back', { voiceUrl: '' }],
  ] as const)(
    'does not count %s that only prod’s apply gives, where the phone lives there too',
    async (_, name, change) => {
      const write = (file: 'numbers.yaml' | 'extensions.yaml', from: string, to: string) => {
        expect(FILES[file]).toContain(from);
        patient.operator.write(file, FILES[file]!.replace(from, to));
      };
      write(
        'numbers.yaml',
        '+15035550124], environment: stage',
        '+15035550124], environment: prod',
      );
      Object.assign(owned(patient, '+15035550124'), change);
      const bad = async () => (await checksNamed(name)).filter(({ status }) => status !== 'ok');
      expect((await bad()).map(({ status }) => status)).toEqual(['wrong']);

      const alder = 'environments: [stage]\n  address: { street: 200';
      write('extensions.yaml', alder, alder.replace('[stage]', '[stage, prod]'));
      const [check, ...others] = await bad();
      expect(check?.status).toBe('warning');
      expect(check?.fix).toContain('./dialtone apply --environment prod');
      expect(others).toEqual([]);
    },
  );

  it('says nothing on stage of a caller ID that only a phone of prod has', async () => {
    const { numbers } = patient.standIn.state.api;
    numbers.splice(numbers.indexOf(owned(patient, '+15035550140')), 1);
    expect(await patient.complaints()).toEqual([]);

    const here = FILES['extensions.yaml']!.replace('[prod]', '[prod, stage]');
    patient.operator.write('extensions.yaml', here);
    expect(await patient.complaints()).toContain('numbers.caller-id');
  });

  it('counts the phones whose passwords were set by hand', async () => {
    const passwords = async () => (await checksNamed('credentials.passwords'))[0]?.message;
    expect(await passwords()).toBe('the passwords are those that apply set last');
    patient.operator.write(
      'extensions.yaml',
      FILES['extensions.yaml']!.replace('clinton:\n', 'clinton:\n  passwordGeneration: 0\n'),
    );
    expect(await passwords()).toBe(
      'the passwords are those that apply set last, except 1 set by hand',
    );
  });

  it('tells once that such a number is not there', async () => {
    const numbers = FILES['numbers.yaml']!.replace(
      '+15035550124], environment: stage',
      '+15035550124], environment: prod',
    );
    patient.operator.write('numbers.yaml', numbers);
    const { numbers: all } = patient.standIn.state.api;
    all.splice(all.indexOf(owned(patient, '+15035550124')), 1);
    expect(await patient.complaints()).toEqual(['emergency.number']);
  });

  it('names the directory’s folder in what is to be run', async () => {
    patient.folder = "my phones/d'or";
    FAULTS.find(({ check }) => check === 'domain.registration')?.plant(patient);
    const [check] = await checksNamed('domain.registration');
    expect(check?.fix).toBe(
      `./dialtone apply --environment stage --directory 'my phones/d'\\''or'`,
    );
  });
});
