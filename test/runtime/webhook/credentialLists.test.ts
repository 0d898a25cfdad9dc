import { CredentialLists } from '../../../src/runtime/webhook/credentialLists';
import { SIP_DOMAIN_SID } from '../../fixtures/twilio';
import { CredentialListApi, listSid } from '../../support/credentialLists';

const DOMAIN = { sid: SIP_DOMAIN_SID, host: 'direct-example-prod.sip.twilio.com' };
const [A, B, C] = ['a', 'b', 'c'].map(listSid) as [string, string, string];
const REQUESTS_FOR_TWO_LISTS = 4;

let api: CredentialListApi;
let credentialLists: CredentialLists;
const lookUp = (username: string) => credentialLists.lookUp(username, DOMAIN, () => api.client());

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  jest.spyOn(console, 'error').mockImplementation();
  credentialLists = new CredentialLists();
  api = new CredentialListApi({
    lists: { [A]: ['+15035550123'], [B]: ['+15035550124'], [C]: ['+15035550125'] },
    calls: [A],
    registrations: [A, B],
  });
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('the look-up of credential lists', () => {
  it('finds the usernames of the lists mapped for calls and for registrations, and no others', async () => {
    expect(await lookUp('+15035550123')).toEqual(new Set(['+15035550123', '+15035550124']));
    expect(api.requests).toHaveLength(REQUESTS_FOR_TWO_LISTS);
  });

  it('reads every page', async () => {
    api.pageSize = 2;
    const usernames = Array.from({ length: 5 }, (_, n) => `+1503555010${n}`);
    api.lists = { ...api.lists, lists: { [A]: usernames, [B]: [] } };

    expect(await lookUp('+15035550104')).toEqual(new Set(usernames));
  });

  it('finds the domain by its name where Twilio sends no SID', async () => {
    const listed = await credentialLists.lookUp('+15035550123', { host: DOMAIN.host }, () =>
      api.client(),
    );

    expect(listed).toContain('+15035550123');
  });

  it('fails where the domain is not the account’s, or is not named at all', async () => {
    const elsewhere = { host: 'elsewhere.sip.twilio.com' };

    expect(await credentialLists.lookUp('+15035550123', elsewhere, () => api.client())).toBe(
      'failed',
    );
    expect(await credentialLists.lookUp('+15035550123', {}, () => api.client())).toBe('failed');
  });

  it('remembers a username that is listed for five minutes', async () => {
    await lookUp('+15035550123');

    jest.advanceTimersByTime(299_000);
    await lookUp('+15035550123');
    expect(api.requests).toHaveLength(REQUESTS_FOR_TWO_LISTS);

    jest.advanceTimersByTime(2_000);
    await lookUp('+15035550123');
    expect(api.requests).toHaveLength(2 * REQUESTS_FOR_TWO_LISTS);
  });

  it('asks again after thirty seconds about one that is not', async () => {
    await lookUp('+15035550199');

    jest.advanceTimersByTime(29_000);
    await lookUp('+15035550199');
    expect(api.requests).toHaveLength(REQUESTS_FOR_TWO_LISTS);

    jest.advanceTimersByTime(2_000);
    await lookUp('+15035550199');
    expect(api.requests).toHaveLength(2 * REQUESTS_FOR_TWO_LISTS);
  });

  it('lets concurrent calls share one request', async () => {
    await Promise.all([lookUp('+15035550123'), lookUp('+15035550199'), lookUp('+15035550124')]);

    expect(api.requests).toHaveLength(REQUESTS_FOR_TWO_LISTS);
  });

  it('fails when Twilio does, and asks again at the next call', async () => {
    api.failure = 503;
    expect(await lookUp('+15035550123')).toBe('failed');

    api.failure = undefined;
    expect(await lookUp('+15035550123')).toContain('+15035550123');
  });

  it('fails where the account has no credentials to ask with', async () => {
    const listed = await credentialLists.lookUp('+15035550123', DOMAIN, () => {
      throw new Error('username is required');
    });

    expect(listed).toBe('failed');
  });

  it('remembers no more than four domains', async () => {
    const domains = ['1', '2', '3', '4', '5'].map((digit) => ({ sid: `SD${digit.repeat(32)}` }));
    for (const domain of domains) {
      await credentialLists.lookUp('+15035550123', domain, () => api.client());
    }
    const asked = api.requests.length;

    await credentialLists.lookUp('+15035550123', domains[4] ?? {}, () => api.client());
    expect(api.requests).toHaveLength(asked);
    await credentialLists.lookUp('+15035550123', domains[0] ?? {}, () => api.client());
    expect(api.requests.length).toBeGreaterThan(asked);
  });

  it('waits two seconds for an answer, and no longer', async () => {
    api.silent = true;
    const listed = lookUp('+15035550123');
    const settled = jest.fn();
    void listed.then(settled);

    await jest.advanceTimersByTimeAsync(1_999);
    expect(settled).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(settled).toHaveBeenCalledWith('failed');
  });
});
