/** The real SDK, whose requests go to the stand-in without a network. */
import twilio, { type Twilio } from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient';
import {
  type ApiReply,
  type ApiRequest,
  CONNECTION_LOST,
  type Outcome,
  type Parameters,
} from './contract';

export interface Credentials {
  /** The account's SID, or an API key's. */
  readonly username: string;
  readonly password: string;
}

export function clientOf(
  accountSid: string,
  { username, password }: Credentials,
  handle: (request: ApiRequest) => Promise<Outcome>,
): Twilio {
  const httpClient = {
    async request(options: RequestClient.RequestOptions<unknown>) {
      const outcome = await handle(asRequest(options));
      if (outcome === CONNECTION_LOST) throw connectionLost();
      return { statusCode: outcome.status, body: bodyOf(outcome), headers: outcome.headers ?? {} };
    },
    // The SDK types this as its own class; `request` is all that it calls.
  } as unknown as RequestClient;
  return twilio(username, password, { accountSid, httpClient });
}

function asRequest(options: RequestClient.RequestOptions<unknown>): ApiRequest {
  const { method, uri, params, data, headers = {}, username, password } = options;
  const url = new URL(uri);
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    method: method.toUpperCase(),
    host: url.host,
    path: url.pathname,
    query: { ...fields(url.searchParams), ...encoded(params) },
    form: encoded(data),
    files: new Map(),
    headers: {
      ...Object.fromEntries(
        Object.entries(headers as Record<string, string>).map(([name, value]) => [
          name.toLowerCase(),
          value,
        ]),
      ),
      authorization: `Basic ${basic}`,
    },
  };
}

/** As the SDK writes a form: undefined is left out, null is empty, a list is repeated. */
function encoded(data: unknown): Parameters {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(data ?? {})) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (item !== undefined) form.append(name, item === null ? '' : String(item));
    }
  }
  return fields(form);
}

/** A field that comes more than once is a list. */
export function fields(form: URLSearchParams): Parameters {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const all = form.getAll(name);
      return [name, all.length === 1 ? all[0]! : all];
    }),
  );
}

function bodyOf({ body }: ApiReply): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** As Node reports it. */
function connectionLost(): Error {
  return Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
}
