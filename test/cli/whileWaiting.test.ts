/** Silence of more than two seconds says what takes its time. */
import { whileWaiting } from '../../src/cli/terminal/whileWaiting';

describe('whileWaiting', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function said(milliseconds: number, isTTY: boolean, json = false): Promise<string> {
    let text = '';
    const stderr = { isTTY, write: (part: string) => (text += part) } as never;
    const work = () => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const done = whileWaiting({ stderr }, 'Reading the account', work, { json });
    await jest.advanceTimersByTimeAsync(milliseconds);
    await done;
    return text;
  }

  it.each([
    [1_900, true, ''],
    [1_900, false, ''],
    [2_100, true, 'Reading the account …\r\x1b[K'],
    [2_100, false, 'Reading the account …\n'],
  ])('after %d ms, on a terminal: %s', async (milliseconds, isTTY, text) => {
    expect(await said(milliseconds, isTTY)).toBe(text);
  });

  it('says nothing beside JSON, where a script may read both streams as one', async () => {
    expect(await said(5_000, false, true)).toBe('');
  });
});
