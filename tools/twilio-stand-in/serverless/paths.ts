/** Paths of the Serverless API, and what its records have in common. */
import { ApiError, type ApiReply, type Call, type Route } from '../contract';
import { pageV1 } from '../paging';
import { bySid, iso8601, written } from '../records';
import type { Environment, Service } from './state';

export const HOST = 'serverless.twilio.com';
export const SERVICE = '/v1/Services/{ServiceSid}';
export const ENVIRONMENT = `${SERVICE}/Environments/{EnvironmentSid}`;

export function route(method: Route['method'], path: string, handle: Route['handle']): Route {
  return { host: HOST, method, path, handle };
}

export function serviceOf(call: Call): Service {
  return bySid(call.state.serverless.services, call.params['ServiceSid'], call);
}

export function environmentOf(call: Call): Environment {
  return bySid(serviceOf(call).environments, call.params['EnvironmentSid'], call);
}

/**
 * A record as the API writes it, at `path` below `/v1/Services`.
 *
 * @param links names of what lies below it, by the last part of their paths.
 */
export function rendered(
  call: Call,
  record: { readonly sid: string },
  path: string,
  more: object = {},
  links?: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const url = `https://${HOST}/v1/Services/${path}`;
  return {
    account_sid: call.accountSid,
    ...written(record, iso8601),
    ...more,
    url,
    ...(links && {
      links: Object.fromEntries(
        Object.entries(links).map(([name, part]) => [name, `${url}/${part}`]),
      ),
    }),
  };
}

/** A record of an environment, in its list `part`. */
export function renderedBelow(call: Call, record: { readonly sid: string }, part: string): object {
  const service_sid = serviceOf(call).sid;
  const environment_sid = environmentOf(call).sid;
  const path = `${service_sid}/Environments/${environment_sid}/${part}/${record.sid}`;
  return rendered(call, record, path, { service_sid, environment_sid });
}

/** Newest first. */
export function list<T extends { readonly sid: string }>(
  call: Call,
  key: string,
  records: readonly T[],
  render: (record: T, call: Call) => object,
): ApiReply {
  return pageV1(call, {
    key,
    items: [...records].reverse(),
    id: ({ sid }) => sid,
    render: (record) => render(record, call),
  });
}

export function created(body: object): ApiReply {
  return { status: 201, body };
}

export function ok(body: object): ApiReply {
  return { status: 200, body };
}

export const DELETED: ApiReply = { status: 204 };

export function conflict({ switches }: Call, message: string): ApiError {
  return new ApiError(409, switches.serverlessConflictCode, message);
}
