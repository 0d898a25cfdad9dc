import { api } from '../../../tools/twilio-stand-in/api';
import {
  ApiError,
  type ApiReply,
  type ApiRequest,
  CONNECTION_LOST,
  type Product,
} from '../../../tools/twilio-stand-in/contract';
import { heldStandIn, twilioError } from '../../../tools/twilio-stand-in/held';
import { TwilioStandIn } from '../../../tools/twilio-stand-in/standIn';

const standIn = heldStandIn();
const LISTS = '/SIP/CredentialLists.json';

/** A request as the wire hands it on, with the account's token. */
function request(path: string, changes: Partial<ApiRequest> = {}): ApiRequest {
  const { accountSid, authToken } = standIn();
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  return {
    method: 'GET',
    host: 'api.twilio.com',
    path: `/2010-04-01/Accounts/${accountSid}${path}`,
    query: {},
    form: {},
    files: new Map(),
    headers: { authorization: `Basic ${basic}` },
    ...changes,
  };
}

describe('credentials', () => {
  it.each([
    ['none', {}],
    ['wrong ones', { authorization: `Basic ${Buffer.from('AC:wrong').toString('base64')}` }],
  ])('%s: refused before anything else', async (_, headers) => {
    const reply = await standIn().handle(request(LISTS, { headers }));
    expect(reply).toMatchObject({
      status: 401,
      body: { code: 20003, message: 'Authenticate', status: 401 },
    });
  });

  it('may be an API key, but not for the account itself', async () => {
    const { apiKey, accountSid } = standIn();
    const client = standIn().client({ username: apiKey.sid, password: apiKey.secret });
    expect(await client.api.v2010.account.sip.credentialLists.list()).toEqual([]);
    const account = client.api.v2010.accounts(accountSid).fetch();
    await expect(account).rejects.toMatchObject(twilioError(20003, 401));
    const own = await standIn().client().api.v2010.accounts(accountSid).fetch();
    expect(own).toMatchObject({ friendlyName: 'Example', status: 'active', type: 'Full' });
  });

  it('do not open another account', async () => {
    const path = `/2010-04-01/Accounts/AC${'f'.repeat(32)}${LISTS}`;
    expect(await standIn().handle(request('', { path }))).toMatchObject({ status: 401 });
  });

  it('are not in the ledger', async () => {
    await standIn().handle(request(LISTS, { query: { PageSize: '7' } }));
    expect(standIn().ledger).toEqual([
      {
        method: 'GET',
        host: 'api.twilio.com',
        path: `/2010-04-01/Accounts/${standIn().accountSid}${LISTS}`,
        params: { PageSize: '7' },
        route: `/2010-04-01/Accounts/{AccountSid}${LISTS}`,
        status: 200,
        fault: undefined,
        write: false,
      },
    ]);
    expect(JSON.stringify(standIn().ledger)).not.toContain(standIn().authToken);
  });
});

describe('every reply', () => {
  it('has Twilio’s headers', async () => {
    expect(await standIn().handle(request(LISTS))).toMatchObject({
      headers: {
        'twilio-request-id': expect.stringMatching(/^RQ[0-9a-f]{32}$/) as string,
        'twilio-concurrent-requests': '1',
        'twilio-request-duration': expect.stringMatching(/^\d+\.\d{3}$/) as string,
        'content-type': 'application/json',
      },
    });
  });
});

