/** Alerts: whose they are, whose phone it was, and nothing about who called. */
import type { Check } from '../../src/twilio/doctor';
import { healthyAccount, type Patient } from './doctor/patient';
import { seedAlert } from './doctor/seed';

const STAGE = 'https://dialtone-1234-stage.twil.io/sip-outgoing';
const CLINTON = 'sip:clinton@direct-example-stage.sip.twilio.com';
const AT = (user: string) => `sip:${user}@direct-example-stage.sip.twilio.com`;
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

  it('are read whole one of each kind before a second of any', async () => {
    const { standIn } = patient;
    // Ninety a day of one phone, and before them one that happened once.
    seedAlert(standIn, { code: '32207', at: '2026-11-21T09:00:00Z', to: AT('detroit') });
    for (let minute = 0; minute < 90; minute += 1) {
      const at = new Date(Date.parse('2026-11-21T15:00:00Z') + minute * 60_000).toISOString();
      seedAlert(standIn, { code: '32011', at, from: OUTSIDE, to: CLINTON });
    }
    // Of no use to us, and the newest.
    seedAlert(standIn, {
      code: '11200',
      at: '2026-11-21T17:59:00Z',
      url: 'https://dialtone-1234-prod.twil.io/sip-outgoing',
    });
    const before = asked();
    const texts = (await alerts()).map(({ message }) => message);
    expect(asked() - before).toBe(40);
    expect(texts).toEqual([
      expect.stringContaining('clinton did not answer Twilio’s SIP requests: 32011, 39 times'),
      expect.stringContaining('detroit uses encryption, but the domain does not: 32207, once'),
      '51 alerts in the last 24 hours could belong to this environment or to something else; only 40 were read in full, some of each code',
    ]);
  });

  it('are read from the URL where it names the phone, one whole one for all', async () => {
    const { standIn } = patient;
    for (let minute = 0; minute < 50; minute += 1) {
      const at = new Date(Date.parse('2026-11-21T15:00:00Z') + minute * 60_000).toISOString();
      seedAlert(standIn, { code: '32009', at, from: OUTSIDE, to: CLINTON, url: CLINTON });
    }
    seedAlert(standIn, { code: '32009', url: 'sip:desk@direct-example-prod.sip.twilio.com' });
    const before = asked();
    expect((await alerts()).map(({ message }) => message)).toEqual([
      expect.stringContaining('clinton is not registered, so it does not ring: 32009, 50 times'),
    ]);
    expect(asked() - before).toBe(2);
  });

  it.each([
    ['"NE Booth" <sip:clinton@direct-example-stage.sip.twilio.com>', 'clinton'],
    ['"a <b>" <sip:detroit@direct-example-stage.sip.twilio.com:5060>;tag=1', 'detroit'],
    ['<sip:%2B15035550123@direct-example-stage.sip.twilio.com;transport=tls>', '+15035550123'],
  ])('name the phone of the address %s', async (to, name) => {
    seedAlert(patient.standIn, { code: '32009', from: OUTSIDE, to });
    expect((await alerts()).map(({ message }) => message)).toEqual([
      expect.stringMatching(new RegExp(`^${name.replace('+', '\\+')} is not registered`)),
    ]);
  });

  it.each([
    ['32011', { from: OUTSIDE, to: CLINTON.replace('sip:', 'sips:') }, 'it cannot be rung'],
    ['32011', { from: OUTSIDE, to: `<${CLINTON.replace('sip:', 'sips:')}:5060>` }, 'it cannot'],
    ['32022', { from: CLINTON, to: AT('%23').replace('sip:', 'sips:') }, 'end after half a minute'],
  ])('%s to an address with sips: is a setting of the phone', async (code, call, means) => {
    seedAlert(patient.standIn, { code, ...call });
    const [found] = await alerts();
    expect(found?.message).toMatch(/^clinton registers with `sips:`/);
    expect(found?.message).toContain(means);
    expect(found?.fix).toMatch(/^Set its SIP URI scheme to `sip` and reboot it/);
  });

  it('32022 is of the phone that dialled, not of the one that was dialled', async () => {
    seedAlert(patient.standIn, { code: '32022', from: CLINTON, to: AT('detroit') });
    expect((await alerts())[0]?.message).toMatch(/^clinton did not confirm a call/);
  });

  it('tell somebody who guesses passwords from a phone with a wrong one', async () => {
    const { standIn } = patient;
    for (let time = 0; time < 3; time += 1) seedAlert(standIn, { code: '32202', from: CLINTON });
    expect((await alerts()).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^clinton has a wrong password.*: 32202, 3 times/),
    ]);
    for (const user of ['100', '101', '1000', 'admin']) {
      seedAlert(standIn, { code: '32202', from: AT(user) });
    }
    const found = (await alerts()).find(({ message }) => message.startsWith('somebody'));
    expect(found?.message).toMatch(
      /^somebody guesses passwords: 32202, 4 times in the last 24 hours, by at least 4 names/,
    );
    // A phone of ours stays told by its name.
    expect(await alerts()).toHaveLength(2);
    expect(found?.fix).toMatch(/^Nothing to do about passwords that the directory makes/);
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
