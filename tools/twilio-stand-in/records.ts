/** Records of the state: found, changed by a form, and written as Twilio writes them. */
import { type Call, notFound } from './contract';

export interface Dated {
  dateCreated: Date;
  dateUpdated: Date;
}

export function bySid<T extends { readonly sid: string }>(
  records: readonly T[],
  sid: string | undefined,
  call: Call,
): T {
  const found = records.find((record) => record.sid === sid);
  if (!found) throw notFound(call.request.path);
  return found;
}

export function remove<T>(records: T[], record: T): void {
  records.splice(records.indexOf(record), 1);
}

/** The record less some of its properties. */
export function without<T extends object, K extends keyof T>(record: T, ...names: K[]): Omit<T, K> {
  const copy = { ...record };
  for (const name of names) delete copy[name];
  return copy;
}

/** A text of the request; undefined where it is absent. */
export function text(call: Call, name: string): string | undefined {
  const value = call.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** Fields of the form by the names they have in the state: `VoiceUrl` is `voiceUrl`. */
export function given(call: Call, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names
      .filter((name) => call.values[name] !== undefined)
      .map((name) => [name[0]!.toLowerCase() + name.slice(1), settled(name, call)]),
  );
}

/** An empty field clears. */
function settled(name: string, { values, switches }: Call): unknown {
  if (values[name] !== '') return values[name];
  if (name.endsWith('Method')) return 'POST';
  return /(Url|Callback|Sid)$/.test(name) ? switches.cleared : '';
}

/** As the 2010 API and the v1 APIs write it: names with underscores, dates as they want them. */
export function written(record: object, date: (date: Date) => string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value instanceof Date ? date(value) : (value as unknown),
    ]),
  );
}

/** `Thu, 30 Jul 2015 20:00:00 +0000` */
export function rfc2822(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}

/** `2015-07-30T20:00:00Z` */
export function iso8601(date: Date): string {
  return date.toISOString().replace(/\.\d+/, '');
}
