/** Messages for the operator: listed, saved, done and purged, by the real command line against the stand-in. */
import { readFileSync, statSync } from 'node:fs';
import { environmentOfCall } from '../../src/twilio/messages/environmentOfCall';
import { callRecord } from '../../tools/twilio-stand-in/api/calls';
import { directory } from '../fixtures/directory';
import { openAccount, type OperatorAccount } from '../support/operatorAccount';

const STAGE = ['--environment', 'stage'];
const DAY_MS = 86_400_000;
const SOUND = Uint8Array.from([0xff, 0xfb, 0x90, 0x00, 0xc3, 0x28]);

let standIn: OperatorAccount['standIn'];
let project: OperatorAccount['project'];
let close: OperatorAccount['close'];

beforeAll(async () => {
  ({ standIn, project, close } = await openAccount());
});
afterAll(async () => {
  await close();
  expect(standIn.takeViolations()).toEqual([]);
});

/** A recording of so many days ago, of a call to this URI. */
function record(nth: number, to: string, settings: { daysAgo?: number; source?: string } = {}) {
  const { daysAgo = 0, source = 'RecordVerb' } = settings;
  const startTime = new Date(Date.now() - daysAgo * DAY_MS);
  const sid = `RE${String(nth).padStart(32, '0')}`;
  const callSid = `CA${String(nth).padStart(32, '0')}`;
  const from = `sip:demo@direct-rehearsal-stage.sip.twilio.com`;
  standIn.state.api.calls.push(callRecord({ sid: callSid, from, to, startTime }));
  standIn.state.api.recordings.push({
    sid,
    callSid,
    status: 'completed',
    source: source as 'RecordVerb',
    startTime,
    duration: '42',
    channels: 1,
    media: SOUND,
    dateCreated: startTime,
    dateUpdated: startTime,
  });
  return { sid, callSid };
}

/** As message-ready notes it. */
async function note(sid: string, callSid: string, environment = 'stage'): Promise<void> {
  await standIn
    .client()
    .sync.v1.services('default')
    .documents.create({
      uniqueName: `dialtone-${environment}-message-${sid}`,
      data: {
        recording: sid,
        call: callSid,
        line: 'phone.demo',
        phone: 'Demo phone',
        language: 'es',
        seconds: 42,
        url: '',
        empty: false,
        at: new Date().toISOString(),
        done: false,
      },
    });
}

const STAGE_URI = 'sip:0@direct-rehearsal-stage.sip.twilio.com';
const run = (...args: string[]) => project.dialtone(['messages', ...args]);
const waiting = async () => {
  const { output } = await run('list', ...STAGE, '--json');
  return (JSON.parse(output) as { recording: string }[]).map(({ recording }) => recording);
};

