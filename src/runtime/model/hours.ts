/** Opening hours, in the site's time zone. */

export interface Hours {
  /** 0 is Sunday. The day on which the span begins. */
  readonly days: readonly number[];
  /** Minutes after midnight, inclusive. */
  readonly from: number;
  /** Minutes after midnight, exclusive; not after `from` means on the next day. */
  readonly to: number;
}

/** In the week, by the local clock. */
export interface Moment {
  /** 0 is Sunday. */
  readonly day: number;
  /** Minutes after midnight. */
  readonly minute: number;
}

/** Whether `now` lies in one of the spans; without any it always does. */
export function isOpen(hours: readonly Hours[] | undefined, now: Date, timeZone: string): boolean {
  return !hours || isOpenAt(hours, localTime(now, timeZone));
}

/** Whether the moment lies in one of the spans; without any it always does. */
export function isOpenAt(hours: readonly Hours[] | undefined, { day, minute }: Moment): boolean {
  if (!hours) return true;
  return hours.some(({ days, from, to }) => {
    if (from < to) return days.includes(day) && minute >= from && minute < to;
    // Past midnight: the evening of its own day, or the morning of the next.
    return (days.includes(day) && minute >= from) || (days.includes((day + 6) % 7) && minute < to);
  });
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
// Making one costs a hundred times what using it does.
const formats = new Map<string, Intl.DateTimeFormat>();

function localTime(now: Date, timeZone: string): Moment {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(now).map((p) => [p.type, p.value]));
  return {
    day: WEEKDAYS.indexOf(String(parts.weekday)),
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  };
}
