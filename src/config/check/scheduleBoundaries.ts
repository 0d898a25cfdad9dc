/** The moments of a week at which something opens or closes. A call reads the clock; a check tries them all. */
import type { Hours } from '../../runtime/model/directory';
import { isOpenAt, type Moment } from '../../runtime/model/hours';

const ANY: Moment = { day: 0, minute: 0 };
const MIDNIGHT = 24 * 60;

/** One moment of each kind: whatever is open together at some time is open together at one of these. */
export function scheduleBoundaries(all: readonly (readonly Hours[])[]): readonly Moment[] {
  const bounds = all
    .flat()
    .flatMap(({ days, from, to }) =>
      days.flatMap((day) => [momentAt(day, from), momentAt(from < to ? day : day + 1, to)]),
    );
  const times = new Map([ANY, ...bounds].map((each) => [`${each.day} ${each.minute}`, each]));
  const lists = [...new Map(all.map((hours) => [JSON.stringify(hours), hours])).values()];
  const kinds = new Map<string, Moment>();
  for (const each of times.values()) {
    const kind = lists.map((hours) => (isOpenAt(hours, each) ? 1 : 0)).join('');
    if (!kinds.has(kind)) kinds.set(kind, each);
  }
  return [...kinds.values()];
}

function momentAt(day: number, minute: number): Moment {
  const next = minute >= MIDNIGHT ? 1 : 0;
  return { day: (day + next) % 7, minute: minute % MIDNIGHT };
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Such as `Sunday 09:00`. */
export function formatMoment({ day, minute }: Moment): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${DAYS[day]} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
