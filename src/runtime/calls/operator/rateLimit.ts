/** How often volunteers have been called: a minute and a day at a time, by the clock in UTC. */
import type { OperatorDesk, Rate } from '../../model/directory';

export interface RateCount {
  /** Number of the minute that is counted, since 1970. */
  readonly minuteOf: number;
  readonly minute: number;
  /** Number of the day. */
  readonly dayOf: number;
  readonly day: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The count with one more; undefined when the rate allows no more. */
export function countOne(
  counted: RateCount | undefined,
  rate: Rate,
  now: Date,
): RateCount | undefined {
  const minuteOf = Math.floor(now.getTime() / MINUTE_MS);
  const dayOf = Math.floor(now.getTime() / DAY_MS);
  const minute = (counted?.minuteOf === minuteOf ? counted.minute : 0) + 1;
  const day = (counted?.dayOf === dayOf ? counted.day : 0) + 1;
  return minute <= rate.minute && day <= rate.day ? { minuteOf, minute, dayOf, day } : undefined;
}

/** What holds for the whole site where the counts cannot be read: the smaller of both, each way. */
export function smallerRate({ phone, site }: OperatorDesk['limits']): Rate {
  return { minute: Math.min(phone.minute, site.minute), day: Math.min(phone.day, site.day) };
}

/** A count as it was stored; undefined for anything else. */
export function readRateCount(data: unknown): RateCount | undefined {
  const { minuteOf, minute, dayOf, day } = (data ?? {}) as Partial<
    Record<keyof RateCount, unknown>
  >;
  return isCount(minuteOf) && isCount(minute) && isCount(dayOf) && isCount(day)
    ? { minuteOf, minute, dayOf, day }
    : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
