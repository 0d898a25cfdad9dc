import { heldStandIn, twilioError } from '../../../tools/twilio-stand-in/held';

const standIn = heldStandIn();

function lists() {
  return standIn().client().api.v2010.account.sip.credentialLists;
}

describe('a list of the 2010 API', () => {
  beforeEach(async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await lists().create({ friendlyName: name });
  });

  it('comes in pages, the newest first, with relative links', async () => {
    const first = await lists().page({ pageSize: 2 });
    expect(first.instances.map(({ friendlyName }) => friendlyName)).toEqual(['e', 'd']);
    const second = await first.nextPage();
    const third = await second!.nextPage();
    expect(third!.instances.map(({ friendlyName }) => friendlyName)).toEqual(['a']);
    expect(third!.nextPage()).toBeUndefined();
    const back = await third!.previousPage();
    expect(back!.instances.map(({ friendlyName }) => friendlyName)).toEqual(['c', 'b']);
    expect(first.previousPage()).toBeUndefined();
    expect(await lists().list({ pageSize: 2 })).toHaveLength(5);
  });

  it('skips and repeats nothing where one is added meanwhile', async () => {
    const first = await lists().page({ pageSize: 2 });
    await lists().create({ friendlyName: 'new' });
    const second = await first.nextPage();
    expect(second!.instances.map(({ friendlyName }) => friendlyName)).toEqual(['c', 'b']);
  });

  it.each([{ pageNumber: 1 }, { pageNumber: 1, pageToken: 'PAnothing' }, { pageToken: 'nothing' }])(
    'wants a token that it gave: %j',
    async (options) => {
      const page = lists().page({ pageSize: 2, ...options });
      await expect(page).rejects.toMatchObject(twilioError(21481));
    },
  );

  it('has a thousand to a page at most', async () => {
    expect(await lists().list({ pageSize: 1_000 })).toHaveLength(5);
    const page = lists().page({ pageSize: 1_001 });
    await expect(page).rejects.toMatchObject(twilioError(20007));
    expect(standIn().takeViolations()).toEqual([
      expect.stringMatching(/CredentialLists\.json: PageSize is "1001": .*<= 1000/),
    ]);
  });

  it('has fifty to a page unless told otherwise', async () => {
    for (let index = 0; index < 46; index += 1) {
      await lists().create({ friendlyName: `more ${index}` });
    }
    expect((await lists().page()).instances).toHaveLength(50);
    expect(await lists().list()).toHaveLength(51);
  });
});

describe('a list of a v1 API', () => {
  it('comes in pages with absolute links, its filters in them', async () => {
    const { countries } = standIn().client().voice.v1.dialingPermissions;
    const all = await countries.list({ pageSize: 2, lowRiskNumbersEnabled: false });
    expect(all).toHaveLength(9);
    const pages = standIn().ledger.filter(({ path }) => path.endsWith('/Countries'));
    expect(pages).toHaveLength(5);
    expect(pages[4]?.params).toEqual({
      LowRiskNumbersEnabled: 'false',
      PageSize: '2',
      Page: '4',
      PageToken: 'PAMX',
    });
  });
});
