/** Each fault is found by its own check and no other, says what to run, and is gone when that was run. */
import { CHECK_NAMES } from '../../src/twilio/doctor';
import { FAULTS } from './doctor/faults';
import { healthyAccount, type Patient } from './doctor/patient';

/** Their faults are planted in doctor.access.test.ts. */
const OF_THE_ACCOUNT = ['account.credentials', 'account.active'];

describe('the doctor', () => {
  let patient: Patient;
  beforeEach(async () => {
    patient = await healthyAccount();
  });
  afterEach(() => {
    expect(patient.standIn.violations).toEqual([]);
    patient.operator.remove();
  });

  it('finds nothing wrong where nothing is, and looks at everything', async () => {
    const checks = await patient.examine();
    expect(checks.filter(({ status }) => status !== 'ok')).toEqual([]);
    const silent = ['alerts.other', 'alerts.unplaced'];
    const reported = new Set<string>(checks.map(({ name }) => name));
    expect(CHECK_NAMES.filter((name) => !reported.has(name))).toEqual(silent);
  });

  it('tells the checks in the order of the catalogue', async () => {
    const names = (await patient.examine()).map(({ name }) => CHECK_NAMES.indexOf(name));
    expect(names).toEqual([...names].sort((a, b) => a - b));
  });

  it('has a fault to find for each of its checks', () => {
    const planted = new Set<string>([...OF_THE_ACCOUNT, ...FAULTS.map(({ check }) => check)]);
    expect(CHECK_NAMES.filter((name) => !planted.has(name))).toEqual([]);
  });

  it.each(FAULTS.map((fault) => [fault.check, fault.what, fault] as const))(
    '%s: %s',
    async (name, _, { plant, says, status, fix, also = [], byHand }) => {
      await plant(patient);
      const before = patient.standIn.ledger.length;
      const checks = await patient.examine();
      const asked = patient.standIn.ledger.slice(before);
      expect(asked.filter(({ write, method }) => write || method !== 'GET')).toEqual([]);

      const faulty = checks.filter((check) => check.status !== 'ok');
      expect(new Set(faulty.map((check) => check.name))).toEqual(new Set([name, ...also]));
      const found = faulty.find((check) => check.name === name);
      expect(found).toEqual({
        name,
        status,
        message: expect.stringContaining(says) as string,
        fix: expect.stringContaining(fix) as string,
      });
      expect(found?.fix?.startsWith(fix)).toBe(true);
      refuseSecrets(patient, JSON.stringify(checks));

      if (byHand) await byHand(patient);
      else await patient.fix(found?.fix ?? '');
      expect(await patient.complaints()).toEqual([]);
    },
  );
});

function refuseSecrets({ standIn, operator }: Patient, output: string): void {
  for (const secret of [standIn.authToken, operator.key.toString('base64url'), 'hidden']) {
    expect(output).not.toContain(secret);
  }
}
