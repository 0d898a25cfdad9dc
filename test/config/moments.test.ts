import fc from 'fast-check';
import { isOpen } from '../../src/runtime/model/hours';
import { formatMoment, isOpenAt, moments } from '../../src/config/check/moments';

const ZONE = 'UTC';
/** A Sunday. */
const WEEK = Date.UTC(2026, 10, 22);
const MINUTES = 7 * 24 * 60;

const hours = fc.array(
  fc.record({
    days: fc.uniqueArray(fc.nat(6), { minLength: 1 }),
    from: fc.integer({ min: 0, max: 23 }).map((hour) => hour * 60),
    to: fc.integer({ min: 0, max: 24 }).map((hour) => hour * 60),
  }),
  { minLength: 1, maxLength: 3 },
);

describe('The moments of a week', () => {
  it('are open as calls/ reads the clock', () => {
    fc.assert(
      fc.property(hours, fc.nat(MINUTES - 1), (spans, at) => {
        const moment = { day: Math.floor(at / 1440), minute: at % 1440 };
        expect(isOpenAt(spans, moment)).toBe(isOpen(spans, new Date(WEEK + at * 60_000), ZONE));
      }),
      { numRuns: 2_000 },
    );
  });

  it('have one like every other', () => {
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 3 }), fc.nat(MINUTES - 1), (all, at) => {
        const now = new Date(WEEK + at * 60_000);
        const open = all.map((spans) => isOpen(spans, now, ZONE));
        const kinds = moments(all).map((each) => all.map((spans) => isOpenAt(spans, each)));
        expect(kinds).toContainEqual(open);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are told in words', () => {
    expect(formatMoment({ day: 6, minute: 545 })).toBe('Saturday 09:05');
  });
});
