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
