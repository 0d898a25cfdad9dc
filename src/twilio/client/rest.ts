/**
 * Requests to Twilio's REST API that may be repeated, and those that may not.
 *
 * Twilio's POST is not idempotent: a creation whose reply was lost may have happened, so it is
 * looked for before it is tried again. Reading, changing by SID and deleting may be repeated.
 * https://www.twilio.com/docs/usage/requests-to-twilio, https://www.twilio.com/docs/api/errors/20429
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Twilio } from 'twilio';

export interface RestOptions {
  /** Waits so many milliseconds. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
  /** Aborted by Ctrl-C: what is under way is finished, nothing new is begun. */
  readonly signal?: AbortSignal;
  /** Signs what functions are asked; an API key's secret signs nothing that they would take. */
  readonly authToken?: string | undefined;
}

/** Thrown where the user pressed Ctrl-C. */
export class Interrupted extends Error {
  constructor() {
    super('Interrupted');
    this.name = 'Interrupted';
  }
}

/**
 * No reply came: the network, a proxy, a certificate. The HTTP library's own error holds the whole
 * request, credentials and passwords among it, so that none of it but the code and message is kept.
 */
export class NetworkError extends Error {
  constructor(readonly code: string) {
    super(`Twilio cannot be reached: ${code}`);
    this.name = 'NetworkError';
  }
}

/** A creation that may or may not have happened, and cannot be found: another try might make a second one. */
export class PerhapsCreated extends Error {
  constructor(what: string, cause: unknown) {
    super(`${what} may have been created: Twilio’s reply was lost, and it is not listed yet`, {
      cause,
    });
    this.name = 'PerhapsCreated';
  }
}

/** How to create something once. */
export interface Creation<T> {
  /** For messages. */
  readonly what: string;
  readonly post: () => Promise<T>;
  /** Looks for it by its natural key. */
  readonly find: () => Promise<T | undefined>;
  /** Codes or statuses with which Twilio refuses a second one; none where it takes two alike. */
  readonly taken: readonly number[];
  /** Other accounts may have the name: nothing is waited for then. */
  readonly everybodys?: true;
}

/** Milliseconds before each further try: half a minute in all. */
const BACKOFF_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000];
const LONGEST_PAUSE_MS = 60_000;
const TOO_MANY_REQUESTS = 429;
const NOT_FOUND = 404;

export class Rest {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly authToken: string | undefined;

  constructor(
    readonly client: Twilio,
    private readonly options: RestOptions = {},
  ) {
    this.sleep = options.sleep ?? ((milliseconds) => delay(milliseconds));
    this.authToken = options.authToken ?? passwordOfAccount(client);
  }

  /** Reads, changes by SID or deletes: repeated while Twilio is busy, failing or out of reach. */
  async repeat<T>(request: () => Promise<T>): Promise<T> {
    for (const pause of BACKOFF_MS) {
      this.throwIfInterrupted();
      try {
        return await clean(request);
      } catch (error) {
        if (!isPassing(error)) throw error;
        await this.sleep(this.pauseOf(error, pause));
      }
    }
    return clean(request);
  }

  /**
   * Creates what has a natural key. It is posted again only when Twilio has said that it did not
   * process it (429), or when a second one of that name would be refused. After a lost reply, and
   * when the name is taken though it was not listed (lists lag behind), it is looked for.
   *
   * @throws PerhapsCreated when nobody can say whether it exists.
   */
  async create<T>(creation: Creation<T>): Promise<T> {
    const { what, post, find, taken, everybodys } = creation;
    let lost: unknown;
    let uncertain = false;
    for (const pause of BACKOFF_MS) {
      this.throwIfInterrupted();
      let wait = pause;
      try {
        if (lost === undefined || taken.length > 0) return await clean(post);
      } catch (error) {
        if (!isPassing(error) && !isOneOf(error, taken)) throw error;
        if (statusOf(error) !== TOO_MANY_REQUESTS) lost = error;
        uncertain ||= isPassing(error) && statusOf(error) !== TOO_MANY_REQUESTS;
        wait = this.pauseOf(error, pause);
      }
      await this.sleep(wait);
      const found = lost === undefined ? undefined : await this.repeat(find);
      if (found !== undefined) return found;
      // No reply of ours was lost: it is somebody else's, now and in half a minute.
      if (everybodys && !uncertain && isOneOf(lost, taken)) throw lost;
    }
    // Taken, and never ours to see: somebody else's.
    if (isOneOf(lost, taken)) throw lost;
    throw new PerhapsCreated(what, lost);
  }

  /** Deletes what may be gone already: by a request whose reply was lost, or by someone else. */
  async ifThere(request: () => Promise<unknown>): Promise<void> {
    try {
      await request();
    } catch (error) {
      if (statusOf(error) !== NOT_FOUND) throw error;
    }
  }

  /** As long as Twilio asks for, a minute at most; else our own pause. */
  private pauseOf(error: unknown, pause: number): number {
    if (statusOf(error) === undefined) return pause;
    const { headers } = (this.client.httpClient.lastResponse ?? {}) as {
      headers?: Readonly<Record<string, unknown>>;
    };
    const seconds = Number(headers?.['retry-after']);
    return seconds > 0 ? Math.min(Math.max(seconds * 1_000, pause), LONGEST_PAUSE_MS) : pause;
  }

  private throwIfInterrupted(): void {
    if (this.options.signal?.aborted) throw new Interrupted();
  }
}

/** HTTP status of Twilio's error; undefined when no reply came. */
export function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}

/** Twilio's error code (https://www.twilio.com/docs/api/errors). */
export function codeOf(error: unknown): number | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'number' ? code : undefined;
}

function isOneOf(error: unknown, refusals: readonly number[]): boolean {
  return [codeOf(error), statusOf(error)].some(
    (one) => one !== undefined && refusals.includes(one),
  );
}

/** Whether the same request may succeed later: throttled, an error at Twilio's end, or no reply. */
function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  if (status === undefined) return error instanceof NetworkError;
  return status === TOO_MANY_REQUESTS || status >= 500;
}

/** @throws Twilio's own error, one of ours, or a NetworkError in the place of any other. */
async function clean<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (statusOf(error) !== undefined || !isOfTheNetwork(error)) throw error;
    const { code } = error as { code?: unknown };
    throw new NetworkError(typeof code === 'string' ? code : 'no reply');
  }
}

/** axios's errors, and Node's of the network, which tell the system call; those of files tell a path. */
function isOfTheNetwork(error: unknown): boolean {
  const { isAxiosError, code, path } = (error ?? {}) as Record<string, unknown>;
  return isAxiosError === true || (typeof code === 'string' && path === undefined);
}

/** A new object each time: the SDK writes into the one it is given, so two lists at once need two. */
export function page(): { pageSize: number } {
  return { pageSize: 1_000 };
}

function passwordOfAccount({ accountSid, username, password }: Twilio): string | undefined {
  return username === accountSid ? password : undefined;
}
