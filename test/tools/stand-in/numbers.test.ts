import { heldStandIn, twilioError } from '../../../tools/twilio-stand-in/held';
import { TwilioStandIn } from '../../../tools/twilio-stand-in/standIn';

const NUMBER = '+15035550101';

const standIn = heldStandIn();

function account() {
  return standIn().client().api.v2010.account;
}

async function bought() {
  const { incomingPhoneNumbers } = account();
  const { sid } = await incomingPhoneNumbers.create({ phoneNumber: NUMBER });
  return incomingPhoneNumbers(sid);
}

describe('numbers for sale', () => {
  it('are found by what they are', async () => {
    const { local, tollFree } = account().availablePhoneNumbers('US');
    expect(await local.list()).toHaveLength(40);
    const found = await local.list({ areaCode: 503, contains: '555011', voiceEnabled: true });
    expect(found).toHaveLength(10);
    expect(found[0]).toMatchObject({
      phoneNumber: '+15035550110',
      friendlyName: '(503) 555-0110',
      locality: 'Portland',
      region: 'OR',
    });
    // 555 is JKL, or any three with stars for them.
    expect(await local.list({ contains: '503JKL0100' })).toHaveLength(1);
    expect(await local.list({ contains: '503***0100' })).toHaveLength(1);
    expect(await local.list({ inRegion: 'NY', limit: 3, pageSize: 3 })).toHaveLength(3);
    expect(await local.list({ faxEnabled: true })).toEqual([]);
    expect(await tollFree.list({ pageSize: 1 })).toMatchObject([{ phoneNumber: '+18005550100' }]);
  });

  it('are of the countries listed', async () => {
    const { availablePhoneNumbers } = account();
    expect(await availablePhoneNumbers.list()).toMatchObject([
      { countryCode: 'CA' },
      { countryCode: 'US', country: 'United States' },
    ]);
    expect(await availablePhoneNumbers('CA').local.list()).toHaveLength(20);
    const nowhere = availablePhoneNumbers('AQ').fetch();
    await expect(nowhere).rejects.toMatchObject(twilioError(20404, 404));
  });
});

describe('a number of the account', () => {
  it('is bought, found, and gone from the shop', async () => {
    const { incomingPhoneNumbers, availablePhoneNumbers } = account();
    const number = await incomingPhoneNumbers.create({ phoneNumber: NUMBER });
    expect(number).toMatchObject({
      phoneNumber: NUMBER,
      friendlyName: '(503) 555-0101',
      voiceUrl: null,
      voiceReceiveMode: 'voice',
      emergencyAddressStatus: 'unregistered',
    });
    const { local } = availablePhoneNumbers('US');
    expect(await local.list({ contains: '5035550101' })).toEqual([]);
    expect(await incomingPhoneNumbers.list({ phoneNumber: NUMBER })).toHaveLength(1);
    expect(await incomingPhoneNumbers.list({ phoneNumber: '+1503*******' })).toHaveLength(1);
    expect(await incomingPhoneNumbers.list({ phoneNumber: '+15035550199' })).toEqual([]);
    await incomingPhoneNumbers(number.sid).remove();
    expect(await incomingPhoneNumbers.list()).toEqual([]);
  });

  it.each([
    [21421, { phoneNumber: '555-0101' }],
    [21422, { phoneNumber: '+15035550199' }],
    [21451, { areaCode: '1' }],
    [21452, { areaCode: '907' }],
    [21405, { areaCode: '503', voiceFallbackUrl: 'https://dialtone.example/' }],
  ])('is not bought, with %i', async (code, parameters) => {
    const created = account().incomingPhoneNumbers.create(parameters);
    await expect(created).rejects.toMatchObject(twilioError(code));
    expect(standIn().state.api.numbers).toEqual([]);
  });

  it('is bought once', async () => {
    await bought();
    const again = account().incomingPhoneNumbers.create({ phoneNumber: NUMBER });
    await expect(again).rejects.toMatchObject(twilioError(21422));
  });

  it('is not bought without the address that it needs', async () => {
    const { forSale } = standIn().state.api;
    forSale[1] = { ...forSale[1]!, addressRequirements: 'any' };
    const created = account().incomingPhoneNumbers.create({ phoneNumber: NUMBER });
    await expect(created).rejects.toMatchObject(twilioError(21631));
  });

  it('is the only one of a trial account', async () => {
    standIn().state.api.account.type = 'Trial';
    await bought();
    const second = account().incomingPhoneNumbers.create({ areaCode: '212' });
    await expect(second).rejects.toMatchObject(twilioError(21404));
  });

  it('goes to a URL, an application or a trunk, of which the last one set counts', async () => {
    const number = await bought();
    const { applications } = account();
    const application = await applications.create({ friendlyName: 'example' });
    const trunkSid = standIn().newSid('TK');
    await number.update({ voiceUrl: 'https://dialtone.example/', voiceMethod: 'GET' });
    expect(await number.update({ trunkSid })).toMatchObject({ trunkSid });
    expect(await number.update({ voiceApplicationSid: application.sid })).toMatchObject({
      trunkSid: null,
      voiceApplicationSid: application.sid,
      voiceUrl: 'https://dialtone.example/',
      voiceMethod: 'GET',
    });
    expect(await number.update({ trunkSid })).toMatchObject({ voiceApplicationSid: null });
    expect(
      await number.update({ trunkSid: '', voiceApplicationSid: '', voiceReceiveMode: 'voice' }),
    ).toMatchObject({ trunkSid: null, voiceApplicationSid: null });
    const foreign = number.update({
      friendlyName: 'not taken over',
      voiceApplicationSid: standIn().newSid('AP'),
    });
    await expect(foreign).rejects.toMatchObject(twilioError(21420));
    expect(await number.fetch()).toMatchObject({ friendlyName: '(503) 555-0101' });
  });

  it('shows what is cleared as the switch says', async () => {
    const empty = new TwilioStandIn({ switches: { cleared: '' } });
    const { incomingPhoneNumbers } = empty.client().api.v2010.account;
    const { sid } = await incomingPhoneNumbers.create({ phoneNumber: NUMBER });
    const number = await incomingPhoneNumbers(sid).update({ voiceUrl: '', trunkSid: '' });
    expect(number).toMatchObject({ voiceUrl: '', trunkSid: '' });
    expect(empty.violations).toEqual([]);
  });
});

describe('an application', () => {
  it('is created, listed, changed and deleted, and shares its name', async () => {
    const { applications } = account();
    await applications.create({ friendlyName: 'example' });
    const { sid } = await applications.create({ friendlyName: 'example' });
    await applications.create();
    expect(await applications.list({ friendlyName: 'example' })).toHaveLength(2);
    await applications(sid).update({ voiceUrl: 'https://dialtone.example/' });
    expect((await applications(sid).fetch()).voiceUrl).toBe('https://dialtone.example/');
    await applications(sid).remove();
    expect(await applications.list()).toHaveLength(2);
  });
});
