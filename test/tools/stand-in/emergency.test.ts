import { heldStandIn, twilioError } from '../../../tools/twilio-stand-in/held';
import { TwilioStandIn } from '../../../tools/twilio-stand-in/standIn';

const ADDRESS = {
  customerName: 'Example',
  street: '1 Example Street',
  city: 'Portland',
  region: 'OR',
  postalCode: '97201',
  isoCountry: 'US',
  emergencyEnabled: true,
};

let now: Date;
beforeEach(() => {
  now = new Date('2026-11-21T12:00:00Z');
});
const standIn = heldStandIn({ now: () => now });

async function numberOf(twilio: TwilioStandIn = standIn()) {
  const { addresses, incomingPhoneNumbers } = twilio.client().api.v2010.account;
  const { sid } = await incomingPhoneNumbers.create({ phoneNumber: '+15035550101' });
  return { addresses, number: incomingPhoneNumbers(sid) };
}

describe('an address', () => {
  it('is created, listed, changed and deleted', async () => {
    const { addresses } = standIn().client().api.v2010.account;
    const { sid, validated } = await addresses.create({ ...ADDRESS, friendlyName: 'example' });
    expect(validated).toBe(true);
    expect(await addresses.list({ friendlyName: 'example', isoCountry: 'US' })).toHaveLength(1);
    expect(await addresses.list({ emergencyEnabled: false })).toEqual([]);
    await addresses(sid).update({ streetSecondary: 'Unit 2' });
    expect(await addresses(sid).fetch()).toMatchObject({ ...ADDRESS, streetSecondary: 'Unit 2' });
    await addresses(sid).remove();
    expect(await addresses.list()).toEqual([]);
  });

  it('exists', async () => {
    const { addresses } = standIn().client().api.v2010.account;
    const created = addresses.create({ ...ADDRESS, street: '404 Nowhere Street' });
    await expect(created).rejects.toMatchObject(twilioError(21628));
    await addresses.create({ ...ADDRESS, street: '404 Nowhere Street', emergencyEnabled: false });
  });

  it('is corrected, or refused with a suggestion where it may not be', async () => {
    const { addresses } = standIn().client().api.v2010.account;
    const slip = { ...ADDRESS, street: '1 Exmaple Street' };
    const refused = addresses.create({ ...slip, autoCorrectAddress: false });
    await expect(refused).rejects.toMatchObject(twilioError(21629));
    await expect(refused).rejects.toThrow('1 Example Street, Portland, OR 97201');
    expect(await addresses.create(slip)).toMatchObject({ street: '1 Example Street' });
  });

  it.each(['refused', 'allowed'] as const)('that a number uses: changing is %s', async (way) => {
    const twilio = new TwilioStandIn({ switches: { addressInUse: way } });
    const { addresses, number } = await numberOf(twilio);
    const { sid } = await addresses.create(ADDRESS);
    await number.update({ emergencyAddressSid: sid });
    const changes = [addresses(sid).update({ city: 'Salem' }), addresses(sid).remove()];
    const outcomes = await Promise.allSettled(changes);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject(
        way === 'allowed' ? { status: 'fulfilled' } : { reason: twilioError(20409, 409) },
      );
    }
  });
});

describe('the emergency address of a number', () => {
  it('is registered after a while, and taken off after a while', async () => {
    const { addresses, number } = await numberOf();
    const { sid } = await addresses.create(ADDRESS);
    const set = await number.update({ emergencyAddressSid: sid });
    expect(set).toMatchObject({
      emergencyAddressSid: sid,
      emergencyAddressStatus: 'pending-registration',
    });
    expect((await number.fetch()).emergencyAddressStatus).toBe('pending-registration');
    expect((await number.fetch()).emergencyAddressStatus).toBe('registered');
    const off = await number.update({ emergencyAddressSid: '' });
    expect(off.emergencyAddressStatus).toBe('pending-unregistration');
    await number.fetch();
    expect(await number.fetch()).toMatchObject({
      emergencyAddressSid: null,
      emergencyAddressStatus: 'unregistered',
    });
  });

  it('is registered once half an hour has passed, however often it is read', async () => {
    const { addresses, number } = await numberOf();
    const { sid } = await addresses.create(ADDRESS);
    await number.update({ emergencyAddressSid: sid });
    now = new Date('2026-11-21T12:30:00Z');
    expect((await number.fetch()).emergencyAddressStatus).toBe('registered');
  });

  it('may be one that cannot be registered', async () => {
    const { addresses, number } = await numberOf();
    const { sid } = await addresses.create({ ...ADDRESS, street: '13 Unreachable Street' });
    await number.update({ emergencyAddressSid: sid });
    await number.fetch();
    expect((await number.fetch()).emergencyAddressStatus).toBe('registration-failure');
  });

  it('is there, and enabled', async () => {
    const { addresses, number } = await numberOf();
    const unknown = number.update({ emergencyAddressSid: standIn().newSid('AD') });
    await expect(unknown).rejects.toMatchObject(twilioError(20404, 404));
    const { sid } = await addresses.create({ ...ADDRESS, emergencyEnabled: false });
    const disabled = number.update({ emergencyAddressSid: sid });
    await expect(disabled).rejects.toMatchObject({ status: 400 });
  });

  it.each(['refused', 'ignored'] as const)(
    'comes off before another is set: without that, it is %s',
    async (emergencyAddressChange) => {
      const twilio = new TwilioStandIn({
        switches: { emergencyAddressChange, registrationReads: 1, unregisteringShowsAddress: true },
      });
      const { addresses, number } = await numberOf(twilio);
      const old = await addresses.create(ADDRESS);
      const other = await addresses.create({ ...ADDRESS, street: '2 Example Street' });
      await number.update({ emergencyAddressSid: old.sid });
      await number.update({ emergencyAddressSid: old.sid });
      const [outcome] = await Promise.allSettled([
        number.update({ emergencyAddressSid: other.sid }),
      ]);
      expect(outcome.status).toBe(emergencyAddressChange === 'refused' ? 'rejected' : 'fulfilled');
      expect((await number.fetch()).emergencyAddressSid).toBe(old.sid);
      const off = await number.update({ emergencyAddressSid: '' });
      expect(off.emergencyAddressSid).toBe(old.sid);
      await number.fetch();
      expect(await number.update({ emergencyAddressSid: other.sid })).toMatchObject({
        emergencyAddressSid: other.sid,
        emergencyAddressStatus: 'pending-registration',
      });
    },
  );
});
