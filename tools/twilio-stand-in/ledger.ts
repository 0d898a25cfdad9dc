/** What was asked of the stand-in: for tests to count, and to search for secrets. */
import type { ApiRequest, Parameters } from './contract';
import { isSecret } from './requests';

export interface Entry {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** Query and form, passwords masked. */
  readonly params: Parameters;
  /** Path template; undefined where nothing answers. */
  readonly route: string | undefined;
  /** What became of it at Twilio's end; 0 where it never got there. */
  readonly status: number;
  /** The planned fault that it met. */
  readonly fault?: string | undefined;
  /** Anything but reading. */
  readonly write: boolean;
}

export function entryFor(
  request: ApiRequest,
  outcome: Pick<Entry, 'route' | 'status' | 'fault'>,
): Entry {
  const { method, host, path, query, form } = request;
  return {
    method,
    host,
    path,
    params: masked({ ...query, ...form }),
    ...outcome,
    write: isWrite(method),
  };
}

export function isWrite(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function masked(params: Parameters): Parameters {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, isSecret(name) ? '***' : value]),
  );
}
