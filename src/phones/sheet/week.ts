/** The moments of a week at which calls may be answered otherwise: a sheet is true at all of them. */
import { scheduleBoundaries } from '../../config/check/scheduleBoundaries';
import type { Directory, Hours } from '../../runtime/model/directory';
import type { Moment } from '../../runtime/model/hours';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const DAY = 24 * 60;
const MINUTE_MS = 60_000;

interface Schedule {
  readonly hours?: readonly Hours[];
  /** Of a number; of all else that of the phone. */
  readonly timeZone?: string;
}

/** One of each kind, in the week that begins now, by each clock that anything goes by. */
export function weekOf({ site, classes, numbers, menus }: Directory, now: Date): readonly Date[] {
  const schedules: readonly Schedule[] = [
    ...classes.values(),
    ...numbers.values(),
    ...[...menus.values()].flatMap(({ only }) => (only ? [only] : [])),
  ];
  const zoneOf = ({ timeZone = site.timeZone }: Schedule) => timeZone;
  const zones = new Set([site.timeZone, ...schedules.map(zoneOf)]);
  return [...zones].flatMap((zone) => {
    const hours = schedules.flatMap((each) =>
      each.hours && zoneOf(each) === zone ? [each.hours] : [],
    );
    return scheduleBoundaries(hours).map((moment) => next(moment, now, zone));
  });
}

/** The clocks may change on the way there. */
function next(moment: Moment, now: Date, timeZone: string): Date {
  const first = new Date(now.getTime() + ahead(moment, now, timeZone) * MINUTE_MS);
  const late = ahead(moment, first, timeZone);
  const off = late > (7 * DAY) / 2 ? late - 7 * DAY : late;
  return new Date(first.getTime() + off * MINUTE_MS);
}

function ahead({ day, minute }: Moment, from: Date, timeZone: string): number {
  const week = 7 * DAY;
  return (day * DAY + minute - minuteOfWeek(from, timeZone) + week) % week;
}

function minuteOfWeek(date: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(date);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return DAYS.indexOf(part('weekday')) * DAY + Number(part('hour')) * 60 + Number(part('minute'));
}
