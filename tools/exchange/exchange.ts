/**
 * A small telephone exchange: it plays Twilio's part towards the functions, and its parties play
 * callers and volunteers. See docs/twilio-stand-in.md.
 */
import { CALLBACKS } from '../../src/runtime/model/callbacks';
import {
  callEnded,
  incomingCall,
  outboundCall,
  type Parameters,
  sipInvite,
} from '../../test/fixtures/twilio';
import { callRecord } from '../twilio-stand-in/api/calls';
import { queueNamed } from '../twilio-stand-in/api/queues';
import type { CallRecord } from '../twilio-stand-in/api/state';
import type { TwilioStandIn } from '../twilio-stand-in/standIn';
import { nameOf } from './bridge';
import { Clock } from './clock';
import type { Ending, Request } from './document';
import { follow, instructed, live } from './interpreter';
import { Leg, Over, Instructed } from './leg';
import { Waiting } from './queue';
import { play, type Script } from './script';
import type { Switchboard, Unproven } from './switchboard';
import { type Mishap, Trunk } from './trunk';

export interface ExchangeOptions {
  /** Where twilio-run listens. */
  readonly url: string;
  /** The account of the functions: its calls, queues and recordings are the exchange's. */
  readonly standIn: TwilioStandIn;
  readonly unproven?: Partial<Unproven>;
  /** Where phones register, such as `direct-example-prod.sip.twilio.com`; the fixtures' unless given. */
  readonly sipDomain?: string;
  /** What everybody does who has no script of their own; nothing unless given. */
  readonly everybody?: Script;
}

const RING_SECONDS = 60;

export class Exchange implements Switchboard {
  readonly clock = new Clock();
  readonly trunk: Trunk;
  readonly unproven: Unproven;
  readonly legs: Leg[] = [];
  /** What befalls the next request to a route. */
  readonly mishaps: { readonly route: string; readonly mishap: Mishap }[] = [];
  private readonly scripts = new Map<string, Script>();
  private readonly members: Waiting[] = [];
  private readonly joining = new Set<(member: Waiting) => void>();
  private readonly failures: unknown[] = [];

  constructor(private readonly options: ExchangeOptions) {
    this.trunk = new Trunk(options.url, this.clock);
    const supposed = { keysSurvive: false, waitUrlAgain: true } as const;
    const documented = { emptyDigits: 'absent', emptyRecording: 'dropped' } as const;
    this.unproven = { ...supposed, ...documented, ...options.unproven };
    this.trunk.mishap = ({ route }) => {
      const index = this.mishaps.findIndex((each) => each.route === route);
      return index < 0 ? undefined : this.mishaps.splice(index, 1)[0]?.mishap;
    };
    this.clock.whenQuiet = () => this.obey();
  }

  /** What the party at a number, or with a username, does when it is called. */
  person(name: string, script: Script): void {
    this.scripts.set(name, script);
  }

  /** A phone of ours dials (`from` is its username), or somebody outside does (a number, unless said otherwise). */
  call(from: string, to: string, script: Script = {}, outside = from.startsWith('+')): Leg {
    const sid = this.options.standIn.newSid('CA');
    const parameters = (outside ? incomingCall : sipInvite)({
      from,
      to,
      parameters: { CallSid: sid, ...(!outside && this.sipParties(from, to)) },
    });
    const record = callRecord({
      ...{ sid, from: parameters['From'] ?? '', to: parameters['To'] ?? '', status: 'ringing' },
      ...{ startTime: new Date(), endTime: null, duration: null },
    });
    const leg = this.newLeg(record, parameters);
    this.options.standIn.state.api.calls.push(record);
    const url = outside ? CALLBACKS.incoming.path : CALLBACKS.outgoing.path;
    this.begin(leg, { url, parameters });
    play(script, leg, this.clock);
    return leg;
  }

  /** Lets so many seconds go by; without a number, until nobody waits for anything. */
  async pass(seconds?: number): Promise<void> {
    await this.clock.pass(seconds);
    if (this.failures.length > 0) throw this.failures[0];
  }

  /** Every leg that has rung somebody, the newest last. */
  legsTo(name: string): Leg[] {
    return this.legs.filter((leg) => leg.record.direction !== 'inbound' && nameOf(leg) === name);
  }

  /** The routes that were asked, in order. */
  get asked(): string[] {
    return this.trunk.requests.map(({ route }) => route);
  }

  /** Whether a call waits in a queue. */
  waits(leg: Leg): boolean {
    return this.members.some((member) => member.leg === leg);
  }

  /** Whoever still rings. */
  get ringing(): string[] {
    return this.legs.filter(({ rings }) => rings).map(nameOf);
  }

  /** @throws Error where there is none. */
  latest(name: string): Leg {
    const leg = this.legsTo(name).at(-1);
    if (!leg) throw new Error(`Nobody has called ${name}`);
    return leg;
  }

  watch(work: Promise<unknown>): void {
    void work.catch((error: unknown) => {
      if (!(error instanceof Over)) this.failures.push(error);
    });
  }

  follow(leg: Leg, request: Request, unanswered: Ending): Promise<Ending> {
    return follow(leg, request, this, unanswered);
  }

