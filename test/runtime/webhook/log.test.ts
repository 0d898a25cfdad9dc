import { logEvent, logFailure } from '../../../src/runtime/webhook/log';

describe('the log', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-21T20:00:00Z') }));
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('writes one JSON line at a level that raises no alert, with numbers masked', () => {
    const log = jest.spyOn(console, 'log').mockImplementation();

    logEvent('outgoing.connect', {
      environment: 'prod',
      extension: '+15035550123',
      phone: 'NE Ainsworth booth',
      to: '5035550199',
      reason: undefined,
      milliseconds: 1.2,
    });

    expect(log.mock.calls).toEqual([
      [
        '{"event":"outgoing.connect","time":"2026-11-21T20:00:00.000Z","environment":"prod","extension":"+1…23","phone":"NE Ainsworth booth","to":"…99","milliseconds":1.2}',
      ],
    ]);
  });

  it('names the menu, where its key led, and the phones that ring, with numbers masked', () => {
    const log = jest.spyOn(console, 'log').mockImplementation();

    logEvent('menu.ring', { menu: 'main', rings: ['desk', '+15035550123'] });
    logEvent('menu.connect', { menu: 'main', target: '+15035550199' });

    expect(log.mock.calls.flat().map((line) => JSON.parse(line as string) as object)).toEqual([
      expect.objectContaining({ menu: 'main', rings: ['desk', '+1…23'] }),
      expect.objectContaining({ menu: 'main', target: '+1…99' }),
    ]);
  });

  it('cannot be made to begin a second line', () => {
    const log = jest.spyOn(console, 'log').mockImplementation();

    logEvent('outgoing.refuse', { from: 'x"}\n{"event":"outgoing.emergency' });

    const [line] = log.mock.calls[0] as [string];
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      event: 'outgoing.refuse',
      time: '2026-11-21T20:00:00.000Z',
      from: 'x"}\n{"event":"outgoing.emergency',
    });
  });

  it('cuts what a caller makes long', () => {
    const log = jest.spyOn(console, 'log').mockImplementation();

    logEvent('outgoing.refuse', { from: 'x'.repeat(10_000) });

    expect((log.mock.calls[0] as [string])[0].length).toBeLessThan(200);
  });

  it('raises an alert for a failure, and masks the numbers in its message', () => {
    const error = jest.spyOn(console, 'error').mockImplementation();

    logFailure('door.failed', new Error('No rule for +15035550123'));

    expect(error.mock.calls).toEqual([
      ['{"event":"door.failed","time":"2026-11-21T20:00:00.000Z","reason":"No rule for +1…23"}'],
    ]);
  });

  it('changes nothing when a line cannot be written', () => {
    const broken = () => {
      throw new Error('no space left');
    };
    jest.spyOn(console, 'log').mockImplementation(broken);
    jest.spyOn(console, 'error').mockImplementation(broken);

    expect(() => logEvent('outgoing.emergency', { to: '911' })).not.toThrow();
    expect(() => logFailure('door.failed', new Error('x'))).not.toThrow();
  });
});
