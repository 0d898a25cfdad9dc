/** Phones that share a number for 911: one address at Twilio, and everybody named who is found there. */
import { examine } from '../../src/twilio/doctor';
import { Ledger } from '../../src/twilio/records/ledger';
import { Applied } from '../../src/twilio/records/applied';
import { desiredFor } from '../../src/twilio/desired';
import { readProject } from '../../src/config/project';
import { BOOTHS, CORNER, DESKS, HALL, SHARING, SHARING_OWNED } from '../fixtures/sharing';
import { ownNumber } from './doctor/seed';
import { Operator, SERVICE } from './operator';
import { deployed } from './small';

const HALL_LINE = '100 Example Street, 2, Portland, OR 97211, US';

describe('Phones that share a number for 911', () => {
  let operator: Operator;
  beforeEach(() => {
    operator = new Operator(SHARING);
    for (const number of SHARING_OWNED) ownNumber(operator.standIn, number);
    deployed(operator.standIn, 'stage');
  });
  afterEach(() => {
    expect(operator.standIn.violations).toEqual([]);
    operator.remove();
  });

  async function checked(name: string) {
    const { directory, provisioning } = readProject(operator.folder).project!;
    const checks = await examine(operator.rest(), {
      environment: 'stage',
      directory,
      provisioning,
      service: SERVICE,
      applied: Applied.read(operator.folder, 'stage'),
      key: operator.key,
      envFile: `${operator.folder}/.env.stage`,
      expected: { dependencies: {} },
      sinceHours: 24,
      now: new Date('2026-11-21T18:00:00Z'),
      deployedStamp: () => Promise.resolve(undefined),
      answers: () => Promise.resolve(operator.answers),
      drills: [],
      readLedger: () => Ledger.read(operator.rest(), 'stage', operator.folder),
      folder: undefined,
    });
    return checks
      .filter((check) => check.name === name)
      .map(({ status, message }) => [status, message]);
  }

  it('are wanted by their number, once', () => {
    const { directory, provisioning } = readProject(operator.folder).project!;
    const { numbers } = desiredFor('stage', directory, provisioning);
    expect(numbers.filter(({ emergency }) => emergency)).toEqual([
      { number: HALL, emergency: { usernames: DESKS, address: expect.anything() as unknown } },
      { number: CORNER, emergency: { usernames: BOOTHS, address: expect.anything() as unknown } },
    ]);
  });

  it('have one address and one registration at Twilio', async () => {
    const { changes } = await operator.plan('stage');
    const emergency = changes.filter(({ kind }) => kind.startsWith('emergency'));
    expect(emergency.map(({ kind, key }) => [kind, key])).toEqual([
      ['emergency address', HALL],
      ['emergency registration', HALL],
      ['emergency address', CORNER],
      ['emergency registration', CORNER],
    ]);
    expect(emergency[0]?.fields).toContainEqual({ name: 'address', to: HALL_LINE });
    expect(emergency[0]?.why).toBe(
      `the directory says that ${DESKS.slice(0, 10).join(', ')} and 2 more are there`,
    );
    expect(emergency[2]?.why).toBe('the directory says that north-booth, south-booth are there');

    const { failures } = await operator.apply('stage');

    expect(failures).toEqual([]);
    expect(operator.inventory()).toMatchObject({
      addresses: [
        [`Dialtone ${HALL}`, '100 Example Street'],
        [`Dialtone ${CORNER}`, '200 Example Street'],
      ],
    });
    expect((await operator.plan('stage')).changes).toEqual([]);
  });

  it('are all named by the doctor, in one line', async () => {
    await operator.apply('stage');
    expect(await checked('emergency.address')).toEqual([
      [
        'ok',
        expect.stringMatching(/^911 from 121 \(Phone 121\), .* and 2 more sends help to 100 /),
      ],
      [
        'ok',
        '911 from north-booth (Phone north-booth), south-booth (Phone south-booth) sends help to 200 Example Street, Portland, OR',
      ],
    ]);
    expect(await checked('emergency.contents')).toEqual([
      ['ok', 'the addresses are those of the directory'],
    ]);
  });

  it('are all named where nobody is found, and where nobody can call back', async () => {
    await operator.apply('stage');
    const at = operator.standIn.state.api.numbers.find(
      ({ phoneNumber }) => phoneNumber === CORNER,
    )!;
    Object.assign(at, { emergencyAddressSid: null, emergencyAddressStatus: 'unregistered' });
    at.voiceUrl = '';
    expect((await checked('emergency.address'))[1]).toEqual([
      'wrong',
      expect.stringContaining(
        `north-booth, south-booth (${CORNER}) have no registered address`,
      ) as string,
    ]);
    expect(await checked('emergency.call-back')).toEqual([
      [
        'wrong',
        `the emergency service cannot call north-booth, south-booth back: nothing answers ${CORNER}`,
      ],
    ]);
  });

  it('are told once that their number is not there', async () => {
    const { numbers } = operator.standIn.state.api;
    numbers.splice(
      numbers.findIndex(({ phoneNumber }) => phoneNumber === CORNER),
      1,
    );
    expect(await checked('emergency.number')).toEqual([
      [
        'wrong',
        `${CORNER}, the number of north-booth, south-booth, is not on this account: 911 does not get through as ${CORNER}`,
      ],
    ]);
  });

  it('are all named by the plan where one phone was registered by hand', async () => {
    operator.write(
      'extensions.yaml',
      `'+15035550121': { name: Booth, number: ${CORNER}, emergency: true }\noffice: { name: Office }`,
    );
    operator.write('numbers.yaml', `+15035550100: { ring: [office], environment: stage }`);
    const { manualSteps } = await operator.plan('stage');
    expect(manualSteps.map(({ fix }) => fix)).toContain(
      'add `address:` to +15035550121 in extensions.yaml',
    );
  });
});
