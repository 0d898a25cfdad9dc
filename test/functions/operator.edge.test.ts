/** The operator's webhooks over HTTP, on a machine without an account: every caller and volunteer hears their part. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CompiledDirectory } from '../../src/runtime/model/compiled';
import { desk } from '../runtime/calls/operator/desk';
import { CALL_SID, callEnded, sipInvite } from '../fixtures/twilio';
import { type LocalServer, startLocalServer } from '../support/localServer';

const caller = sipInvite({ from: 'demo', to: '0', environment: 'dev' });
const LEG = `CA${'a'.repeat(32)}`;
const QUEUE = `QU${'0'.repeat(32)}`;

let server: LocalServer;

beforeAll(async () => {
  server = await startLocalServer('examples/payphones', { change: openDesk });
});
afterAll(() => server.stop());

/** The example with a desk, whoever is on duty when the test runs. */
function openDesk(dist: string): void {
  const file = path.join(dist, 'assets', 'directory.private.json');
  const compiled = JSON.parse(readFileSync(file, 'utf8')) as CompiledDirectory;
  const volunteers = desk.volunteers.slice(1, 2);
  writeFileSync(file, JSON.stringify({ ...compiled, operator: { ...desk, volunteers } }));
}

async function hears(route: string, parameters: Readonly<Record<string, string>>): Promise<string> {
  const { status, contentType, body } = await server.post(route, parameters);
  expect([status, contentType]).toEqual([200, 'text/xml; charset=utf-8']);
  return body.replace(/^<\?xml[^>]*>/, '');
}

const waits = (queueTime: string, call = CALL_SID) =>
  hears('/operator-wait?lang=es', {
    ...caller,
    CallSid: call,
    QueueSid: QUEUE,
    QueueTime: queueTime,
  });
const offered = (call = CALL_SID, parameters: Readonly<Record<string, string>> = {}, round = 0) =>
  hears(`/operator-offer?call=${call}&lang=es&line=phone.demo&volunteer=wren&round=${round}`, {
    ...caller,
    CallSid: LEG,
    ...parameters,
  });

describe('A caller for the operator', () => {
  it('hears the hold sound, and leaves the queue when the time is over', async () => {
    const hold =
      /^<Response><Play>\/sounds\/hold.wav<\/Play><Redirect method="POST">\/operator-wait\?lang=es&amp;since=\d{10}<\/Redirect><\/Response>$/;
    expect(await waits('0')).toMatch(hold);
    expect(await waits('30')).toMatch(hold);
    expect(await waits('60')).toBe('<Response><Leave/></Response>');
  });

  it('has volunteers called once, and the log says whom, masked', async () => {
    const call = `CA${'b'.repeat(32)}`;
    await waits('0', call);
    await waits('1', call);

    const lines = server
      .output()
      .split('\n')
      .filter((line) => line.includes(call));
    const called = lines.filter((line) => line.includes('operator.wouldCall'));
    expect(called).toHaveLength(1);
    expect(called[0]).toContain('"to":"+1…72"');
  });

  it('leaves soon when volunteers were called too often from this phone', async () => {
    for (const digit of 'cdef') await waits('0', `CA${digit.repeat(32)}`);

    expect(await waits('9', `CA${'f'.repeat(32)}`)).toBe('<Response><Leave/></Response>');
  });

  it('leaves a message in its language, and is thanked', async () => {
    const left = { ...caller, QueueResult: 'leave', QueueSid: QUEUE };
    const message = await hears('/operator-left?lang=es', left);

    expect(message).toContain('Deje un mensaje después del tono');
    expect(message).toContain('maxLength="900"');
    expect(message).toContain(
      'recordingStatusCallback="/message-ready?lang=es&amp;line=phone.demo"',
    );
    expect(await hears('/message-left?lang=es', caller)).toContain('Gracias. Su mensaje');
    expect(
      await hears('/message-ready?lang=es&line=phone.demo', {
        CallSid: CALL_SID,
        RecordingSid: `RE${'0'.repeat(32)}`,
        RecordingStatus: 'completed',
        RecordingDuration: '42',
      }),
    ).toBe('<Response><Hangup/></Response>');
    expect(server.output()).toContain('message.wouldTell');
  });
});

describe('A volunteer', () => {
  const call = `CA${'9'.repeat(32)}`;

  it('hears who calls, and may take it', async () => {
    const offer = await offered(call);
    expect(offer).toContain('A call for the operator, from');
    expect(offer).toContain('The caller chose Spanish.');
    expect(offer).toContain(
      `action="/operator-offer?call=${call}&amp;lang=es&amp;line=phone.demo&amp;volunteer=wren&amp;round=1"`,
    );

    expect(await offered(call, { Digits: '1' }, 1)).toContain(
      `<Queue url="/operator-taken?call=${call}&amp;lang=en" method="POST">operator-${call}</Queue>`,
    );
  });

  it('who does not press 1 is let go', async () => {
    expect(await offered(call, { Digits: '2' }, 1)).toContain('The others are still being called.');
    expect(await offered(call, {}, 2)).toBe('<Response><Hangup/></Response>');
    const over = callEnded('completed', { ...caller, CallSid: LEG });
    expect(await hears(`/operator-ended?call=${call}`, over)).toBe(
      '<Response><Hangup/></Response>',
    );
  });

  it('hears that it is too late as soon as somebody else has the caller', async () => {
    const taken = { ...caller, CallSid: call, DequeingCallSid: LEG };
    expect(await hears(`/operator-taken?call=${call}&lang=en`, taken)).toBe('<Response/>');

    expect(await offered(call)).toContain('You are too late');
    expect(
      await hears(`/operator-bridged?call=${call}&lang=en`, { DequeueResult: 'queue-empty' }),
    ).toContain('You are too late');
    expect(
      await hears(`/operator-bridged?call=${call}&lang=en`, { DequeueResult: 'bridged' }),
    ).toBe('<Response><Hangup/></Response>');
  });
});
