import { alert } from '../../../tools/twilio-stand-in/monitor';
import { callRecord } from '../../../tools/twilio-stand-in/api/calls';
import { heldStandIn, twilioError } from '../../../tools/twilio-stand-in/held';

const standIn = heldStandIn();

describe('calls', () => {
  beforeEach(() => {
    const { state } = standIn();
    state.api.calls.push(
      callRecord({ sid: standIn().newSid('CA'), startTime: new Date('2026-11-20T12:00:00Z') }),
      callRecord({
        sid: standIn().newSid('CA'),
        startTime: new Date('2026-11-21T12:00:00Z'),
        to: '+15035550124',
        status: 'no-answer',
      }),
    );
  });

  it('are listed, the last one first', async () => {
    const calls = await standIn().client().calls.list();
    expect(calls).toMatchObject([
      { to: '+15035550124', status: 'no-answer', direction: 'inbound' },
      { to: '+15035550123', status: 'completed', duration: '42' },
    ]);
    const { sid } = calls[1]!;
    const fetched = await standIn().client().calls(sid).fetch();
    expect(fetched).toMatchObject({ sid, startTime: new Date('2026-11-20T12:00:00Z') });
  });

  it.each([
    [{ to: '+15035550124' }, 1],
    [{ from: '+15035550124' }, 0],
    [{ status: 'completed' as const }, 1],
    [{ startTime: new Date('2026-11-20T23:00:00Z') }, 1],
    [{ startTimeBefore: new Date('2026-11-21T12:00:00Z') }, 2],
    [{ startTimeAfter: new Date('2026-11-21T11:00:00Z') }, 1],
    [{ endTimeBefore: new Date('2026-11-21T11:00:00Z') }, 1],
  ])('are asked for by %j', async (filter, count) => {
    expect(await standIn().client().calls.list(filter)).toHaveLength(count);
  });
});

describe('alerts', () => {
  it('show what was asked and answered only one by one', async () => {
    const { state } = standIn();
    const sid = standIn().newSid('NO');
    const dateGenerated = new Date('2026-11-21T12:00:00Z');
    const requestVariables = 'From=%2B15035550199';
    state.monitor.alerts.push(alert({ sid, dateGenerated, requestVariables }));
    const { alerts } = standIn().client().monitor.v1;
    const [listed] = await alerts.list({ logLevel: 'error' });
    expect(listed).toMatchObject({ sid, errorCode: '11200', dateGenerated });
    expect(JSON.stringify(listed)).not.toContain('From');
    expect(await alerts(sid).fetch()).toMatchObject({ requestVariables });
    expect(await alerts.list({ logLevel: 'warning' })).toEqual([]);
    expect(await alerts.list({ startDate: new Date('2026-11-22T00:00:00Z') })).toEqual([]);
    expect(await alerts.list({ endDate: new Date('2026-11-22T00:00:00Z') })).toHaveLength(1);
  });
});

describe('dialing permissions', () => {
  function permissions() {
    return standIn().client().voice.v1.dialingPermissions;
  }

  function update(low: unknown, isoCode = 'GB') {
    const updates = [{ iso_code: isoCode, low_risk_numbers_enabled: low }];
    return permissions().bulkCountryUpdates.create({ updateRequest: JSON.stringify(updates) });
  }

  it('are changed in bulk, by texts', async () => {
    expect(await update('true')).toMatchObject({ updateCount: 1 });
    const { countries } = permissions();
    expect(await countries('GB').fetch()).toMatchObject({
      lowRiskNumbersEnabled: true,
      highRiskSpecialNumbersEnabled: false,
    });
    expect(await countries.list({ lowRiskNumbersEnabled: true })).toHaveLength(2);
    await update('false');
    expect(await countries.list({ lowRiskNumbersEnabled: true })).toHaveLength(1);
  });

  it('pass over booleans that are not texts', async () => {
    expect(await update(true)).toMatchObject({ updateCount: 1 });
    const country = await permissions().countries('GB').fetch();
    expect(country.lowRiskNumbersEnabled).toBe(false);
  });

  it('want a list, of countries that there are', async () => {
    const { bulkCountryUpdates } = permissions();
    for (const updateRequest of ['{}', 'no JSON']) {
      const created = bulkCountryUpdates.create({ updateRequest });
      await expect(created).rejects.toMatchObject(twilioError(20001));
    }
    await expect(update('true', 'XX')).rejects.toMatchObject(twilioError(20001));
  });

  it('have Canada under US', async () => {
    const { countries } = permissions();
    await expect(countries('CA').fetch()).rejects.toMatchObject(twilioError(20404, 404));
    expect(await countries('US').fetch()).toMatchObject({ name: 'United States/Canada' });
    expect(await countries.list({ countryCode: '+252' })).toMatchObject([{ isoCode: 'SO' }]);
    const prefixes = await countries('LV').highriskSpecialPrefixes.list();
    expect(prefixes).toMatchObject([{ prefix: '+37181' }, { prefix: '+3719000' }]);
  });

  it('are inherited by subaccounts, or not', async () => {
    const { settings } = permissions();
    expect(await settings().fetch()).toMatchObject({ dialingPermissionsInheritance: true });
    await settings().update({ dialingPermissionsInheritance: false });
    expect(await settings().fetch()).toMatchObject({ dialingPermissionsInheritance: false });
  });
});
