/** Nobody takes a call for the operator: the caller leaves a message, and somebody is told. */
import type { Exchange } from '../../../tools/exchange/exchange';
import { NOTIFIED, Installation, OUTSIDE, HOUSE } from './installation';
import { HOLD, said } from './phrases';

describe('A caller whom nobody answers', () => {
  let installation: Installation;
  let exchange: Exchange;
  beforeAll(async () => {
    installation = await Installation.open();
  });
  afterAll(() => installation?.close());
  beforeEach(() => {
    exchange = installation.reset();
  });
  afterEach(() => {
    expect(exchange.ringing).toEqual([]);
    expect(installation.standIn.violations).toEqual([]);
  });

  it('leaves a message after a minute, of which an SMS and the webhook tell', async () => {
    const caller = exchange.call('booth', '0', { 90: 'hangs up' });

    await exchange.pass();

    const reported = ['pleaseHold', 'leaveMessage'] as const;
    const [hold, leave] = reported.map((name) => said(name));
    expect(caller.story).toEqual([hold, HOLD, leave, 'beep', 'hangs up']);
    const [recording] = installation.standIn.state.api.recordings;
    expect(recording?.callSid).toBe(caller.sid);
    expect(installation.texts).toEqual([
      expect.stringMatching(`^\\${NOTIFIED}: .*NE Ainsworth booth.*${recording?.sid}.mp3$`),
    ]);
    expect(installation.notices).toEqual([
      expect.objectContaining({ event: 'message', call: caller.sid, recording: recording?.sid }),
    ]);
  });

  it('is thanked when the message ends in silence', async () => {
    const caller = exchange.call('booth', '0', { 90: 'falls silent' });

    await exchange.pass();

    expect(caller.story.slice(-2)).toEqual([said('thanks'), 'is hung up']);
    expect(installation.texts).toHaveLength(1);
  });

  it('may press any key while recording', async () => {
    exchange.call('booth', '0', { 85: 'presses 1', 86: 'presses #*09', 100: 'hangs up' });

    await exchange.pass();

    const [recording] = installation.standIn.state.api.recordings;
    expect(Number(recording?.duration)).toBeGreaterThan(20);
    expect(installation.texts).toHaveLength(1);
  });

  it('speaks for fifteen minutes at most', async () => {
    const caller = exchange.call('booth', '0');

    await exchange.pass();

    expect(installation.standIn.state.api.recordings[0]?.duration).toBe('900');
    expect(caller.story.at(-1)).toBe('is hung up');
  });

  it('is asked in the language of the call', async () => {
    const caller = exchange.call('puesto', '0', { 100: 'hangs up' });

    await exchange.pass();

    expect(caller.story).toContain(said('leaveMessage', 'es'));
    expect(installation.texts[0]).toContain('Spanish');
  });

  it('and says nothing disturbs nobody', async () => {
    const caller = exchange.call('booth', '0');
    while (!caller.story.includes('beep')) await exchange.pass(1);
    caller.hangUp();
    await exchange.pass();

    expect(installation.texts).toEqual([]);
    expect(installation.notices).toEqual([]);
  });

  it.each([
    ['dropped', 'nothingRecorded', []],
    ['kept', 'thanks', [expect.any(String)]],
  ] as const)(
    'and is silent at the beep hears a sentence, where Twilio has the recording %s',
    async (emptyRecording, sentence, texts) => {
      exchange = installation.reset({ emptyRecording });
      const phones = [
        exchange.call('booth', '0', { 5: 'falls silent' }),
        exchange.call('puesto', '0', { 5: 'falls silent' }),
      ];

      await exchange.pass();

      for (const [nth, language] of (['en', 'es'] as const).entries()) {
        const reported = [said('leaveMessage', language), 'beep', said(sentence, language)];
        expect(phones[nth]?.story.slice(-4)).toEqual([...reported, 'is hung up']);
      }
      expect(installation.texts).toEqual(phones.flatMap(() => texts));
    },
  );

  it('from outside is not told of by number', async () => {
    exchange.call(OUTSIDE, HOUSE, { 100: 'hangs up' });

    await exchange.pass();

    expect(installation.texts).toHaveLength(1);
    expect(JSON.stringify([installation.texts, installation.notices])).not.toContain(OUTSIDE);
  });

  it('is told of once, though Twilio tells of the message twice', async () => {
    exchange.trunk.mishap = ({ route }) => (route === '/message-ready' ? 'twice' : undefined);
    exchange.call('booth', '0', { 100: 'hangs up' });

    await exchange.pass();

    expect(installation.texts).toHaveLength(1);
    expect(installation.notices).toHaveLength(1);
  });

  it('is told of by SMS when the webhook is broken', async () => {
    installation.webhookAnswers = 500;
    exchange.call('booth', '0', { 100: 'hangs up' });

    await exchange.pass();

    expect(installation.texts).toHaveLength(1);
  });

  it('still leaves a message when all decline, without waiting out the minute for nobody', async () => {
    for (const name of ['+15035550171', '+15035550172', 'desk']) {
      exchange.person(name, { 3: 'answers', 5: 'presses 2' });
    }
    const caller = exchange.call('booth', '0', { 100: 'hangs up' });

    await exchange.pass();

    expect(caller.story).toContain(said('leaveMessage'));
  });
});

describe('A caller while nobody is on duty', () => {
  it('is asked for a message at once, and nobody is called', async () => {
    const installation = await Installation.open({ onDuty: false });
    try {
      const exchange = installation.reset();
      const caller = exchange.call('booth', '0', { 40: 'hangs up' });

      await exchange.pass(15);

      expect(caller.story).toContain('beep');
      await exchange.pass();
      expect(exchange.legs).toEqual([caller]);
      expect(installation.texts).toHaveLength(1);
    } finally {
      await installation.close();
    }
  });
});
