/** What is kept in Sync: found while it lives, named once, changed by revision (https://www.twilio.com/docs/sync/limits). */
import { ApiError, badRequest, type Call, notFound } from '../contract';
import type { Kept } from './state';

const LONGEST_NAME = 320;
const LONGEST_TTL = 31_536_000;
const LARGEST = 16 * 1_024;
const SECOND_MS = 1_000;

export function living<T extends Kept>(records: readonly T[], { now }: Call): T[] {
  return records.filter(({ dateExpires }) => dateExpires === null || dateExpires > now);
}

/** By SID or by unique name. The dictionary has codes for what is not there; 20404 is what Twilio is seen to answer. */
export function named<
  T extends Kept & { readonly sid: string; readonly uniqueName: string | null },
>(records: readonly T[], name: string | undefined, call: Call): T {
  const found = living(records, call).find(
    ({ sid, uniqueName }) => name !== undefined && (sid === name || uniqueName === name),
  );
  if (!found) throw notFound(call.request.path);
  return found;
}

export function uniqueName(records: readonly (Kept & { uniqueName: string | null })[], call: Call) {
  const name = call.values['UniqueName'];
  if (typeof name !== 'string' || name === '') return null;
  if (name.length > LONGEST_NAME) throw badRequest(54302, 'Invalid unique name');
  if (living(records, call).some((one) => one.uniqueName === name)) {
    throw new ApiError(call.switches.syncTaken, 54301, 'Unique name already exists');
  }
  return name;
}

/** JSON of an object; nothing is an empty one. */
export function dataOf({ values }: Call): unknown {
  const json = values['Data'];
  if (json === undefined) return {};
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  if (Buffer.byteLength(text) > LARGEST) throw new ApiError(413, 54006, 'Request entity too large');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw badRequest(54008, 'Invalid JSON');
  }
  if (typeof data !== 'object' || data === null) throw badRequest(54101, 'Invalid Document data');
  return data;
}

/** When it ends: `Ttl`, or the more particular name for it; 0 means never, and undefined that nothing is said. */
function expiryOf({ values, now }: Call, ...names: string[]): Date | null | undefined {
  const seconds = names.map((name) => values[name]).find((value) => typeof value === 'number');
  if (seconds === undefined) return undefined;
  if (seconds < 0 || seconds > LONGEST_TTL) throw badRequest(54011, 'Invalid TTL');
  return seconds === 0 ? null : new Date(now.getTime() + seconds * SECOND_MS);
}

export function newKept(call: Call, ...ttl: string[]): Kept {
  const dateExpires = expiryOf(call, ...ttl) ?? null;
  return { revision: '0', dateExpires, dateCreated: call.now, dateUpdated: call.now };
}

/** @param code The error of another revision than the request's `If-Match`. */
export function revised<T extends Kept & { data: unknown }>(
  record: T,
  code: number,
  call: Call,
  ...ttl: string[]
): T {
  refuseOther(record, code, call);
  const dateExpires = expiryOf(call, ...ttl);
  return Object.assign(record, {
    ...(call.values['Data'] !== undefined && { data: dataOf(call) }),
    ...(dateExpires !== undefined && { dateExpires }),
    revision: (parseInt(record.revision, 16) + 1).toString(16),
    dateUpdated: call.now,
  });
}

export function refuseOther({ revision }: Kept, code: number, { values, switches }: Call): void {
  const expected = values['If-Match'];
  if (expected !== undefined && expected !== revision) {
    throw new ApiError(switches.syncChanged, code, 'The revision does not match');
  }
}
