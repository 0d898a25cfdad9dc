import { isOpen } from '../../../src/runtime/model/hours';
import type { Hours } from '../../../src/runtime/model/directory';

const MON_TO_FRI = { days: [1, 2, 3, 4, 5], from: 9 * 60 + 30, to: 17 * 60 };
const SATURDAY = { days: [6], from: 10 * 60, to: 14 * 60 };
const at = (time: string, hours: readonly Hours[] | undefined, zone = 'America/Los_Angeles') =>
  isOpen(hours, new Date(time), zone);

describe('Hours', () => {
  it('are always where there are none', () => {
    expect(at('2026-11-20T03:00-08:00', undefined)).toBe(true);
    expect(at('2026-11-20T03:00-08:00', [])).toBe(false);
  });

  it('of several spans are those of any', () => {
    expect(at('2026-11-20T12:00-08:00', [MON_TO_FRI, SATURDAY])).toBe(true);
    expect(at('2026-11-21T12:00-08:00', [MON_TO_FRI, SATURDAY])).toBe(true);
    expect(at('2026-11-22T12:00-08:00', [MON_TO_FRI, SATURDAY])).toBe(false);
  });

  it.each([
    ['2026-11-20T09:29:59-08:00', false],
    ['2026-11-20T09:30-08:00', true],
    ['2026-11-20T16:59:59-08:00', true],
    ['2026-11-20T17:00-08:00', false],
  ])('begin and end on the minute: %s', (time, open) => {
    expect(at(time, [MON_TO_FRI])).toBe(open);
  });

  // 2026-11-22 is a Sunday.
  it.each([0, 1, 2, 3, 4, 5, 6])('know weekday %d', (day) => {
    const allDay = (days: number[]) => [{ days, from: 0, to: 24 * 60 }];
    const noon = `2026-11-${22 + day}T12:00-08:00`;

    expect(at(noon, allDay([day]))).toBe(true);
    expect(at(noon, allDay([0, 1, 2, 3, 4, 5, 6].filter((other) => other !== day)))).toBe(false);
  });

  it('that end where they begin last until then on the next day', () => {
    const fromNoon = [{ days: [5], from: 720, to: 720 }];

    expect(at('2026-11-20T12:00-08:00', fromNoon)).toBe(true);
    expect(at('2026-11-21T11:59-08:00', fromNoon)).toBe(true);
    expect(at('2026-11-21T12:00-08:00', fromNoon)).toBe(false);
    expect(at('2026-11-20T11:59-08:00', fromNoon)).toBe(false);
  });

  it('past midnight belong to the day on which they begin, Sunday to Monday too', () => {
    const nights = [{ days: [0], from: 22 * 60, to: 2 * 60 }];

    expect(at('2026-11-22T23:00-08:00', nights)).toBe(true);
    expect(at('2026-11-23T01:59-08:00', nights)).toBe(true);
    expect(at('2026-11-23T02:00-08:00', nights)).toBe(false);
    expect(at('2026-11-22T01:00-08:00', nights)).toBe(false);
  });

  it('are read in the time zone given, in summer and in winter', () => {
    expect(at('2026-11-20T17:30Z', [MON_TO_FRI])).toBe(true);
    expect(at('2026-07-17T16:30Z', [MON_TO_FRI])).toBe(true);
    expect(at('2026-11-20T16:30Z', [MON_TO_FRI])).toBe(false);
    expect(at('2026-11-20T16:30Z', [MON_TO_FRI], 'America/Detroit')).toBe(true);
  });
});
