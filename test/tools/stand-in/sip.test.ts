import type { Twilio } from 'twilio';
import { heldStandIn, twilioError } from '../../../tools/twilio-stand-in/held';
import { TwilioStandIn } from '../../../tools/twilio-stand-in/standIn';

const NAME = 'direct-example-stage.sip.twilio.com';
const PASSWORD = 'Fictional0Password';

const standIn = heldStandIn();

function sipOf(client: Twilio = standIn().client()) {
  return client.api.v2010.account.sip;
}

describe('a SIP domain', () => {
  it('has the defaults of Twilio', async () => {
    const domain = await sipOf().domains.create({ domainName: NAME });
    expect(domain).toMatchObject({
      sid: expect.stringMatching(/^SD[0-9a-f]{32}$/) as string,
      domainName: NAME,
      friendlyName: null,
      authType: '',
      voiceUrl: null,
      voiceMethod: 'POST',
      voiceFallbackMethod: 'POST',
      sipRegistration: false,
      emergencyCallingEnabled: false,
      emergencyCallerSid: null,
      secure: false,
    });
  });

  it('is created, read, changed, listed and deleted', async () => {
    const { domains } = sipOf();
    const { sid } = await domains.create({ domainName: NAME, sipRegistration: true });
    await domains(sid).update({ voiceUrl: 'https://dialtone.example/', voiceMethod: 'GET' });
    const changed = await domains(sid).fetch();
    expect(changed).toMatchObject({
      sipRegistration: true,
      voiceUrl: 'https://dialtone.example/',
      voiceMethod: 'GET',
    });
    await domains(sid).update({ voiceUrl: '', domainName: `other-${NAME}` });
    expect(await domains.list()).toMatchObject([{ voiceUrl: null, domainName: `other-${NAME}` }]);
    await domains(sid).remove();
    expect(standIn().state.api.domains).toEqual([]);
    await expect(domains(sid).fetch()).rejects.toMatchObject(twilioError(20404, 404));
  });

  it.each(['example.com', 'under_score.sip.twilio.com', '.sip.twilio.com', 'sip.twilio.com'])(
    'is not called %s',
    async (domainName) => {
      const created = sipOf().domains.create({ domainName });
      await expect(created).rejects.toMatchObject(twilioError(21231));
    },
  );

  it('has a name that no account has, nor lies below another’s', async () => {
    standIn().state.api.takenDomainNames.push(NAME);
    const { domains } = sipOf();
    const taken = domains.create({ domainName: NAME.toUpperCase() });
    await expect(taken).rejects.toMatchObject(twilioError(21232));
    const below = domains.create({ domainName: `below.${NAME}` });
    await expect(below).rejects.toMatchObject(twilioError(21232));
    const { sid } = await domains.create({ domainName: `other-${NAME}` });
    const again = domains.create({ domainName: `other-${NAME}` });
    await expect(again).rejects.toMatchObject(twilioError(21232));
    const renamed = domains(sid).update({ domainName: NAME });
    await expect(renamed).rejects.toMatchObject(twilioError(21232));
  });

  it('stays while it has subdomains', async () => {
    const { domains } = sipOf();
    const parent = await domains.create({ domainName: NAME });
    const below = await domains.create({ domainName: `below.${NAME}` });
    await expect(domains(parent.sid).remove()).rejects.toMatchObject(twilioError(21233));
    await domains(below.sid).remove();
    await domains(parent.sid).remove();
  });

  it('is one of a hundred at most', async () => {
    const { domains } = sipOf();
    for (let index = 0; index < 100; index += 1) {
      await domains.create({ domainName: `example-${index}.sip.twilio.com` });
    }
    await expect(domains.create({ domainName: NAME })).rejects.toMatchObject(twilioError(21230));
  });
});

