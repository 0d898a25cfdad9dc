import fc from 'fast-check';
import { fingerprint, type PasswordId, sipPassword } from '../../src/twilio/secrets/passwords';

const KEY = Buffer.alloc(32, 7);
const ID: PasswordId = { environment: 'stage', username: 'demo', generation: 1 };

const id = fc.record({
  environment: fc.constantFrom('dev' as const, 'stage' as const, 'prod' as const),
  username: fc.stringMatching(/^[a-z0-9._+-]{1,32}$/),
  generation: fc.integer({ min: 1, max: 9999 }),
});
const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));

describe('a SIP password', () => {
  it('is twenty letters and digits with every class among them, whatever the phone', () => {
    fc.assert(
      fc.property(key, id, (master, phone) => {
        const password = sipPassword(master, phone);
        expect(password).toMatch(/^[A-Za-z0-9]{20}$/);
        expect(password).toMatch(/[A-Z]/);
        expect(password).toMatch(/[a-z]/);
        expect(password).toMatch(/[0-9]/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same every time, and stays so with every release', () => {
    expect(sipPassword(KEY, ID)).toBe(sipPassword(KEY, ID));
    // Another value would lock every phone out: whoever must change this must rotate them all.
    expect(sipPassword(KEY, ID)).toMatchInlineSnapshot(`"WY178Cq7Y2VxMSJrgS4V"`);
    expect(fingerprint(KEY, ID)).toMatchInlineSnapshot(`"8b68252b889f37a2"`);
  });

  it.each<[string, Buffer, PasswordId]>([
    ['key', Buffer.alloc(32, 8), ID],
    ['environment', KEY, { ...ID, environment: 'prod' }],
    ['username', KEY, { ...ID, username: 'demo2' }],
    ['generation', KEY, { ...ID, generation: 2 }],
  ])('is another with another %s', (_, otherKey, otherId) => {
    expect(sipPassword(otherKey, otherId)).not.toBe(sipPassword(KEY, ID));
    expect(fingerprint(otherKey, otherId)).not.toBe(fingerprint(KEY, ID));
  });

  it('does not confuse a username that ends in a digit with a generation', () => {
    expect(sipPassword(KEY, { ...ID, username: 'demo1', generation: 1 })).not.toBe(
      sipPassword(KEY, { ...ID, username: 'demo', generation: 11 }),
    );
  });

  it('uses every letter and digit about as often', () => {
    const counts = new Map<string, number>();
    for (let generation = 1; generation <= 3_000; generation += 1) {
      for (const letter of sipPassword(KEY, { ...ID, generation })) {
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
      }
    }
    // 60,000 letters over 62: 968 each, give or take five standard deviations.
    expect(counts.size).toBe(62);
    for (const [, number] of counts) expect(Math.abs(number - 968)).toBeLessThan(160);
  });
});
