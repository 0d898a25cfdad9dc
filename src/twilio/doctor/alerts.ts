/** What Twilio reported lately, by code and phone. Callers stay out of it: only what is ours has a name. */
import { type AlertCheck, type Trouble, troubleOf } from './alertCodes';
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
  const groups = new Map<string, ExaminedAlert[]>();
  for (const alert of placed(examined, 'ours')) {
    const trouble = troubleOf(alert.code);
    if (trouble.check !== check) continue;
    const key = `${alert.code}\0${subjectOf(alert, trouble, examined)}`;
    groups.set(key, [...(groups.get(key) ?? []), alert]);
  }
  if (groups.size === 0) return none === undefined ? [] : [ok(`${none} ${span(examined)}`)];
  return [...groups].map(([key, alerts]) => resultOf(key, alerts, examined));
}

function resultOf(key: string, alerts: readonly ExaminedAlert[], examined: Examined): CheckResult {
  const [code = '', subject = ''] = key.split('\0');
  const { meaning, fix } = troubleOf(code);
  const latest = new Date(Math.max(...alerts.map(({ at }) => at.getTime()))).toISOString();
  const times = alerts.length === 1 ? 'once' : `${alerts.length} times`;
  return warning(
    `${subject} ${meaning}: ${code}, ${times} ${span(examined)}, last at ${latest}`,
    fix(examined.commands, examined.directory.extensions.has(subject) ? subject : '<extension>'),
  );
}

/** The phone that it is about, for what rings To, for what dials From. */
function subjectOf(alert: ExaminedAlert, { check }: Trouble, examined: Examined): string {
  if (check === 'alerts.functions') return 'the functions';
  if (!alert.call) return 'a phone (not checked which one)';
  const { from, to } = alert.call;
  const ends = check === 'alerts.phones' ? [to, from] : [from, to];
  const names = ends.flatMap((uri) => ourName(uri, examined) ?? []);
  return names[0] ?? 'a phone that the directory does not know';
}

/** An extension, or one of our numbers; whatever else it is stays unnamed. */
function ourName(uri: string, { directory, numbers }: Examined): string | undefined {
  const user = userOf(uri);
  return directory.extensions.has(user) || directory.numbers.has(user) || numbers.has(user)
    ? user
    : undefined;
}

/** `sip:%2B15035550123@…` → `+15035550123`; a bare number as it is. */
function userOf(uri: string): string {
  const user = /^\s*<?sips?:([^@;:]*)/i.exec(uri)?.[1] ?? uri;
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}

function unplaced(examined: Examined): readonly CheckResult[] {
  const { list, more } = examined.alerts;
  const unknown = placed(examined, 'unknown').length;
  if (unknown === 0 && !more) return [];
  const read =
    list.length > MOST_FETCHED ? `; only the ${MOST_FETCHED} newest were read in full` : '';
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
