/** Paths of the 2010 API, and what its records have in common. */
import type { ApiReply, Call, Route } from '../contract';
import { rfc2822, written } from '../records';

export const HOST = 'api.twilio.com';
export const API_VERSION = '2010-04-01';
const ACCOUNT = `/${API_VERSION}/Accounts/{AccountSid}`;

export function route(method: Route['method'], path: string, handle: Route['handle']): Route {
  return { host: HOST, method, path: ACCOUNT + path, handle };
}

/** `uriOf(call, '/SIP/Domains/SD…')`: relative, with `.json`. */
export function uriOf(call: Call, path: string): string {
  return `/${API_VERSION}/Accounts/${call.accountSid}${path}.json`;
}

export function rendered(call: Call, record: object, more: object = {}): Record<string, unknown> {
  return { account_sid: call.accountSid, ...written(record, rfc2822), ...more };
}

export const DELETED: ApiReply = { status: 204 };

/** Twilio lists what is newest first. */
export function newestFirst<T>(records: readonly T[]): readonly T[] {
  return [...records].reverse();
}
