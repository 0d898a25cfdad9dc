/** How often volunteers may be called. */
import fc from 'fast-check';
import {
  countOne,
  readRateCount,
  smallerRate,
  type RateCount,
} from '../../../../src/runtime/calls/operator';

const rate = { minute: 2, day: 4 };
const at = (clock: string) => new Date(`2026-11-21T${clock}Z`);

/** Which of these moments are allowed, in order. */
function allowed(moments: readonly Date[]): boolean[] {
  let rateCount: RateCount | undefined;
  return moments.map((now) => {
    const next = countOne(rateCount, rate, now);
    rateCount = next ?? rateCount;
    return next !== undefined;
  });
}

describe('Calls to volunteers', () => {
  it('are so many a minute and a day', () => {
    const clocks = ['10:00:00', '10:00:59', '10:00:59', '10:01:00', '10:02:00', '10:03:00'];

    expect(allowed(clocks.map(at))).toEqual([true, true, false, true, true, false]);
    expect(allowed([...clocks.map(at), new Date('2026-11-22T00:00:00Z')]).at(-1)).toBe(true);
  });

  it('are never more, in any order of moments', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 48 * 60 })), (minutes) => {
        const moments = minutes.sort((a, b) => a - b).map((each) => new Date(each * 60_000));
        const calls = allowed(moments);
        const made = moments.filter((_, index) => calls[index]);
        const most = (size: number) =>
          Math.max(
            0,
            ...made.map(
              (one) =>
                made.filter((other) => +Math.floor(+one / size) === Math.floor(+other / size))
                  .length,
            ),
          );

        expect(most(60_000)).toBeLessThanOrEqual(rate.minute);
        expect(most(86_400_000)).toBeLessThanOrEqual(rate.day);
      }),
    );
  });

  it('have the smaller of both limits where nothing can be read', () => {
    expect(smallerRate({ phone: { minute: 2, day: 90 }, site: { minute: 6, day: 50 } })).toEqual({
      minute: 2,
      day: 50,
    });
  });

  it.each([
    [{ minuteOf: 1, minute: 2, dayOf: 3, day: 4 }, true],
    [{ minuteOf: 1, minute: 2, dayOf: 3 }, false],
    [{ minuteOf: 1, minute: 2, dayOf: 3, day: -1 }, false],
    [{ minuteOf: 1, minute: 0.5, dayOf: 3, day: 4 }, false],
    [{ minuteOf: '1', minute: 2, dayOf: 3, day: 4 }, false],
    [null, false],
    ['none', false],
  ])('are counted anew where the store holds %j', (data, read) => {
    expect(readRateCount(data)).toEqual(read ? data : undefined);
  });
});
