/**
 * A deployment in this process: the bundled functions of a build under Twilio's own runtime, with a
 * clock that stands still. Nothing of src/ is imported, so that its files may move.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseForm } from 'node:querystring';
import { LocalDevelopmentServer } from '@twilio/runtime-handler/dev';
import qs from 'qs';

export interface Sent {
  /** Of this request among all; what two recordings are compared by. */
  readonly id: string;
  readonly at: string;
  readonly environment: string;
  readonly method?: 'GET' | 'POST';
  /** With its query. */
  readonly path: string;
  /** Of the form. */
  readonly params?: Readonly<Record<string, string | undefined>>;
  /** A body as it stands, in place of `params`. */
  readonly raw?: { readonly body: string; readonly contentType: string };
}

export interface Recorded {
  readonly id: string;
  readonly request: object;
  readonly answer: { readonly status: number; readonly headers: object; readonly body: string };
  readonly log: readonly string[];
  /** Requests to Twilio's REST API. */
  readonly rest?: readonly unknown[];
}

export interface Context {
  readonly [variable: string]: unknown;
  getTwilioClient(): unknown;
}

type Handler = (
  context: object,
  event: object,
  callback: (error: unknown, answer?: unknown) => void,
) => unknown;

/** With the clock of clock.cjs. */
const world = globalThis as unknown as Record<string | symbol, unknown> & {
  readonly recorderClock: { at: number };
};

const DOMAINS: Readonly<Record<string, string>> = {
  dev: 'dialtone-1234-dev.twil.io',
  stage: 'dialtone-1234-stage.twil.io',
  prod: 'dialtone-1234.twil.io',
};

export class Host {
  readonly records: Recorded[] = [];
  /** What is asked of Twilio while a request is answered. */
  rest: unknown[] = [];
  private readonly handlers = new Map<string, Handler>();
  private readonly ids = new Set<string>();
  private readonly ownGlobals: Set<string | symbol>;

  constructor(
    dist: string,
    private readonly context: Context,
  ) {
    // Constructing it puts Twilio.Response and Runtime where functions find them.
    new LocalDevelopmentServer(0, {
      baseDir: process.cwd(),
      env: {},
      port: 0,
      url: '',
      detailedLogs: false,
      live: false,
      logs: false,
      legacyMode: false,
      appName: 'dialtone',
      forkProcess: false,
      logger: console,
      routes: { functions: [], assets: [] },
      enableDebugLogs: false,
    });
    const assets = privateAssets(path.join(dist, 'assets'));
    world['Runtime'] = { getAssets: () => assets, getFunctions: () => ({}) };
    // Time within a request does not pass: no line tells another duration, and no deadline is missed.
    performance.now = () => 1_000;
    const functions = path.join(dist, 'functions');
    for (const file of readdirSync(functions).sort()) {
      const name = /^(.+?)(\.(private|protected))?\.js$/.exec(file)?.[1];
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- what is built is CommonJS
      const { handler } = require(path.join(functions, file)) as { handler: Handler };
      this.handlers.set(`/${name}`, handler);
    }
    this.ownGlobals = new Set(Reflect.ownKeys(world));
  }

  get routes(): readonly string[] {
    return [...this.handlers.keys()];
  }

  /** What functions remember from one request to the next in this process is forgotten. */
  forget(): void {
    for (const key of Reflect.ownKeys(world)) {
      if (!this.ownGlobals.has(key)) delete world[key];
    }
  }

  async send(sent: Sent): Promise<Recorded> {
    if (this.ids.has(sent.id)) throw new Error(`Twice: ${sent.id}`);
    this.ids.add(sent.id);
    const { id, at, environment, method = 'POST', raw } = sent;
    const params = Object.fromEntries(
      Object.entries(sent.params ?? {}).filter(([, value]) => value !== undefined),
    ) as Record<string, string>;
    world.recorderClock.at = Date.parse(at);
    const url = new URL(sent.path, `https://${DOMAINS[environment]}`);
    const query = qs.parse(url.search.slice(1), { allowPrototypes: true });
    const body = raw ? parsed(raw) : params;
    const event = { request: { headers: {}, cookies: {} }, ...query, ...body };
    const context = { ...this.context, DOMAIN_NAME: DOMAINS[environment], PATH: url.pathname };
    this.rest = [];
    const { answer, log } = await listening(() => this.call(url.pathname, context, event));
    const record = {
      id,
      request: { at, environment, method, path: sent.path, ...(raw ?? { params }) },
      answer,
      log,
      ...(this.rest.length > 0 && { rest: this.rest }),
    };
    this.records.push(record);
    return record;
  }

  private call(route: string, context: object, event: object): Promise<Recorded['answer']> {
    const handler = this.handlers.get(route);
    if (!handler) return Promise.resolve({ status: 404, headers: {}, body: '' });
    return new Promise((resolve) => {
      const failed = (error: unknown) => resolve({ status: 500, headers: {}, body: String(error) });
      const callback = (error: unknown, answer?: unknown) =>
        error ? failed(error) : resolve(answerOf(answer));
      Promise.resolve(handler(context, event, callback)).catch(failed);
    });
  }
}

function answerOf(answer: unknown): Recorded['answer'] {
  const { statusCode, headers, body } = (answer ?? {}) as Record<string, unknown>;
  if (typeof statusCode !== 'number') {
    return { status: 200, headers: {}, body: JSON.stringify(answer) };
  }
  const shown = Object.entries(headers as Record<string, unknown>)
    .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
    .sort();
  return { status: statusCode, headers: Object.fromEntries(shown), body: String(body) };
}

/** As twilio-run reads a body. */
function parsed({ body, contentType }: NonNullable<Sent['raw']>): object {
  return contentType === 'application/json' ? (JSON.parse(body) as object) : { ...parseForm(body) };
}

function privateAssets(folder: string): Record<string, { path: string; open: () => string }> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.includes('.private.'))
      .sort()
      .map((file) => {
        const at = path.join(folder, file);
        const name = `/${file.replace('.private', '')}`;
        return [name, { path: at, open: () => readFileSync(at, 'utf8') }];
      }),
  );
}

/** With the lines that are printed meanwhile. */
async function listening<T>(work: () => Promise<T>): Promise<{ answer: T; log: string[] }> {
  const log: string[] = [];
  const names = ['log', 'error', 'warn', 'info', 'debug'] as const;
  const real = { ...console };
  for (const name of names) {
    console[name] = (...parts: unknown[]) => void log.push(`${name}: ${masked(parts.join(' '))}`);
  }
  try {
    const answer = await work();
    // What still prints after its answer.
    await new Promise((resolve) => setImmediate(resolve));
    return { answer, log };
  } finally {
    Object.assign(console, real);
  }
}

function masked(line: string): string {
  return line.replace(/"milliseconds":[\d.]+/, '"milliseconds":"…"');
}
