import type { Subject } from '../../../tools/twilio-stand-in/faults';
import { heldStandIn, twilioError } from '../../../tools/twilio-stand-in/held';

const standIn = heldStandIn();

const anyWrite = ({ write }: Subject) => write;

function lists() {
  return standIn().client().api.v2010.account.sip.credentialLists;
}

describe('a planned fault', () => {
  it('refuses without doing anything, once', async () => {
    standIn().faults.plan({ on: anyWrite, fault: { status: 503 } });
    const created = lists().create({ friendlyName: 'example' });
    await expect(created).rejects.toMatchObject({ status: 503 });
    expect(await lists().list()).toEqual([]);
    await lists().create({ friendlyName: 'example' });
    expect(standIn().ledger.map(({ status, fault }) => [status, fault])).toEqual([
      [503, '503'],
      [200, undefined],
      [201, undefined],
    ]);
  });

  it('does what is asked, and answers that it failed', async () => {
    standIn().faults.plan({ on: anyWrite, fault: { status: 500, processed: true } });
    const created = lists().create({ friendlyName: 'example' });
    await expect(created).rejects.toMatchObject({ status: 500 });
    expect(await lists().list()).toHaveLength(1);
  });

  it('is too many requests, for ever or until reset', async () => {
    standIn().faults.plan({ on: () => true, times: Infinity, fault: { status: 429 } });
    for (let time = 0; time < 3; time += 1) {
      await expect(lists().list()).rejects.toMatchObject(twilioError(20429, 429));
    }
    standIn().faults.reset();
    expect(await lists().list()).toEqual([]);
  });

  it('drops the request, or loses the reply: the client cannot tell which', async () => {
    const reset = { code: 'ECONNRESET' };
    standIn().faults.plan({ on: ({ nth }) => nth === 1, fault: { drop: true } });
    standIn().faults.plan({ on: ({ nth }) => nth === 2, fault: { loseReply: true } });
    await expect(lists().create({ friendlyName: 'dropped' })).rejects.toMatchObject(reset);
    await expect(lists().create({ friendlyName: 'done' })).rejects.toMatchObject(reset);
    expect(await lists().list()).toMatchObject([{ friendlyName: 'done' }]);
    expect(standIn().ledger.map(({ status }) => status)).toEqual([0, 201, 200]);
  });

  it('hides a write from so many reads, though not from writes', async () => {
    standIn().faults.plan({ on: anyWrite, fault: { loseReply: true, staleReads: 2 } });
    const created = lists().create({ friendlyName: 'example' });
    await expect(created).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await lists().list()).toEqual([]);
    const again = lists().create({ friendlyName: 'example' });
    await expect(again).rejects.toMatchObject(twilioError(21240));
    expect(await lists().list()).toEqual([]);
    expect(await lists().list()).toHaveLength(1);
    expect(standIn().ledger[0]?.fault).toBe('loseReply staleReads');
  });

  it('shows what was before, dates and all', async () => {
    const { sid } = await lists().create({ friendlyName: 'before' });
    const before = await lists()(sid).fetch();
    standIn().faults.plan({ on: anyWrite, fault: { staleReads: 1 } });
    await lists()(sid).update({ friendlyName: 'after' });
    expect((await lists()(sid).fetch()).toJSON()).toEqual(before.toJSON());
    expect(await lists()(sid).fetch()).toMatchObject({ friendlyName: 'after' });
  });

  it('hides a write until the next one', async () => {
    standIn().faults.plan({ on: anyWrite, fault: { staleWrites: 1 } });
    const { sid } = await lists().create({ friendlyName: 'first' });
    const fetched = lists()(sid).fetch();
    await expect(fetched).rejects.toMatchObject(twilioError(20404, 404));
    expect(await lists().list()).toEqual([]);
    await lists().create({ friendlyName: 'second' });
    expect(await lists().list()).toHaveLength(2);
  });

  it('takes its time', async () => {
    standIn().faults.plan({ on: () => true, fault: { slow: 30 } });
    const started = performance.now();
    await lists().list();
    expect(performance.now() - started).toBeGreaterThan(25);
  });

  it('strikes where the plan says, by the number of writes', async () => {
    const seen: Subject[] = [];
    standIn().faults.plan({
      on: (subject) => {
        seen.push(subject);
        return false;
      },
      fault: { drop: true },
    });
    const { sid } = await lists().create({ friendlyName: 'example' });
    await lists()(sid).fetch();
    await lists()(sid).remove();
    expect(seen.map(({ method, write, nth }) => [method, write, nth])).toEqual([
      ['POST', true, 1],
      ['GET', false, 1],
      ['DELETE', true, 2],
    ]);
    expect(seen[1]).toMatchObject({
      host: 'api.twilio.com',
      route: '/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}.json',
      path: expect.stringContaining(sid) as string,
    });
  });
});
