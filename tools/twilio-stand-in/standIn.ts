/** A stand-in for Twilio's REST API: an account in memory, answering as Twilio documents it. */
import { createHash } from 'node:crypto';
import type { Twilio } from 'twilio';
import { ACCOUNT_SID } from '../../test/fixtures/twilio';
import { Answering } from './answering';
import { passwordMatches } from './api/credentials';
import { clientOf, type Credentials } from './client';
import {
  type ApiReply,
  type ApiRequest,
  CONNECTION_LOST,
  type Outcome,
  type Product,
  type State,
  type Switches,
} from './contract';
import { Faults, nameOf } from './faults';
import { entryFor, type Entry } from './ledger';
import { PRODUCTS } from './products';

export interface StandInOptions {
  /** All that there are when not given. */
  readonly products?: readonly Product[];
  /** Guesses that are to go another way. */
  readonly switches?: Partial<Switches>;
  readonly now?: () => Date;
}

/** Fictional, and long enough to be found wherever it should not be. */
const AUTH_TOKEN = 'fictional0auth0token0no0a0secret';
const API_KEY = { sid: `SK${'0'.repeat(32)}`, secret: 'fictional0api0key0secret0for0tests' };

export class TwilioStandIn {
  readonly accountSid = ACCOUNT_SID;
  readonly authToken = AUTH_TOKEN;
  readonly apiKey = API_KEY;
  /** What the account holds. A test may read it, and change it as if in the console. */
  readonly state: State;
  readonly switches: Switches;
  readonly faults = new Faults();
  readonly now: () => Date;
  private readonly entries: Entry[] = [];
  private readonly found: string[] = [];
  private readonly answering: Answering;
  private readonly products: readonly Product[];
  private sids = 0;
  private underWay = 0;

  constructor({ products = PRODUCTS, switches = {}, now = () => new Date() }: StandInOptions = {}) {
    this.now = now;
    this.products = products;
    this.state = emptyState(products);
    const preset = products.map((product) => product.switches);
    this.switches = Object.assign({}, ...preset, switches) as Switches;
    this.answering = new Answering(products, this);
  }

  /** Every request so far, in order of their replies. */
  get ledger(): readonly Entry[] {
    return this.entries;
  }

  /** Where a request, or a reply of ours, is not as Twilio documents it. */
  get violations(): readonly string[] {
    return this.found;
  }

  /** The violations so far, which are forgotten: for tests that mean to cause them. */
  takeViolations(): string[] {
    return this.found.splice(0);
  }

  /** An account as it was at first, without faults, requests or violations; its SIDs stay taken. */
  reset(): void {
    Object.assign(this.state, emptyState(this.products));
    this.faults.reset();
    this.entries.length = 0;
    this.found.length = 0;
  }

  /** The real SDK, without a network; with the account's token, unless told otherwise. */
  client(credentials?: Credentials): Twilio {
    const own = { username: this.accountSid, password: this.authToken };
    return clientOf(this.accountSid, credentials ?? own, (request) => this.handle(request));
  }

  /** A SID that is not taken: `newSid('CA')` for a call that a test puts into the state. */
  newSid(prefix: string): string {
    this.sids += 1;
    const digest = createHash('sha256').update(`${prefix} ${this.sids}`).digest('hex');
    return prefix + digest.slice(0, 32);
  }

  /** Passwords cannot be read: only whether one is the one that was set last. */
  passwordMatches(listName: string, username: string, password: string): boolean {
    return passwordMatches(this.state, listName, username, password);
  }

  async handle(request: ApiRequest): Promise<Outcome> {
    const started = performance.now();
    this.underWay += 1;
    try {
      const { reply, status, route, fault } = await this.answering.answer(request);
      this.entries.push(entryFor(request, { route, status, fault: nameOf(fault) }));
      if (reply === CONNECTION_LOST) return reply;
      return { ...reply, headers: { ...this.headers(reply, started), ...reply.headers } };
    } finally {
      this.underWay -= 1;
    }
  }

  violation({ method, host, path }: ApiRequest, what: string): void {
    this.found.push(`${method} https://${host}${path}: ${what}`);
  }

  private headers({ body }: ApiReply, started: number): Record<string, string> {
    const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
    return {
      'twilio-request-id': this.newSid('RQ'),
      'twilio-concurrent-requests': String(this.underWay),
      'twilio-request-duration': ((performance.now() - started) / 1_000).toFixed(3),
      ...(isJson && { 'content-type': 'application/json' }),
    };
  }
}

function emptyState(products: readonly Product[]): State {
  const states = products.map((product) => product.emptyState());
  return Object.assign({}, ...states) as State;
}
