/** Calls that were and are (https://www.twilio.com/docs/voice/api/call-resource). */
import type { Call, Route } from '../contract';
import { page2010 } from '../paging';
import { bySid, without } from '../records';
import { API_VERSION, newestFirst, rendered, route, uriOf } from './paths';
import { national } from './shop';
import type { CallRecord } from './state';

const SUBRESOURCES = ['events', 'notifications', 'recordings', 'payments', 'siprec', 'streams'];

export const callRoutes: readonly Route[] = [
  route('GET', '/Calls.json', (call) =>
    page2010(call, {
      key: 'calls',
      items: newestFirst(call.state.api.calls).filter((record) => isAskedFor(record, call)),
      id: ({ sid }) => sid,
      render: (record) => renderCall(record, call),
    }),
  ),
  route('GET', '/Calls/{Sid}.json', (call) => ({
    status: 200,
    body: renderCall(bySid(call.state.api.calls, call.params['Sid'], call), call),
  })),
];

/** A call as Twilio would list it; what is not said is as of a call that went well. */
export function callRecord(call: Partial<CallRecord> & Pick<CallRecord, 'sid' | 'startTime'>) {
  const date = call.startTime ?? new Date(0);
  return {
    from: '+15035550199',
    to: '+15035550123',
    status: 'completed',
    direction: 'inbound',
    endTime: new Date(date.getTime() + 42_000),
    duration: '42',
    price: null,
    parentCallSid: null,
    phoneNumberSid: null,
    forwardedFrom: null,
    callerName: null,
    answeredBy: null,
    queueTime: '0',
    trunkSid: null,
    instructions: null,
    dateCreated: date,
    dateUpdated: date,
    ...call,
  } satisfies CallRecord;
}

function isAskedFor(record: CallRecord, { values }: Call): boolean {
  const same = [
    ['To', record.to],
    ['From', record.from],
    ['Status', record.status],
    ['ParentCallSid', record.parentCallSid],
  ] as const;
  return (
    same.every(([name, value]) => (values[name] ?? value) === value) &&
    isWithin(record.startTime, 'StartTime', values) &&
    isWithin(record.endTime, 'EndTime', values)
  );
}

/** `StartTime<` is on or before, `StartTime>` on or after, `StartTime` alone that day. */
function isWithin(date: Date | null, name: string, values: Call['values']): boolean {
  const [day, until, from] = ['', '<', '>'].map((sign) => values[name + sign]);
  if (day === undefined && until === undefined && from === undefined) return true;
  if (date === null) return false;
  const time = date.getTime();
  return (
    (typeof day !== 'string' || date.toISOString().slice(0, 10) === day.slice(0, 10)) &&
    (typeof until !== 'string' || time <= Date.parse(until)) &&
    (typeof from !== 'string' || time >= Date.parse(from))
  );
}

export function renderCall(record: CallRecord, call: Call): object {
  const path = `/Calls/${record.sid}`;
  const capitals = (name: string) => name[0]!.toUpperCase() + name.slice(1);
  return rendered(call, without(record, 'instructions'), {
    api_version: API_VERSION,
    from_formatted: national(record.from),
    to_formatted: national(record.to),
    price_unit: 'USD',
    group_sid: null,
    uri: uriOf(call, path),
    subresource_uris: Object.fromEntries(
      SUBRESOURCES.map((name) => [name, uriOf(call, `${path}/${capitals(name)}`)]),
    ),
  });
}