describe('a credential list', () => {
  it('is created, read, renamed and deleted', async () => {
    const { credentialLists } = sipOf();
    const { sid } = await credentialLists.create({ friendlyName: 'example' });
    await credentialLists(sid).update({ friendlyName: 'renamed' });
    expect(await credentialLists(sid).fetch()).toMatchObject({ sid, friendlyName: 'renamed' });
    await credentialLists(sid).remove();
    expect(await credentialLists.list()).toEqual([]);
  });

  it('has a name of its own', async () => {
    const { credentialLists } = sipOf();
    await credentialLists.create({ friendlyName: 'example' });
    const other = await credentialLists.create({ friendlyName: 'other' });
    const again = credentialLists.create({ friendlyName: 'example' });
    await expect(again).rejects.toMatchObject(twilioError(21240));
    const renamed = credentialLists(other.sid).update({ friendlyName: 'example' });
    await expect(renamed).rejects.toMatchObject(twilioError(21240));
    await credentialLists(other.sid).update({ friendlyName: 'other' });
  });

  it('is one of a hundred at most', async () => {
    const { credentialLists } = sipOf();
    for (let index = 0; index < 100; index += 1) {
      await credentialLists.create({ friendlyName: `example-${index}` });
    }
    const more = credentialLists.create({ friendlyName: 'one too many' });
    await expect(more).rejects.toMatchObject(twilioError(21239));
  });
});

describe('a credential', () => {
  async function newList(client?: Twilio) {
    const { credentialLists } = sipOf(client);
    const { sid } = await credentialLists.create({ friendlyName: 'example' });
    return credentialLists(sid).credentials;
  }

  it('keeps its password to itself, in the ledger and in the state', async () => {
    const credentials = await newList();
    const { sid } = await credentials.create({ username: 'demo', password: PASSWORD });
    expect(standIn().passwordMatches('example', 'demo', PASSWORD)).toBe(true);
    await credentials(sid).update({ password: `${PASSWORD}2` });
    expect(standIn().passwordMatches('example', 'demo', PASSWORD)).toBe(false);
    expect(standIn().passwordMatches('example', 'demo', `${PASSWORD}2`)).toBe(true);
    expect(standIn().passwordMatches('other', 'demo', `${PASSWORD}2`)).toBe(false);
    const { state, ledger } = standIn();
    expect(JSON.stringify({ state, ledger })).not.toContain(PASSWORD);
    expect(ledger[1]?.params).toEqual({ Username: 'demo', Password: '***' });
    await credentials(sid).remove();
    expect(await credentials.list()).toEqual([]);
  });

  it.each([
    ['a username that is taken', 'taken', PASSWORD],
    ['a username of 33 letters', 'x'.repeat(33), PASSWORD],
    ['eleven letters of password', 'demo', 'Fictional00'],
    ['a password without a digit', 'demo', 'FictionalPassword'],
    ['a password in lower case', 'demo', 'fictional0password'],
    ['a password in upper case', 'demo', 'FICTIONAL0PASSWORD'],
  ])('is refused with %s', async (_, username, password) => {
    const credentials = await newList();
    await credentials.create({ username: 'taken', password: PASSWORD });
    const created = credentials.create({ username, password });
    await expect(created).rejects.toMatchObject(twilioError(21243));
  });

  it('is refused a weak password later on too', async () => {
    const credentials = await newList();
    const { sid } = await credentials.create({ username: 'demo', password: PASSWORD });
    const updated = credentials(sid).update({ password: 'weak' });
    await expect(updated).rejects.toMatchObject(twilioError(21243));
    expect(standIn().passwordMatches('example', 'demo', PASSWORD)).toBe(true);
  });

  it('is one of a thousand at most on a list', async () => {
    const credentials = await newList();
    const now = new Date();
    standIn().state.api.credentialLists[0]?.credentials.push(
      ...Array.from({ length: 1_000 }, (_, index) => ({
        sid: standIn().newSid('CR'),
        username: `phone${index}`,
        passwordDigest: '',
        dateCreated: now,
        dateUpdated: now,
      })),
    );
    const more = credentials.create({ username: 'demo', password: PASSWORD });
    await expect(more).rejects.toMatchObject(twilioError(21242));
    expect(await credentials.list({ pageSize: 1_000 })).toHaveLength(1_000);
  });

  it.each([true, false])(
    'moves its date with its password where the switch is %s',
    async (moves) => {
      let now = new Date('2026-11-21T12:00:00Z');
      const switched = new TwilioStandIn({
        now: () => now,
        switches: { passwordMovesDate: moves, credentialErrorCode: 21240 },
      });
      const credentials = await newList(switched.client());
      const { sid } = await credentials.create({ username: 'demo', password: PASSWORD });
      now = new Date('2026-11-22T12:00:00Z');
      const { dateCreated, dateUpdated } = await credentials(sid).update({ password: PASSWORD });
      expect(dateUpdated > dateCreated).toBe(moves);
      const again = credentials.create({ username: 'demo', password: PASSWORD });
      await expect(again).rejects.toMatchObject(twilioError(21240));
    },
  );
});

