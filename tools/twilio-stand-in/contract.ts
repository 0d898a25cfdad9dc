/**
 * What the parts of the stand-in for Twilio's REST API share.
 *
 * A request goes: wire (or the SDK's httpClient) → host and route → credentials → the request
 * held to the OpenAPI document → planned faults → the route's handler → the reply held to the
 * document → ledger.
 */

export type Parameters = Readonly<Record<string, string | readonly string[]>>;

export interface ApiRequest {
  readonly method: string;
  /** Such as `api.twilio.com`; nothing but Twilio's hosts is answered. */
  readonly host: string;
  /** Without the query, as sent. */
  readonly path: string;
  readonly query: Parameters;
  /** Fields of a form, urlencoded or multipart. A repeated field is a list. */
  readonly form: Parameters;
  /** Files of a multipart form, by field. */
  readonly files: ReadonlyMap<string, Upload>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Upload {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

export interface ApiReply {
  readonly status: number;
  /** Sent as JSON; a string or Buffer as it is; none when undefined (204). */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The client gets no reply: its connection is reset, whether its request was processed or not. */
export const CONNECTION_LOST = 'connection lost';

export type Outcome = ApiReply | typeof CONNECTION_LOST;

/** One operation of Twilio's API. */
export interface Route {
  /** `*.example.com` stands for every host directly below. */
  readonly host: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /**
   * Path template exactly as in the OpenAPI document, `/v1/Services/{Sid}`. Where no document
   * describes it, the last parameter may be `{Path+}`, which takes slashes too.
   */
  readonly path: string;
  /** No OpenAPI document describes it (uploads, deployed assets): requests and replies go unchecked. */
  readonly undocumented?: true;
  /** Answered without credentials (what a deployment serves to the public). */
  readonly open?: true;
  /**
   * Fields of the form that Twilio's own tools send though no document has them, with the values
   * that they send: Twilio passes over them, and of all requests these alone are no violation.
   */
  readonly alsoTakes?: Readonly<Record<string, RegExp>>;
  /** An API key does not open it, only the account's own token. */
  readonly tokenOnly?: true;
  handle(call: Call): ApiReply | Promise<ApiReply>;
}

/** A request that has found its route and passed its checks. */
export interface Call {
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Parameters;
  readonly form: Parameters;
  readonly files: ReadonlyMap<string, Upload>;
  /**
   * Query and form as the document types them: booleans, integers and lists; what the document
   * does not know is left out. Empty where a route is undocumented.
   */
  readonly values: Readonly<Record<string, unknown>>;
  readonly request: ApiRequest;
  /** All that the account holds. The only thing a handler may read or change. */
  readonly state: State;
  readonly now: Date;
  readonly switches: Switches;
  readonly accountSid: string;
  /** A SID that the account does not have yet, `newSid('SD')`. */
  newSid(prefix: string): string;
}

/** Twilio's resources of one kind: what they are, and what an account has of them at first. */
export interface Product {
  /** Names of files in `openapi/`, without `.json`. */
  readonly documents: readonly string[];
  readonly routes: readonly Route[];
  /** Its properties of the state. Called for each stand-in. */
  emptyState(): Partial<State>;
  /** How its guesses are set at first. */
  readonly switches?: Partial<Switches>;
}

/**
 * Plain data: objects and lists of texts, numbers, booleans, dates and bytes, one property a product,
 * so that a snapshot of it can answer a stale read. Dates and bytes are replaced, never changed.
 * Each product declares its own property (declaration merging) and fills it in `emptyState`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface State {}

/** Behaviour of Twilio that is a guess: each can be turned. Declared like `State`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Switches {}

/** Thrown by a handler: answered as Twilio answers an error. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** No such path, or no such SID. */
export function notFound(path: string): ApiError {
  return new ApiError(404, 20404, `The requested resource ${path} was not found`);
}

export function badRequest(code: number, message: string): ApiError {
  return new ApiError(400, code, message);
}
