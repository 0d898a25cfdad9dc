/** Opening hours as an operator writes them: `mon-fri 08:00-22:00`. */
import type { Hours } from '../../runtime/model/directory';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MIDNIGHT = 24 * 60;

/**
 * Days (`mon`, `mon-fri`, `sat,sun`, `daily`), a space, and from-to in 24 hours.
 * A `to` that is not after `from` is on the next day.
 *
 * @returns undefined when the text is no such thing.
 */
export function parseHours(text: string): Hours | undefined {
  const match = /^([a-z,-]+)\s+(\d{2}):(\d{2})\s*-\s*(\d{2}):(\d{2})$/.exec(
    text.trim().toLowerCase(),
  );
  if (!match) return undefined;
  const [, dayText = '', fromHour, fromMinute, toHour, toMinute] = match;
  const days = parseDays(dayText);
  const from = minutes(fromHour, fromMinute);
  const to = minutes(toHour, toMinute);
  if (!days || from === undefined || to === undefined || from === MIDNIGHT) return undefined;
  return { days, from, to };
}

/** The same the other way: what `parseHours` reads. */
export function formatHours({ days, from, to }: Hours): string {
  return `${formatDays(days)} ${formatTime(from)}-${formatTime(to)}`;
}

function formatDays(days: readonly number[]): string {
  if (days.length === DAYS.length) return 'daily';
  // A span begins where the day before is none of them: `sat,sun` stays one across the weekend.
  const begins = days.filter((day) => !days.includes((day + 6) % 7));
  const spans = [1, 2, 3, 4, 5, 6, 0]
    .filter((day) => begins.includes(day))
    .map((first) => {
      let last = first;
      while (days.includes((last + 1) % 7)) last = (last + 1) % 7;
      return first === last ? DAYS[first] : `${DAYS[first]}-${DAYS[last]}`;
    });
  return spans.join(',');
}

function formatTime(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function parseDays(text: string): number[] | undefined {
  if (text === 'daily') return [0, 1, 2, 3, 4, 5, 6];
  const days = new Set<number>();
  for (const span of text.split(',')) {
    const [first = '', last = first, ...rest] = span.split('-');
    const begin = DAYS.indexOf(first);
    const end = DAYS.indexOf(last);
    if (begin < 0 || end < 0 || rest.length > 0) return undefined;
    // `fri-mon` goes round the weekend.
    for (let day = begin; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === end) break;
    }
  }
  return [...days].sort();
}

function minutes(hour: string | undefined, minute: string | undefined): number | undefined {
  const total = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && total <= MIDNIGHT ? total : undefined;
}