describe('the lists that a domain asks', () => {
  async function domainAndList() {
    const sip = sipOf();
    const domain = await sip.domains.create({ domainName: NAME });
    const list = await sip.credentialLists.create({ friendlyName: 'example' });
    return { sip, domain: sip.domains(domain.sid), list };
  }

  it('are one thing for calling, another for registering', async () => {
    const { domain, list } = await domainAndList();
    const { calls, registrations } = domain.auth;
    await registrations.credentialListMappings.create({ credentialListSid: list.sid });
    expect((await domain.fetch()).authType).toBe('');
    expect(await calls.credentialListMappings.list()).toEqual([]);
    const mapping = await calls.credentialListMappings.create({ credentialListSid: list.sid });
    expect(mapping).toMatchObject({ sid: list.sid, friendlyName: 'example' });
    expect((await domain.fetch()).authType).toBe('CREDENTIAL_LIST');
    await registrations.credentialListMappings(list.sid).remove();
    expect(await registrations.credentialListMappings.list()).toEqual([]);
    expect(await calls.credentialListMappings(list.sid).fetch()).toMatchObject({ sid: list.sid });
  });

  it('for calling are those of the older mappings', async () => {
    const { domain, list } = await domainAndList();
    await domain.credentialListMappings.create({ credentialListSid: list.sid });
    expect(await domain.auth.calls.credentialListMappings.list()).toHaveLength(1);
    expect(await domain.auth.registrations.credentialListMappings.list()).toEqual([]);
    expect(await domain.credentialListMappings.list()).toMatchObject([{ sid: list.sid }]);
  });

  it('are of IP addresses too', async () => {
    const { domain } = await domainAndList();
    const sid = standIn().newSid('AL');
    standIn().state.api.ipAccessControlLists.push({ sid, friendlyName: 'office' });
    const { ipAccessControlListMappings } = domain.auth.calls;
    await ipAccessControlListMappings.create({ ipAccessControlListSid: sid });
    expect(await domain.ipAccessControlListMappings.list()).toMatchObject([{ sid }]);
    expect((await domain.fetch()).authType).toBe('IP_ACL');
  });

  it('are there, once each', async () => {
    const { domain, list } = await domainAndList();
    const { credentialListMappings } = domain.auth.calls;
    const unknown = credentialListMappings.create({ credentialListSid: standIn().newSid('CL') });
    await expect(unknown).rejects.toMatchObject(twilioError(20404, 404));
    await credentialListMappings.create({ credentialListSid: list.sid });
    const again = credentialListMappings.create({ credentialListSid: list.sid });
    await expect(again).rejects.toMatchObject(twilioError(21231));
  });

  it.each(['calls', 'registrations'] as const)('stay while mapped for %s', async (kind) => {
    const { sip, domain, list } = await domainAndList();
    const { credentialListMappings } = domain.auth[kind];
    await credentialListMappings.create({ credentialListSid: list.sid });
    const removed = sip.credentialLists(list.sid).remove();
    await expect(removed).rejects.toMatchObject(twilioError(21241));
    await domain.remove();
    await sip.credentialLists(list.sid).remove();
  });
});
