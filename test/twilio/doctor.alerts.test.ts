/** Alerts: whose they are, whose phone it was, and nothing about who called. */
import type { Check } from '../../src/twilio/doctor';
import { healthyAccount, type Patient } from './doctor/patient';
import { seedAlert } from './doctor/seed';

const STAGE = 'https://dialtone-1234-stage.twil.io/sip-outgoing';
const CLINTON = 'sip:clinton@direct-example-stage.sip.twilio.com';
const OUTSIDE = '+15035550188';

describe('alerts', () => {
  let patient: Patient;
  beforeEach(async () => {
    patient = await healthyAccount();
  });
  afterEach(() => {
    expect(patient.standIn.violations).toEqual([]);
    patient.operator.remove();
  });

  const alerts = async (): Promise<Check[]> =>
    (await patient.examine()).filter(
      ({ name, status }) => name.startsWith('alerts.') && status !== 'ok',
    );
  const asked = () =>
    patient.standIn.ledger.filter(({ host, path }) =>
      Boolean(host === 'monitor.twilio.com' && path !== '/v1/Alerts'),
    ).length;

  it.each([
    ['prod’s functions', { url: 'https://dialtone-1234-prod.twil.io/sip-outgoing' }],
    ['someone else’s stage', { url: 'https://other-9999-stage.twil.io/sip-outgoing' }],
    ['another use of the account', { url: 'https://app.example/voice' }],
    ['prod’s SIP domain', { to: 'sip:desk@direct-example-prod.sip.twilio.com' }],
    ['a call long ago', { url: STAGE, at: '2026-11-20T17:00:00Z' }],
  ])('of %s are not told', async (_, one) => {
    seedAlert(patient.standIn, { code: '32009', from: OUTSIDE, ...one });
    expect(await alerts()).toEqual([]);
  });

  it.each([
    ['the functions', { url: STAGE }],
    ['the SIP domain', { to: CLINTON }],
    ['the SIP domain at an edge', { to: 'sip:clinton@direct-example-stage.sip.us1.twilio.com' }],
    ['one of its numbers', { to: '+15035550130' }],
  ])('of %s are told', async (_, one) => {
    seedAlert(patient.standIn, { code: '32011', from: OUTSIDE, ...one });
    expect((await alerts()).map(({ name }) => name)).toEqual(['alerts.phones']);
  });

  it('are read as far back as is asked for', async () => {
    seedAlert(patient.standIn, { code: '11200', url: STAGE, at: '2026-11-19T19:00:00Z' });
    expect(await alerts()).toEqual([]);
    patient.sinceHours = 48;
    expect((await alerts())[0]?.message).toContain('once in the last 48 hours');
  });

  it('are counted by code and phone, and name no caller', async () => {
    const { standIn } = patient;
    const at = (user: string) => `sip:${user}@direct-example-stage.sip.twilio.com`;
    seedAlert(standIn, { code: '32009', from: OUTSIDE, to: at('clinton') });
    seedAlert(standIn, { code: '32009', from: OUTSIDE, to: at('clinton') });
    seedAlert(standIn, { code: '32009', from: OUTSIDE, to: at('detroit') });
    seedAlert(standIn, { code: '32009', from: OUTSIDE, to: at('%2B15035550123') });
    seedAlert(standIn, { code: '32202', from: at(OUTSIDE), to: at('15035550199') });
    seedAlert(standIn, { code: '13224', url: STAGE, from: at('clinton'), to: at('5035550199') });
    const found = await alerts();
    expect(found.map(({ message }) => message.replace(/, last at .*/, ''))).toEqual(
      expect.arrayContaining([
        'clinton is not registered, so it does not ring: 32009, 2 times in the last 24 hours',
        'detroit is not registered, so it does not ring: 32009, once in the last 24 hours',
        '+15035550123 is not registered, so it does not ring: 32009, once in the last 24 hours',
        'a phone that the directory does not know has a wrong password, or somebody is guessing passwords: 32202, once in the last 24 hours',
        'clinton dialled something that cannot be called: 13224, once in the last 24 hours',
      ]),
    );
    expect(found).toHaveLength(5);
    expect(JSON.stringify(found)).not.toMatch(/5550188|5550199/);
  });

  it('are read whole only as far as the newest twenty', async () => {
    const { standIn } = patient;
    for (let minute = 0; minute < 25; minute += 1) {
      const at = `2026-11-21T17:${String(minute).padStart(2, '0')}:00Z`;
      const to = minute < 5 ? 'sip:detroit@direct-example-stage.sip.twilio.com' : CLINTON;
      // The oldest three are told to be ours by their URL, the next two by nothing.
      seedAlert(standIn, { code: '32009', at, from: OUTSIDE, to, url: minute < 3 ? STAGE : null });
    }
    // Of no use to us, and the newest: not one of the twenty.
    seedAlert(standIn, {
      code: '11200',
      at: '2026-11-21T17:59:00Z',
      url: 'https://dialtone-1234-prod.twil.io/sip-outgoing',
    });
    const before = asked();
    const texts = (await alerts()).map(({ message }) => message);
    expect(asked() - before).toBe(20);
    expect(texts).toEqual([
      expect.stringContaining('clinton is not registered, so it does not ring: 32009, 20 times'),
      expect.stringContaining('a phone (not checked which one) is not registered'),
      '2 alerts in the last 24 hours could belong to this environment or to something else; only the 20 newest were read in full',
    ]);
  });

  it('say that there are more where Twilio lists more than we ask for', async () => {
    for (let index = 0; index < 1_001; index += 1) {
      seedAlert(patient.standIn, { code: '11200', url: STAGE });
    }
    const found = await alerts();
    expect(found.map(({ name }) => name)).toEqual(['alerts.functions', 'alerts.unplaced']);
    expect(found[0]?.message).toContain('1000 times');
    expect(found[1]?.message).toContain('there are more than Twilio listed');
  });
});
