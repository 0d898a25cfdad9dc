/** The clock of a phone, as phones take it: minutes from UTC, and the rule of summer time. */

export interface Clock {
  /** Minutes before (-) or after UTC, in winter. */
  readonly offset: number;
  /** None where the clocks are not changed. */
  readonly summer?: { readonly minutes: number; readonly start: Change; readonly end: Change };
}

/** The day and hour, by the clock before it, at which clocks are changed. */
export interface Change {
  /** From 1. */
  readonly month: number;
  /** Which of those weekdays in the month, from 1; `last` is the last. */
  readonly week: number | 'last';
  /** From 0, Sunday. */
  readonly weekday: number;
  readonly hour: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Their rule is the one that phones are given: it must hold in each of them. */
const YEARS = [2026, 2027, 2028];

const known = new Map<string, Clock | undefined>();

/** undefined where no rule of weekdays tells when the clocks are changed. */
export function clockOf(timeZone: string): Clock | undefined {
  if (!known.has(timeZone)) known.set(timeZone, readClock(timeZone));
  return known.get(timeZone);
}

function readClock(timeZone: string): Clock | undefined {
  const offsetAt = offsets(timeZone);
  const years = YEARS.map((year) => turnsOf(year, offsetAt));
  const [first = []] = years;
  if (years.every((turns) => turns.length === 0)) return { offset: offsetAt(Date.UTC(2026, 0)) };
  const forward = years.map((turns) => turns.find(({ by }) => by > 0));
  const back = years.map((turns) => turns.find(({ by }) => by < 0));
  const start = ruleOf(forward);
  const end = ruleOf(back);
  const minutes = first.find(({ by }) => by > 0)?.by ?? 0;
  if (!start || !end || years.some((turns) => turns.length !== 2)) return undefined;
  return {
    offset: Math.min(...first.map(({ before }) => before)),
    summer: { minutes, start, end },
  };
}

/** When clocks are changed, by how many minutes, and how far from UTC they were. */
interface Turn {
  readonly at: number;
  readonly by: number;
  readonly before: number;
}

function turnsOf(year: number, offsetAt: (time: number) => number): Turn[] {
  const turns: Turn[] = [];
  for (let day = Date.UTC(year, 0); day < Date.UTC(year + 1, 0); day += DAY_MS) {
    const [before, after] = [offsetAt(day), offsetAt(day + DAY_MS)];
    if (before === after) continue;
    let [still, at] = [day, day + DAY_MS];
    while (at - still > MINUTE_MS) {
      const middle = Math.round((still + at) / 2 / MINUTE_MS) * MINUTE_MS;
      if (offsetAt(middle) === before) still = middle;
      else at = middle;
    }
    turns.push({ at, by: after - before, before });
  }
  return turns;
}

/** The rule that all of them follow. */
function ruleOf(turns: readonly (Turn | undefined)[]): Change | undefined {
  const changes = turns.flatMap((turn) => (turn ? [changeAt(turn)] : []));
  const [one] = changes;
  if (!one || changes.length < turns.length) return undefined;
  const { month, weekday, hour } = one;
  const isSame = changes.every(
    (each) => each.month === month && each.weekday === weekday && each.hour === hour,
  );
  if (!isSame) return undefined;
  if (changes.every(({ isLast }) => isLast)) return { month, week: 'last', weekday, hour };
  if (changes.some(({ week }) => week !== one.week)) return undefined;
  return { month, week: one.week, weekday, hour };
}

function changeAt({ at, before }: Turn) {
  const local = new Date(at + before * MINUTE_MS);
  const day = local.getUTCDate();
  const days = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  return {
    month: local.getUTCMonth() + 1,
    week: Math.ceil(day / 7),
    isLast: day + 7 > days,
    weekday: local.getUTCDay(),
    hour: local.getUTCHours() + local.getUTCMinutes() / 60,
  };
}

/** Minutes from UTC at a time. */
function offsets(timeZone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (time) => {
    const parts = format.formatToParts(time);
    const of = (requested: string) => Number(parts.find(({ type }) => type === requested)?.value);
    const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
    return Math.round((local - time) / MINUTE_MS);
  };
}

/** `8` of the second week, `1` of the first: the first day that can be it. */
export function firstDay(week: number): number {
  return 7 * (week - 1) + 1;
}

/** `-08:00` */
export function signed(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
