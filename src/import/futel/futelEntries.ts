/**
 * Futel's extensions.json as it has been written over the years: the Twilio Functions of 2023 said
 * `callerId` and `enableEmergency`, the Lambdas after them `caller_id` and `enable_emergency`.
 */
import { CONTROL_CHARACTER } from '../../diagnostics/printable';
import { withoutSeparators } from '../../runtime/numbers/emergency';
import { readPhoneNumber } from '../../runtime/numbers/phoneNumber';
import { type Report, shown } from './report';

/** One phone, as its entry is meant. */
export interface FutelEntry {
  readonly username: string;
  readonly name?: string;
  /** E.164: caller ID out, rings it in. */
  readonly number?: string;
  readonly mayCall911: boolean;
  /** What `#`, and so lifting the handset, opens: a menu, or `DIAL_TONE`. */
  readonly menu?: string;
  /** The menu that `#` opens at the dial tone; else `menu` again. */
  readonly toneMenu?: string;
}

/** The country in which numbers without a country code are read. */
export const COUNTRY = 'US';

/** As `outgoing`: the dial tone inside a call. */
export const DIAL_TONE = 'outgoing_dialtone';

/** Each field, by all its spellings; the newest first. */
const FIELDS = {
  callerId: ['caller_id', 'callerId'],
  emergency: ['enable_emergency', 'enableEmergency'],
  outgoing: ['outgoing', 'local_outgoing'],
  dialtoneMenu: ['dialtone_ivr'],
  name: ['name'],
} as const;
const KNOWN = new Set<string>(Object.values(FIELDS).flat());

/** Reads every entry that is one; tells the report of all else. */
export function readEntries(json: object, report: Report): FutelEntry[] {
  const entries = Object.entries(json).flatMap(([username, fields]): FutelEntry[] => {
    if (CONTROL_CHARACTER.test(username)) {
      report.add(username, 'lost', 'has a control character in its name', 'Remove it.');
      return [];
    }
    if (isObject(fields)) return [readEntry(username, fields, report)];
    const text = `is ${shown(fields)}, which does not describe a phone`;
    report.add(username, 'lost', text, 'Add it to extensions.yaml.');
    return [];
  });
  reportAlike(entries, report);
  return entries;
}

function readEntry(
  username: string,
  fields: Readonly<Record<string, unknown>>,
  report: Report,
): FutelEntry {
  for (const [field, value] of Object.entries(fields)) {
    if (KNOWN.has(field)) continue;
    const text = `its field ${shown(field)} (${shown(value)}) has no place in the directory`;
    report.add(username, 'lost', text);
  }
  const pick = (names: readonly string[]) => pickField(username, fields, names, report);
  const outgoing = textOf(username, 'outgoing', pick(FIELDS.outgoing), report);
  const toneMenu = textOf(username, 'dialtone_ivr', pick(FIELDS.dialtoneMenu), report);
  const name = textOf(username, 'name', pick(FIELDS.name), report);
  const number = readNumber(username, pick(FIELDS.callerId), report);
  // What opens at the dial tone is of use behind one only.
  const menu = outgoing ?? (toneMenu === undefined ? undefined : DIAL_TONE);
  return {
    username,
    ...(name !== undefined && { name }),
    ...(number !== undefined && { number }),
    mayCall911: readFlag(username, pick(FIELDS.emergency), report),
    ...(menu !== undefined && { menu }),
    ...(toneMenu !== undefined && { toneMenu }),
  };
}

/** Where two spellings contradict each other, the first that says anything counts. */
function pickField(
  username: string,
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[],
  report: Report,
): unknown {
  const [first, ...others] = names.filter(
    (name) => Object.hasOwn(fields, name) && fields[name] !== null && fields[name] !== '',
  );
  if (first === undefined) return undefined;
  for (const other of others.filter((each) => fields[each] !== fields[first])) {
    const text =
      `its \`${first}\` is ${shown(fields[first])}, but its \`${other}\` is ` +
      `${shown(fields[other])}: the first is used`;
    report.add(username, 'wrong', text, 'Check which of them is right.');
  }
  return fields[first];
}

/** Words on one line; undefined where there are none. */
function textOf(
  username: string,
  field: string,
  value: unknown,
  report: Report,
): string | undefined {
  if (value === undefined) return undefined;
  // What acts on a terminal, breaks a line or turns text around has no place in a name.
  const text = typeof value === 'string' ? value.replace(/[\p{C}\p{Z}]+/gu, ' ').trim() : '';
  if (text !== '') return text.slice(0, 200);
  report.add(username, 'wrong', `its \`${field}\` is ${shown(value)}: left out`);
  return undefined;
}

function readNumber(username: string, value: unknown, report: Report): string | undefined {
  if (value === undefined) return undefined;
  const written = typeof value === 'number' ? String(value) : value;
  const read =
    typeof written === 'string' ? readPhoneNumber(withoutSeparators(written), COUNTRY) : '';
  if (typeof read === 'string') {
    const text = `its caller ID ${shown(value)} is not a telephone number: left out`;
    report.add(username, 'wrong', text, 'Add its `number` to extensions.yaml.');
    return undefined;
  }
  if (read.e164 !== written) {
    report.add(username, 'changed', `its caller ID ${shown(value)} is read as ${read.e164}`);
  }
  return read.e164;
}

function readFlag(username: string, value: unknown, report: Report): boolean {
  if (typeof value === 'boolean' || value === undefined) return value ?? false;
  const text = `whether it may call 911 is ${shown(value)}: read as no`;
  report.add(username, 'wrong', text, 'Write `emergency: true` if it may.');
  return false;
}

function reportAlike(entries: readonly FutelEntry[], report: Report): void {
  const seen = new Map<string, string>();
  for (const { username } of entries) {
    const folded = username.toLowerCase();
    const other = seen.get(folded);
    seen.set(folded, other ?? username);
    if (other === undefined) continue;
    const text = `differs from ${shown(other)} only in capital letters: phones and people mix them up`;
    report.add(username, 'wrong', text, 'Keep one of them, or rename one.');
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