describe('dialtone messages', () => {
  it('needs a directory, to know whose messages they are', async () => {
    const { code, output } = await run('list', ...STAGE);

    expect(code).toBe(1);
    expect(output).toContain('There is no site here that could have messages');
  });

  it('list: those that wait here, also those that nobody was notified of', async () => {
    project.copyExample();
    expect((await run('list', ...STAGE)).output).toBe('No new messages.\n');

    const noted = record(1, STAGE_URI, { daysAgo: 1 });
    await note(noted.sid, noted.callSid);
    const unnoted = record(2, STAGE_URI);
    // Not ours: another environment's, noted and not; another product's; of a call that is gone.
    const elsewhere = record(3, 'sip:0@direct-rehearsal-prod.sip.twilio.com');
    await note(elsewhere.sid, elsewhere.callSid, 'prod');
    record(4, 'sip:0@direct-rehearsal-prod.sip.twilio.com');
    record(5, STAGE_URI, { source: 'DialVerb' });
    record(6, STAGE_URI);
    standIn.state.api.calls.pop();

    const { code, output } = await run('list', ...STAGE);
    expect(code).toBe(0);
    const lines = output.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(new RegExp(`^${noted.sid}  .*   42 s  es  Demo phone$`));
    expect(lines[1]).toMatch(new RegExp(`^${unnoted.sid}  .*\\(nobody was notified\\)$`));
    expect(await waiting()).toEqual([noted.sid, unnoted.sid]);
  });

  it('play: saves it as it is, for nobody else, and replaces no file', async () => {
    const sid = `RE${'1'.padStart(32, '0')}`;
    const saved = await run('play', sid, ...STAGE, '--out', 'message.mp3');
    expect(saved.code).toBe(0);

    const file = project.path('message.mp3');
    expect(Uint8Array.from(readFileSync(file))).toEqual(SOUND);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const again = await run('play', sid, ...STAGE, '--out', 'message.mp3');
    expect([again.code, again.output]).toEqual([
      1,
      expect.stringContaining('message.mp3 already exists'),
    ]);
  });

  it('play: says what is wrong with a SID', async () => {
    const wrong = await run('play', 'CA1', ...STAGE);
    expect([wrong.code, wrong.output]).toEqual([64, expect.stringContaining('It is RE and 32')]);

    const gone = await run('play', `RE${'9'.repeat(32)}`, ...STAGE);
    expect([gone.code, gone.output]).toEqual([1, expect.stringContaining('has no recording RE9')]);
    expect(gone.output).not.toContain(standIn.authToken);
  });

  it('done: it waits no more, noted or not', async () => {
    const [noted = '', unnoted = ''] = await waiting();
    for (const sid of [noted, noted, unnoted]) {
      expect(await run('done', sid, ...STAGE)).toMatchObject({ code: 0 });
    }

    expect(await waiting()).toEqual([]);
    const all = await run('list', ...STAGE, '--all');
    expect(all.output.match(/\(done\)/g)).toHaveLength(2);

    const elsewhere = await run('done', `RE${'3'.padStart(32, '0')}`, ...STAGE);
    expect([elsewhere.code, elsewhere.output]).toEqual([
      1,
      expect.stringContaining('stage has no message RE0'),
    ]);
  });

  it('purge: deletes what is older, with its note, once it is confirmed', async () => {
    const old = record(7, STAGE_URI, { daysAgo: 40 });
    await note(old.sid, old.callSid);
    record(8, 'sip:0@direct-rehearsal-prod.sip.twilio.com', { daysAgo: 40 });
    const before = standIn.state.api.recordings.length;

    const asked = await run('purge', ...STAGE, '--days', '30');
    expect([asked.code, asked.output]).toEqual([
      1,
      expect.stringContaining('No terminal to confirm on.'),
    ]);
    expect(standIn.state.api.recordings).toHaveLength(before);

    const purged = await run('purge', ...STAGE, '--days', '30', '--yes');
    expect(purged).toMatchObject({
      code: 0,
      output: expect.stringContaining('Deleted: 1.') as string,
    });
    expect(standIn.state.api.recordings).toHaveLength(before - 1);
    expect(JSON.stringify(standIn.state.sync.services)).not.toContain(old.sid);
    expect(project.read('directory/audit.jsonl')).toContain(old.sid);

    const foreign = record(9, STAGE_URI, { daysAgo: 40 });
    const kept = await run('purge', ...STAGE, '--days', '30', '--yes');
    expect(kept.output).toContain('Kept, because they have no record as messages: 1');
    expect(JSON.stringify(standIn.state.api.recordings)).toContain(foreign.sid);
    const unnoted = await run('purge', ...STAGE, '--days', '30', '--yes', '--unnoted');
    expect(unnoted.output).toContain('Deleted: 1.');

    const none = await run('purge', ...STAGE, '--days', '30', '--yes');
    expect(none).toMatchObject({ code: 0, output: 'No message is older than 30 days.\n' });
  });
});

describe('The environment of a call', () => {
  it.each([
    ['sip:0@direct-example-stage.sip.twilio.com', 'stage'],
    ['sip:0@Direct-Example-Prod.sip.us1.twilio.com', 'prod'],
    ['sip:0@direct-other-prod.sip.twilio.com', undefined],
    ['+15035550142', 'stage'],
    ['+15035550188', undefined],
  ])('to %s is %s', (to, environment) => {
    const from = 'sip:alder@direct-example-stage.sip.twilio.com';

    expect(environmentOfCall({ from, to }, directory)?.environment).toBe(environment);
  });
});
