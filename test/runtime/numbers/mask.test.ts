import fc from 'fast-check';
import { maskNumbers } from '../../../src/runtime/numbers/mask';
import { cpuMs } from '../../support/time';
import { anyCharacter } from '../../support/anyCharacter';

describe('A masked text', () => {
  it.each([
    ['+15035550199', '+1…99'],
    ['+525555550123', '+52…23'],
    ['+442079460123', '+44…23'],
    ['+35312345678', '+353…78'],
    ['5035550199', '…99'],
    ['503-555-0199', '…99'],
    ['5550199', '…99'],
    ['+1 (503) 555-0199', '+1…99'],
    ['sip:+15035550199@example.sip.twilio.com', 'sip:+1…99@example.sip.twilio.com'],
    ['+15035550123 to +15035550199', '+1…23 to +1…99'],
    ['+15035550123,+15035550199', '+1…23,+1…99'],
    ['503/555/0199', '…99'],
    ['503_555_0199', '…99'],
    ['(503) – 555 · 0199', '(…99'],
    ['503‑555‑0199', '…99'],
    ['503\u00a0555\u00a00199', '…99'],
    ['５０３５５５０１９９', '…９９'],
    ['＋１５０３５５５０１９９', '…９９'],
    ['٥٠٣٥٥٥٠١٩٩', '…٩٩'],
    ['503٥٥٥0199', '…99'],
    ['𝟓𝟎𝟑𝟓𝟓𝟓𝟎𝟏𝟗𝟗', '…𝟗𝟗'],
    // Nobody's number.
    ['', ''],
    ['desk', 'desk'],
    ['911', '911'],
    ['988', '988'],
    ['*72', '*72'],
    ['extension 200', 'extension 200'],
  ])('of %j is %j', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });

  it('tells no number, wherever it stands', () => {
    const number = fc
      .tuple(
        fc.constantFrom('+1503', '503', '1503', '+52', '+44', '+999'),
        fc.nat({ max: 9_999_999 }),
      )
      .map(([prefix, rest]) => `${prefix}${String(rest).padStart(7, '0')}`);
    fc.assert(
      fc.property(fc.string(), number, fc.string(), (before, digits, after) => {
        const masked = maskNumbers(`${before}${digits}${after}`);
        expect(masked).not.toContain(digits.slice(-7));
      }),
    );
  });

  it('tells country and last two digits of what is a number by itself', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9999 }), (n) => {
        const last = String(n).padStart(4, '0');
        expect(maskNumbers(`to=+1503555${last};`)).toBe(`to=+1…${last.slice(-2)};`);
      }),
    );
  });

  it('is masked already when it is masked again', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const masked = maskNumbers(text);
        expect(maskNumbers(masked)).toBe(masked);
      }),
    );
  });

  it('takes no longer for a long text', () => {
    const cpu = cpuMs(() => {
      maskNumbers('1 '.repeat(50_000));
      maskNumbers(`${'1'.repeat(100_000)}x`);
      maskNumbers(`${'('.repeat(100_000)}1`);
    });
    expect(cpu).toBeLessThan(500);
  });
});
