import fc from 'fast-check';
import { isOpen, isOpenAt } from '../../src/runtime/model/hours';
import { formatMoment, scheduleBoundaries } from '../../src/config/check/scheduleBoundaries';

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
  it('have one like every other', () => {
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 3 }), fc.nat(MINUTES - 1), (all, at) => {
        const now = new Date(WEEK + at * 60_000);
        const open = all.map((spans) => isOpen(spans, now, ZONE));
        const kinds = scheduleBoundaries(all).map((each) =>
          all.map((spans) => isOpenAt(spans, each)),
        );
        expect(kinds).toContainEqual(open);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are told in words', () => {
    expect(formatMoment({ day: 6, minute: 545 })).toBe('Saturday 09:05');
  });
});
