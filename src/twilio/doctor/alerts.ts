/** What Twilio reported lately, by code and phone. Callers stay out of it: only what is ours has a name. */
import { sipUser } from '../../runtime/calls/sipUri';
import { type AlertCheck, GUESSING, type Trouble, troubleOf } from './alertCodes';
import { type Landmarks, originOf } from './alertOrigin';
import { type Examination, type CheckResult, ok, warning } from './check';
import { CONSOLE } from './commands';
import type { Examined, ExaminedAlert } from './examined';
import { MOST_FETCHED } from './readAlerts';

export const ALERTS: readonly Examination[] = [
  {
    name: 'alerts.phones',
    needs: ['alerts'],
    look: (examined) => reported('alerts.phones', examined, 'no problem with a phone'),
  },
  {
    name: 'alerts.calls',
    needs: ['alerts'],
    look: (examined) => reported('alerts.calls', examined, 'no call refused'),
  },
  {
    name: 'alerts.functions',
    needs: ['alerts'],
    look: (examined) => reported('alerts.functions', examined, 'no problem with the functions'),
  },
  {
    name: 'alerts.other',
    needs: ['alerts'],
    look: (examined) => reported('alerts.other', examined),
  },
  { name: 'alerts.unplaced', needs: ['alerts'], look: unplaced },
];

function reported(check: AlertCheck, examined: Examined, none?: string): readonly CheckResult[] {
  const groups = new Map<string, Group>();
  const ours = placed(examined, 'ours');
  const guessed = guesses(ours, examined);
  for (const alert of ours) {
    const trouble = guessed.has(alert) ? GUESSING : troubleOf(alert.code, alert.call?.to);
    if (trouble.check !== check) continue;
    const subject = trouble === GUESSING ? 'somebody' : subjectOf(alert, trouble, examined);
    const key = [alert.code, subject, trouble.meaning].join('\0');
    const { alerts = [] } = groups.get(key) ?? {};
    groups.set(key, { trouble, subject, alerts: [...alerts, alert] });
  }
  if (groups.size === 0) return none === undefined ? [] : [ok(`${none} ${span(examined)}`)];
  return [...groups.values()].map((group) => resultOf(group, examined));
}

/** Alerts that share a line. */
interface Group {
  readonly trouble: Trouble;
  readonly subject: string;
  readonly alerts: readonly ExaminedAlert[];
}

function resultOf({ trouble, subject, alerts }: Group, examined: Examined): CheckResult {
  const { meaning, fix } = trouble;
  const latest = new Date(Math.max(...alerts.map(({ at }) => at.getTime()))).toISOString();
  const times = alerts.length === 1 ? 'once' : `${alerts.length} times`;
  const rate = trouble === GUESSING ? `, by at least ${usernamesOf(alerts).size} names` : '';
  return warning(
    `${subject} ${meaning}: ${alerts[0]?.code}, ${times} ${span(examined)}${rate}, last at ${latest}`,
    fix(examined.commands, examined.directory.extensions.has(subject) ? subject : '<extension>'),
  );
}

const BAD_PASSWORD = '32202';
/** One name is a phone with a wrong password; a few may be two of them. */
const NAMES_OF_GUESSING = 3;

/** A wrong password in a phone of ours has a line of its own, whoever else tries. */
function guesses(alerts: readonly ExaminedAlert[], examined: Examined): ReadonlySet<ExaminedAlert> {
  const refused = alerts.filter(
    ({ code, call }) => code === BAD_PASSWORD && !(call && ourName(call.from, examined)),
  );
  return new Set(usernamesOf(refused).size >= NAMES_OF_GUESSING ? refused : []);
}

function usernamesOf(alerts: readonly ExaminedAlert[]): ReadonlySet<string> {
  return new Set(alerts.flatMap(({ call }) => (call ? [sipUser(call.from) ?? ''] : [])));
}

/** The phone that it is about, for what rings To, for what dials From. */
function subjectOf(alert: ExaminedAlert, { check, first }: Trouble, examined: Examined): string {
  if (check === 'alerts.functions') return 'the functions';
  const { from = '', to = '' } = alert.call ?? {};
  const ends = check === 'alerts.phones' && first !== 'from' ? [to, from] : [from, to];
  const names = [...ends, alert.requestUrl].flatMap((uri) => ourName(uri, examined) ?? []);
  if (names[0] !== undefined) return names[0];
  return alert.call || isSip(alert.requestUrl)
    ? 'a phone that the directory does not know'
    : 'a phone (not checked which one)';
}

/** An extension, or one of our numbers; whatever else it is stays unnamed. */
function ourName(uri: string, { directory, numbers }: Examined): string | undefined {
  const user = /^https?:/i.test(uri) ? '' : (sipUser(uri) ?? '');
  return directory.extensions.has(user) || directory.numbers.has(user) || numbers.has(user)
    ? user
    : undefined;
}

function isSip(uri: string): boolean {
  return /(^|<)\s*sips?:/i.test(uri);
}

function unplaced(examined: Examined): readonly CheckResult[] {
  const { more } = examined.alerts;
  const unknown = placed(examined, 'unknown').length;
  if (unknown === 0 && !more) return [];
  const unread = placed(examined, 'unknown').some(({ call }) => !call);
  const read = unread ? `; only ${MOST_FETCHED} were read in full, some of each code` : '';
  const message =
    `${unknown === 1 ? '1 alert' : `${unknown} alerts`} ${span(examined)} could belong to this environment or to something else${read}` +
    (more ? '; there are more than Twilio listed' : '');
  return [{ status: 'unknown', message, fix: CONSOLE.debugger }];
}

function placed(examined: Examined, origin: 'ours' | 'unknown'): readonly ExaminedAlert[] {
  const { environment, desired, actual } = examined;
  const landmarks: Landmarks = {
    environment,
    host: actual.deployment?.domainName,
    sipDomain: desired.domain.name,
    numbers: new Set(desired.numbers.map(({ number }) => number)),
  };
  return examined.alerts.list.filter((alert) => originOf(alert, landmarks) === origin);
}

function span({ alerts: { sinceHours } }: Examined): string {
  return `in the last ${sinceHours === 1 ? 'hour' : `${sinceHours} hours`}`;
}