  join(queue: string, leg: Leg): Waiting {
    const { standIn } = this.options;
    const { queues } = standIn.state.api;
    let record = queues.find(({ friendlyName }) => friendlyName === queue);
    if (!record) {
      record = queueNamed(queue, standIn.newSid('QU'), standIn.now());
      queues.push(record);
    }
    record.members.push({ callSid: leg.sid, dateEnqueued: standIn.now() });
    const member = new Waiting(leg, record.sid, queue, this.clock.now);
    this.members.push(member);
    for (const joined of this.joining) joined(member);
    return member;
  }

  leave(member: Waiting): void {
    remove(this.members, (each) => each === member);
    const queue = this.options.standIn.state.api.queues.find(({ sid }) => sid === member.queueSid);
    if (queue) remove(queue.members, ({ callSid }) => callSid === member.leg.sid);
  }

  async front(
    queue: string,
    taker: Leg,
    seconds: number,
  ): Promise<Waiting | 'queue-empty' | 'queue-not-found'> {
    const { queues } = this.options.standIn.state.api;
    if (!queues.some(({ friendlyName }) => friendlyName === queue)) return 'queue-not-found';
    const isWaiting = ({ name, taker: taken }: Waiting) => name === queue && !taken;
    const member =
      this.members.find(isWaiting) ??
      (await taker.wait<Waiting | undefined>((resolve) => {
        const joined = (one: Waiting) => isWaiting(one) && resolve(one);
        this.joining.add(joined);
        const late = this.clock.after(seconds, () => resolve(undefined));
        return () => {
          this.joining.delete(joined);
          late();
        };
      }));
    if (!member || member.taker) return 'queue-empty';
    this.leave(member);
    return member;
  }

  ring(address: string, from: string, parent: Leg, seconds: number): Leg {
    const { standIn } = this.options;
    const sid = standIn.newSid('CA');
    const call = { sid, from, to: address.replace(/[?;].*$/, ''), status: 'queued' };
    const record = callRecord({
      ...{ ...call, direction: 'outbound-dial', parentCallSid: parent.sid },
      ...{ startTime: new Date(), endTime: null, duration: null },
    });
    standIn.state.api.calls.push(record);
    const leg = this.newLeg(record, parent.parameters);
    this.beginToRing(leg, seconds);
    return leg;
  }

  keepRecording(leg: Leg, seconds: number): string {
    const { standIn } = this.options;
    const sid = standIn.newSid('RE');
    const date = standIn.now();
    standIn.state.api.recordings.push({
      ...{ sid, callSid: leg.sid, status: 'completed', source: 'RecordVerb', channels: 1 },
      ...{ duration: String(Math.round(seconds)), media: Buffer.from(`${leg.sid} speaks`) },
      ...{ startTime: date, dateCreated: date, dateUpdated: date },
    });
    return sid;
  }

  /** What was done by REST meanwhile becomes so. @returns whether there was anything. */
  private obey(): boolean {
    let news = false;
    for (const record of this.options.standIn.state.api.calls) {
      const leg = this.legs.find(({ sid }) => sid === record.sid) ?? this.appointed(record);
      if (!leg) continue;
      if (leg.isOver) {
        const why = record.status === 'canceled' ? 'stops ringing' : 'is hung up';
        news = leg.noteEnd(why) || news;
      } else if (record.status === 'queued') {
        this.beginToRing(leg, record.instructions?.timeout ?? RING_SECONDS);
        news = true;
      } else if ((record.instructions?.count ?? 0) > leg.instructionsSeen) {
        leg.instructionsSeen = record.instructions?.count ?? 0;
        leg.interrupt(new Instructed());
        news = true;
      }
    }
    return news;
  }

  /** A call that was made by REST. */
  private appointed(record: CallRecord): Leg | undefined {
    if (record.direction !== 'outbound-api') return undefined;
    const { sid, from, to } = record;
    const leg = this.newLeg(record, outboundCall({ from, to, parameters: { CallSid: sid } }));
    leg.whenAnswered = () => this.begin(leg, instructed(leg));
    leg.whenOver = () => {
      const url = record.instructions?.statusCallback ?? undefined;
      this.trunk.callback(leg, url, callEnded(record.status, leg.parameters));
    };
    return leg;
  }

  private beginToRing(leg: Leg, seconds: number): void {
    leg.record.status = 'ringing';
    leg.log('rings');
    play(this.scripts.get(nameOf(leg)) ?? this.options.everybody ?? {}, leg, this.clock);
    this.clock.after(seconds, () => leg.rings && leg.end('no-answer', 'stops ringing'));
  }

  /** Of a phone of the SIP domain. */
  private sipParties(from: string, to: string): Parameters {
    const { sipDomain } = this.options;
    if (sipDomain === undefined) return {};
    const [caller, called] = [from, to].map(
      (user) => `sip:${user.replaceAll('#', '%23')}@${sipDomain}`,
    ) as [string, string];
    return { From: caller, Caller: caller, To: called, Called: called, SipDomain: sipDomain };
  }

  private begin(leg: Leg, request: Request): void {
    this.watch(live(leg, request, this));
  }

  private newLeg(record: CallRecord, parameters: Parameters): Leg {
    const leg = new Leg(record, parameters, this.clock, this.unproven.keysSurvive);
    this.legs.push(leg);
    return leg;
  }
}

function remove<T>(list: T[], is: (one: T) => boolean): void {
  const index = list.findIndex(is);
  if (index >= 0) list.splice(index, 1);
}