/** Each of these is a slip of whoever asks: Twilio would often pass over it. */
describe('a violation is', () => {
  const post = (form: ApiRequest['form'], path = LISTS) => request(path, { method: 'POST', form });

  it.each<[string, () => ApiRequest, object, RegExp]>([
    [
      'a parameter that there is not',
      () => post({ FriendlyName: 'example', Bogus: '1' }),
      { status: 201 },
      /Bogus is no parameter of the form/,
    ],
    [
      'a parameter in the wrong place',
      () =>
        request(LISTS, { method: 'POST', query: { PageSize: '1' }, form: { FriendlyName: 'x' } }),
      { status: 201 },
      /PageSize is no parameter of the query/,
    ],
    [
      'a required parameter that is missing',
      () => post({}),
      { status: 400, body: { code: 20001 } },
      /FriendlyName is missing/,
    ],
    [
      'a required parameter that is empty',
      () => post({ FriendlyName: '' }),
      { status: 400, body: { code: 20001 } },
      /FriendlyName is missing/,
    ],
    [
      'a URL that is none',
      () => post({ VoiceUrl: 'dialtone' }, '/Applications.json'),
      { status: 400, body: { code: 21402 } },
      /VoiceUrl is "dialtone": .*format "uri"/,
    ],
    [
      'a method that is none',
      () => post({ VoiceMethod: 'PUT' }, '/Applications.json'),
      { status: 400, body: { code: 21403 } },
      /VoiceMethod is "PUT"/,
    ],
    [
      'a boolean that is none',
      () => post({ VoiceCallerIdLookup: 'yes' }, '/Applications.json'),
      { status: 400, body: { code: 20001 } },
      /VoiceCallerIdLookup is "yes"/,
    ],
    [
      'one value too many',
      () => post({ FriendlyName: ['one', 'two'] }),
      { status: 400, body: { code: 20001 } },
      /FriendlyName is \["one","two"\]/,
    ],
    [
      'a SID of another kind',
      () => request(`/SIP/CredentialLists/SD${'0'.repeat(32)}.json`),
      { status: 404, body: { code: 20404 } },
      /Sid is "SD0/,
    ],
    [
      'a path that there is not',
      () => request('/SIP/CredentialList.json'),
      { status: 404, body: { code: 20404 } },
      /has no such path/,
    ],
    [
      'another method',
      () => request(LISTS, { method: 'PUT' }),
      { status: 405, body: { code: 20004 } },
      /answers GET, POST here/,
    ],
  ])('%s', async (_, slip, reply, violation) => {
    expect(await standIn().handle(slip())).toMatchObject(reply);
    expect(standIn().takeViolations()).toEqual([expect.stringMatching(violation)]);
    expect(standIn().violations).toEqual([]);
  });

  it('a host that is not Twilio’s', async () => {
    const elsewhere = request(LISTS, { host: 'www.example.com' });
    expect(await standIn().handle(elsewhere)).toBe(CONNECTION_LOST);
    expect(standIn().takeViolations()).toEqual([
      expect.stringContaining('www.example.com is not a host'),
    ]);
  });

  it('told without the password', async () => {
    const list = await standIn()
      .client()
      .api.v2010.account.sip.credentialLists.create({ friendlyName: 'example' });
    const form = { Username: 'demo', Password: ['Fictional0Password', 'Fictional0Password'] };
    await standIn().handle(post(form, `/SIP/CredentialLists/${list.sid}/Credentials.json`));
    const violations = standIn().takeViolations();
    expect(violations).toHaveLength(1);
    expect(JSON.stringify([violations, standIn().ledger])).not.toContain('Fictional0Password');
  });

  it('not a SID that nothing has, nor an empty field', async () => {
    const unknown = await standIn().handle(
      request(`/SIP/CredentialLists/CL${'0'.repeat(32)}.json`),
    );
    expect(unknown).toMatchObject({ status: 404, body: { code: 20404 } });
    const cleared = post({ VoiceUrl: '', VoiceMethod: '', VoiceCallerIdLookup: '' });
    await standIn().handle({ ...cleared, path: request('/Applications.json').path });
  });
});

describe('a reply of ours', () => {
  const { routes } = api;
  const listing = routes.find(({ method, path }) => method === 'GET' && path.endsWith(LISTS))!;

  /** The product, but for what it answers to reading the lists. */
  function with_(handle: typeof listing.handle): TwilioStandIn {
    const product: Product = {
      ...api,
      routes: routes.map((route) => (route === listing ? { ...route, handle } : route)),
    };
    return new TwilioStandIn({ products: [product] });
  }

  async function violationsOf(handle: typeof listing.handle): Promise<string> {
    const twilio = with_(handle);
    await twilio.handle(request(LISTS));
    return twilio.takeViolations().join('\n');
  }

  function body(call: Parameters<typeof listing.handle>[0]) {
    return (listing.handle(call) as ApiReply).body as Record<string, unknown>;
  }

  it('passes as it is', async () => {
    expect(await violationsOf((call) => listing.handle(call))).toBe('');
  });

  it('is a violation with a property too many', async () => {
    const extra = await violationsOf((call) => ({
      status: 200,
      body: { ...body(call), extra: 1 },
    }));
    expect(extra).toContain('the reply: the body must NOT have additional properties (extra)');
  });

  it('is a violation with a property too few', async () => {
    const less = await violationsOf((call) => ({
      status: 200,
      body: { ...body(call), page_size: undefined },
    }));
    expect(less).toContain('page_size');
  });

  it('is a violation with an item that is not whole', async () => {
    const item = await violationsOf((call) => ({
      status: 200,
      body: { ...body(call), credential_lists: [{ sid: null }] },
    }));
    expect(item).toContain("/credential_lists/0 must have required property 'uri'");
  });

  it('is a violation with another status, or by accident', async () => {
    expect(
      await violationsOf(async (call) => ({ ...(await listing.handle(call)), status: 202 })),
    ).toContain('status 202 is not documented');
    const accident = await violationsOf(() => {
      throw new TypeError('of the test');
    });
    expect(accident).toContain('the stand-in failed: TypeError: of the test');
    expect(
      await violationsOf(() => {
        throw new ApiError(400, 21240, 'meant');
      }),
    ).toBe('');
  });

  it('must be documented at all', () => {
    const product = { ...api, routes: [{ ...listing, path: '/2010-04-01/Nothing.json' }] };
    expect(() => new TwilioStandIn({ products: [product] })).toThrow('No document describes GET');
  });
});
