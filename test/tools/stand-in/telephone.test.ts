/** Calls that are made, queues, recordings and SMS: their life at api.twilio.com, and each refusal. */
import { queueNamed } from '../../../tools/twilio-stand-in/api/queues';
import { heldStandIn, twilioError } from '../../../tools/twilio-stand-in/held';
import type { TwilioStandIn } from '../../../tools/twilio-stand-in/standIn';

const OURS = '+15035550100';
const THEIRS = '+15035550171';
const OFFER = 'https://example-1234.twil.io/operator-offer';

const standIn = heldStandIn();
const account = () => standIn().client().api.v2010.account;
const bought = async () => {
  await account().incomingPhoneNumbers.create({ phoneNumber: OURS });
};

describe('a call by REST', () => {
  beforeEach(bought);
  const made = (change = {}) =>
    account().calls.create({ to: THEIRS, from: OURS, url: OFFER, ...change });

  it('is queued, and says to nobody but the test what it is to do', async () => {
    const call = await made({ timeout: 25, timeLimit: 3_600 });
    expect(call).toMatchObject({ status: 'queued', direction: 'outbound-api', to: THEIRS });
    expect(standIn().state.api.calls[0]!.instructions).toMatchObject({ url: OFFER, timeout: 25 });
    expect(await account().calls.list({ status: 'queued' })).toHaveLength(1);
  });

  it.each([
    ['to nowhere', { to: 'nowhere' }, 21211],
    ['from a number that is not ours', { from: THEIRS }, 21210],
    ['from a name to a number', { from: 'desk' }, 21212],
    ['from a SIP address', { to: 'sip:a@example.sip.twilio.com', from: 'a@example.org' }, 21212],
    ['without instructions', { url: undefined }, 21205],
    ['with too long a ring', { timeout: 601 }, 21208],
  ])('is refused %s', async (_, change, code) => {
    await expect(made(change)).rejects.toMatchObject(twilioError(code));
    expect(standIn().state.api.calls).toEqual([]);
  });

  it('may come from a verified number, and reach a phone', async () => {
    standIn().state.api.verifiedCallerIds.push(THEIRS);
    await made({ to: 'sip:desk@direct-example-prod.sip.twilio.com', from: THEIRS });
  });

  it.each(['queued', 'ringing'])('is cancelled while %s', async (status) => {
    const { sid } = await made();
    standIn().state.api.calls[0]!.status = status;
    expect((await account().calls(sid).update({ status: 'canceled' })).status).toBe('canceled');
  });

  it('is not cancelled once it is up', async () => {
    const { sid } = await made();
    standIn().state.api.calls[0]!.status = 'in-progress';
    expect((await account().calls(sid).update({ status: 'canceled' })).status).toBe('in-progress');
    standIn().switches.cancelTooLate = 'refused';
    const refused = account().calls(sid).update({ status: 'canceled' });
    await expect(refused).rejects.toMatchObject(twilioError(21220));
  });

  it('follows other instructions while it is up, and only then', async () => {
    const { sid } = await made();
    const twiml = '<Response><Hangup/></Response>';
    const early = account().calls(sid).update({ twiml });
    await expect(early).rejects.toMatchObject(twilioError(21220));
    const [call] = standIn().state.api.calls;
    call!.status = 'in-progress';
    await account().calls(sid).update({ twiml });
    expect(call!.instructions).toMatchObject({ count: 2, twiml, url: null });
    await account().calls(sid).update({ status: 'completed' });
    const late = account().calls(sid).update({ url: OFFER });
    await expect(late).rejects.toMatchObject(twilioError(21220));
  });
});

describe('a queue', () => {
  it('tells who waits and how long, and goes when nobody does', async () => {
    const queue = queueNamed('operator', standIn().newSid('QU'), new Date());
    const callSid = standIn().newSid('CA');
    queue.members.push({ callSid, dateEnqueued: new Date(Date.now() - 20_000) });
    standIn().state.api.queues.push(queue);
    const [listed] = await account().queues.list();
    expect(listed).toMatchObject({ friendlyName: 'operator', currentSize: 1, averageWaitTime: 20 });
    const { members } = account().queues(queue.sid);
    expect(await members('Front').fetch()).toMatchObject({ callSid, position: 1, waitTime: 20 });
    expect(await members.list()).toHaveLength(1);
    await expect(account().queues(queue.sid).remove()).rejects.toMatchObject({ status: 400 });
    queue.members.pop();
    await account().queues(queue.sid).remove();
    const gone = account().queues(queue.sid).remove();
    await expect(gone).rejects.toMatchObject(twilioError(20404, 404));
  });

  it('is made and changed', async () => {
    const { sid } = await account().queues.create({ friendlyName: 'one', maxSize: 5 });
    const changed = await account().queues(sid).update({ maxSize: 6 });
    expect(changed).toMatchObject({ friendlyName: 'one', maxSize: 6, currentSize: 0 });
  });
});

describe('a recording', () => {
  const heard = async (there: TwilioStandIn, uri: string) => {
    const response: unknown = await there.client().request({ method: 'get', uri });
    return response;
  };

  it('is listed, heard and deleted', async () => {
    const callSid = standIn().newSid('CA');
    const sid = standIn().newSid('RE');
    const date = new Date();
    standIn().state.api.recordings.push({
      ...{ sid, callSid, status: 'completed', source: 'RecordVerb', duration: '7', channels: 1 },
      ...{ startTime: date, dateCreated: date, dateUpdated: date, media: Buffer.from('hello') },
    });
    expect(await account().recordings.list({ callSid })).toHaveLength(1);
    expect(await account().recordings.list({ callSid: standIn().newSid('CA') })).toEqual([]);
    expect(await account().recordings.list({ dateCreatedAfter: date })).toHaveLength(1);
    const recording = await account().recordings(sid).fetch();
    expect(recording).toMatchObject({ duration: '7', source: 'RecordVerb', callSid });
    for (const ending of ['.mp3', '.wav', '']) {
      const response = await heard(standIn(), recording.mediaUrl + ending);
      expect(response).toMatchObject({ statusCode: 200 });
    }
    await account().recordings(sid).remove();
    await expect(account().recordings(sid).fetch()).rejects.toMatchObject(twilioError(20404, 404));
  });
});

describe('an SMS', () => {
  beforeEach(bought);
  const sent = (change = {}) =>
    account().messages.create({ to: THEIRS, from: OURS, body: 'A message.', ...change });

  it('is queued, and listed', async () => {
    const { sid } = await sent();
    expect(await account().messages(sid).fetch()).toMatchObject({ body: 'A message.', to: THEIRS });
    expect(await account().messages.list({ to: THEIRS })).toHaveLength(1);
  });

  it.each([
    ['to nowhere', { to: '123' }, 21211],
    ['from nobody', { from: undefined }, 21603],
    ['from a number that is not ours', { from: THEIRS }, 21606],
    ['without a word', { body: undefined }, 21602],
    ['of 1601 characters', { body: 'a'.repeat(1_601) }, 21617],
  ])('is refused %s', async (_, change, code) => {
    await expect(sent(change)).rejects.toMatchObject(twilioError(code));
  });
});
