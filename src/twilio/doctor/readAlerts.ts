/** What Twilio has reported lately (https://www.twilio.com/docs/usage/monitor-alert). */
import type { EnvironmentName } from '../../runtime/model/directory';
import type { Rest } from '../client/rest';
import { originOfUrl } from './alertOrigin';
import type { ExaminedAlert, ExaminedAlerts } from './examined';

const MOST_LISTED = 1_000;
/** Only the fetch of a single alert tells whose call it was. */
export const MOST_FETCHED = 20;
const HOUR_MS = 3_600_000;

export interface AlertsInput {
  readonly environment: EnvironmentName;
  /** Of the functions, where they are deployed. */
  readonly host?: string | undefined;
  readonly sinceHours: number;
  readonly now: Date;
}

/** The newest first, without those of other functions; the first few with their calls. */
export async function readAlerts(rest: Rest, input: AlertsInput): Promise<ExaminedAlerts> {
  const { sinceHours, now } = input;
  const { alerts } = rest.client.monitor.v1;
  const startDate = new Date(now.getTime() - sinceHours * HOUR_MS);
  const query = { startDate, limit: MOST_LISTED, pageSize: MOST_LISTED };
  const listed = await rest.repeat(() => alerts.list(query));
  const newestFirst = listed
    .filter(({ requestUrl }) => originOfUrl(requestUrl ?? '', input) !== 'elsewhere')
    .sort((a, b) => b.dateGenerated.getTime() - a.dateGenerated.getTime());
  const list: ExaminedAlert[] = [];
  for (const { sid, errorCode, dateGenerated, requestUrl } of newestFirst) {
    const fetched =
      list.length < MOST_FETCHED ? await rest.repeat(() => alerts(sid).fetch()) : undefined;
    list.push({
      code: errorCode,
      at: dateGenerated,
      requestUrl: requestUrl ?? '',
      call: fetched && callOf(fetched.requestVariables),
    });
  }
  return { sinceHours, list, more: listed.length >= MOST_LISTED };
}

function callOf(requestVariables: string | null | undefined): ExaminedAlert['call'] {
  const variables = new URLSearchParams(requestVariables ?? '');
  return { from: variables.get('From') ?? '', to: variables.get('To') ?? '' };
}
