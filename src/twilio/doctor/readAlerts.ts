/** What Twilio has reported lately (https://www.twilio.com/docs/usage/monitor-alert). */
import type { EnvironmentName } from '../../runtime/model/directory';
import type { Rest } from '../client/rest';
import { originOfUrl } from './alertOrigin';
import type { ExaminedAlert, ExaminedAlerts } from './examined';

const MOST_LISTED = 1_000;
/** Only the fetch of a single alert tells whose call it was, unless its URL does. */
export const MOST_FETCHED = 40;
const AT_ONCE = 4;
const HOUR_MS = 3_600_000;

export interface AlertsInput {
  readonly environment: EnvironmentName;
  /** Of the functions, where they are deployed. */
  readonly host?: string | undefined;
  readonly sinceHours: number;
  readonly now: Date;
}

interface Listed {
  readonly sid: string;
  readonly errorCode: string;
  readonly dateGenerated: Date;
  readonly requestUrl?: string | null;
}

/** The newest first, without those of other functions; some of each kind with their calls. */
export async function readAlerts(rest: Rest, input: AlertsInput): Promise<ExaminedAlerts> {
  const { sinceHours, now } = input;
  const { alerts } = rest.client.monitor.v1;
  const startDate = new Date(now.getTime() - sinceHours * HOUR_MS);
  const query = { startDate, limit: MOST_LISTED, pageSize: MOST_LISTED };
  const listed: readonly Listed[] = await rest.repeat(() => alerts.list(query));
  const newestFirst = listed
    .filter(({ requestUrl }) => originOfUrl(requestUrl ?? '', input) !== 'elsewhere')
    .sort((a, b) => b.dateGenerated.getTime() - a.dateGenerated.getTime());
  const calls = new Map<string, ExaminedAlert['call']>();
  const chosen = toFetch(newestFirst);
  for (let index = 0; index < chosen.length; index += AT_ONCE) {
    const batch = chosen.slice(index, index + AT_ONCE);
    const fetched = await Promise.all(
      batch.map(({ sid }) => rest.repeat(() => alerts(sid).fetch())),
    );
    for (const { sid, requestVariables } of fetched) calls.set(sid, callOf(requestVariables));
  }
  const list = newestFirst.map(({ sid, errorCode, dateGenerated, requestUrl }) => ({
    code: errorCode,
    at: dateGenerated,
    requestUrl: requestUrl ?? '',
    call: calls.get(sid),
  }));
  return { sinceHours, list, more: listed.length >= MOST_LISTED };
}

/**
 * One of each kind, then the next of each: a phone that fails every ten minutes must not hide what happened
 * once. An address as URL names the phone, so that one such alert is enough.
 */
function toFetch(newestFirst: readonly Listed[]): readonly Listed[] {
  const kinds = new Map<string, Listed[]>();
  for (const alert of newestFirst) {
    const key = `${alert.errorCode}\0${alert.requestUrl ?? ''}`;
    const alike = kinds.get(key) ?? [];
    const enough = alike.length > 0 && /^<?sips?:/i.test(alert.requestUrl ?? '');
    if (!enough) kinds.set(key, [...alike, alert]);
  }
  const chosen: Listed[] = [];
  for (let round = 0; chosen.length < MOST_FETCHED; round += 1) {
    const next = [...kinds.values()].flatMap((alike) => alike[round] ?? []);
    if (next.length === 0) break;
    chosen.push(...next.slice(0, MOST_FETCHED - chosen.length));
  }
  return chosen;
}

function callOf(requestVariables: string | null | undefined): ExaminedAlert['call'] {
  const variables = new URLSearchParams(requestVariables ?? '');
  return { from: variables.get('From') ?? '', to: variables.get('To') ?? '' };
}
