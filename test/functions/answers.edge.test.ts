/** Every webhook over real HTTP, on a running twilio-run, by GET and by POST. */
import { dialResult, incomingCall, sipDialResult, sipInvite } from '../fixtures/twilio';
import { type LocalServer, startLocalServer } from '../support/localServer';
import { twimlError } from '../../tools/exchange/twimlSchema';

let server: LocalServer;
beforeAll(async () => {
  server = await startLocalServer('examples/payphones');
});
afterAll(() => server.stop());

const BOOTH = '+15035550123';

describe('sip-outgoing', () => {
  it.each([
    ['10 digits', { from: BOOTH, to: '5035550199' }],
    ['1 and 10 digits', { from: BOOTH, to: '15035550199' }],
    ['011', { from: BOOTH, to: '011525512345678' }],
    ['the menu', { from: BOOTH, to: '#' }],
    ['the operator', { from: BOOTH, to: '0' }],
    ['a star code', { from: BOOTH, to: '*72' }],
    ['911 from a phone with emergency calling', { from: BOOTH, to: '911' }],
    ['911 from a phone without', { from: 'detroit', to: '911' }],
    ['a blocked number', { from: BOOTH, to: '5035550166' }],
    ['an unknown phone', { from: 'stranger', to: '5035550199' }],
    ['one of our own numbers', { from: BOOTH, to: '5035550130' }],
    ['no From', { to: '5035550199', parameters: { From: undefined } }],
    ['no To', { from: BOOTH, parameters: { To: undefined } }],
  ])('answers %s', async (_, request) => {
    const parameters = sipInvite({ environment: 'dev', ...request });

    const byPost = await server.post('/sip-outgoing', parameters);
    const byGet = await server.get('/sip-outgoing', parameters);

    expect(byPost.body).toMatchSnapshot();
    expect(byPost).toMatchObject({ status: 200, contentType: 'text/xml; charset=utf-8' });
    expect(twimlError(byPost.body)).toBeUndefined();
    expect(byGet).toEqual(byPost);
  });
});

describe('sip-incoming', () => {
  it.each([
    ['one phone', { to: BOOTH }],
    ['two phones', { to: '+15035550130' }],
    ['a menu', { to: '+15035550100' }],
    ['an unknown number', { to: '+15035550198' }],
    ['a blocked caller', { from: '+15035550166', to: BOOTH }],
    ['a caller who withholds the number', { from: 'anonymous', to: BOOTH }],
  ])('answers a call to %s', async (_, request) => {
    const parameters = incomingCall(request);

    const byPost = await server.post('/sip-incoming', parameters);
    const byGet = await server.get('/sip-incoming', parameters);

    expect(byPost.body).toMatchSnapshot();
    expect(byPost).toMatchObject({ status: 200, contentType: 'text/xml; charset=utf-8' });
    expect(twimlError(byPost.body)).toBeUndefined();
    expect(byGet).toEqual(byPost);
  });
});

describe('dial-result', () => {
  const outgoing = sipInvite({ environment: 'dev', from: BOOTH, to: '5035550199' });
  it.each([
    ['a call that was had', 'outside', dialResult('completed', outgoing)],
    ['a busy line', 'outside', dialResult('busy', outgoing)],
    ['no answer', 'outside', dialResult('no-answer', outgoing)],
    [
      'a number that cannot be called',
      'outside',
      { ...dialResult('failed', outgoing), ErrorCode: '13224' },
    ],
    ['a phone that is not registered', 'phone', sipDialResult('failed', '404', outgoing)],
    ['an emergency call that failed', 'emergency', dialResult('failed', outgoing)],
    [
      'nobody at a number that says what follows',
      'incoming',
      { ...sipDialResult('no-answer', '487', incomingCall({ to: BOOTH })), called: BOOTH },
    ],
    ['no status', 'outside', outgoing],
  ])('answers after %s', async (_, leg, parameters) => {
    const byPost = await server.post(`/dial-result?leg=${leg}`, parameters);
    const byGet = await server.get('/dial-result', { ...parameters, leg });

    expect(byPost.body).toMatchSnapshot();
    expect(byPost).toMatchObject({ status: 200, contentType: 'text/xml; charset=utf-8' });
    expect(twimlError(byPost.body)).toBeUndefined();
    expect(byGet).toEqual(byPost);
  });
});

describe('the log', () => {
  it('has one line for a call, without the numbers in it', async () => {
    const CallSid = `CA${'2'.repeat(32)}`;
    await server.post('/sip-outgoing', {
      ...sipInvite({ environment: 'dev', from: BOOTH }),
      CallSid,
    });

    const lines = server
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{') && line.includes(CallSid));

    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        event: 'outgoing.connect',
        environment: 'dev',
        callSid: CallSid,
        extension: '+1…23',
        phone: 'NE Ainsworth booth',
        to: '…99',
        target: '+1…99',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
        milliseconds: expect.any(Number) as number,
      },
    ]);
  });
});

describe('the fallback document', () => {
  it('needs no function and no request parameters', async () => {
    const { status, contentType, body } = await server.get('/fallback.xml');

    expect({ status, contentType }).toEqual({ status: 200, contentType: 'application/xml' });
    expect(twimlError(body)).toBeUndefined();
    expect(body).toContain('<Say');
  });
});
