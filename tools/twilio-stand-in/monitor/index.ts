/** Errors that Twilio met, as tests put them there (https://www.twilio.com/docs/usage/monitor-alert). */
import type { Call, Product, Route } from '../contract';
import { pageV1 } from '../paging';
import { bySid, type Dated, iso8601, written } from '../records';

declare module '../contract' {
  interface State {
    monitor: { alerts: Alert[] };
  }
}

export interface Alert extends Dated {
  readonly sid: string;
  alertText: string;
  errorCode: string;
  logLevel: 'error' | 'warning' | 'notice' | 'debug';
  dateGenerated: Date;
  requestMethod: 'GET' | 'POST' | null;
  requestUrl: string | null;
  resourceSid: string | null;
  serviceSid: string | null;
  /** These four only an alert by itself shows, not the list. */
  requestVariables: string | null;
  requestHeaders: string | null;
  responseBody: string | null;
  responseHeaders: string | null;
}

const HOST = 'monitor.twilio.com';
const NOT_LISTED = /^(request_variables|(request|response)_(headers|body))$/;

/** An alert as Twilio would list it; what is not said is as of a webhook that answered 500. */
export function alert(one: Partial<Alert> & Pick<Alert, 'sid' | 'dateGenerated'>): Alert {
  return {
    alertText: 'Got HTTP 500 response to https://dialtone.example/sip-outgoing',
    errorCode: '11200',
    logLevel: 'error',
    requestMethod: 'POST',
    requestUrl: 'https://dialtone.example/sip-outgoing',
    resourceSid: null,
    serviceSid: null,
    requestVariables: null,
    requestHeaders: null,
    responseBody: null,
    responseHeaders: null,
    dateCreated: one.dateGenerated,
    dateUpdated: one.dateGenerated,
    ...one,
  };
}

const routes: readonly Route[] = [
  {
    host: HOST,
    method: 'GET',
    path: '/v1/Alerts',
    handle: (call) =>
      pageV1(call, {
        key: 'alerts',
        items: [...call.state.monitor.alerts].reverse().filter((one) => isAskedFor(one, call)),
        id: ({ sid }) => sid,
        render: (one) => renderItem(one, call),
      }),
  },
  {
    host: HOST,
    method: 'GET',
    path: '/v1/Alerts/{Sid}',
    handle: (call) => ({
      status: 200,
      body: render(bySid(call.state.monitor.alerts, call.params['Sid'], call), call),
    }),
  },
];

function isAskedFor({ logLevel, dateGenerated }: Alert, { values }: Call): boolean {
  const [from, to] = [values['StartDate'], values['EndDate']];
  return (
    (values['LogLevel'] ?? logLevel) === logLevel &&
    (typeof from !== 'string' || dateGenerated.getTime() >= Date.parse(from)) &&
    (typeof to !== 'string' || dateGenerated.getTime() <= Date.parse(to))
  );
}

function renderItem(one: Alert, call: Call): object {
  const shown = Object.entries(render(one, call)).filter(([name]) => !NOT_LISTED.test(name));
  return Object.fromEntries(shown);
}

function render(one: Alert, { accountSid }: Call): object {
  return {
    ...written(one, iso8601),
    account_sid: accountSid,
    api_version: '2010-04-01',
    more_info: `https://www.twilio.com/docs/errors/${one.errorCode}`,
    url: `https://${HOST}/v1/Alerts/${one.sid}`,
  };
}

export const monitor: Product = {
  documents: ['twilio_monitor_v1'],
  routes,
  emptyState: () => ({ monitor: { alerts: [] } }),
};
