/** One end of a call: what it is at, what is heard on it, and the keys that are pressed on it. */
import type { CallRecord } from '../twilio-stand-in/api/state';
import type { Parameters } from '../../test/fixtures/twilio';
import type { Clock } from './clock';

/** Thrown into what a leg waits for. */
export abstract class Interruption extends Error {}

/** The call is over: hung up by the party, or ended by REST. */
export class Over extends Interruption {}

/** Sent elsewhere by REST. */
export class Instructed extends Interruption {}

const ENDED = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];

export class Leg {
  /** What happened on it, in words, without repetitions. */
  readonly story: string[] = [];
  /** SIDs of those it has been connected with, in order. */
  readonly talkedWith: string[] = [];
  /** Every key that was pressed on it. */
  pressed = '';
  /** Whom it is connected with at the moment. */
  peer: Leg | undefined;
  /** Where REST has sent it at first. */
  readonly firstUrl: string;
  /** What follows when it is picked up. */
  whenAnswered: (() => void) | undefined;
  /** What follows when it is over. */
  whenOver: (() => void) | undefined;
  /** What follows when its party falls silent. */
  whenSilent: (() => void) | undefined;
  /** Whether its party has something to say. */
  speaks = true;
  /** How many of the instructions by REST it has followed. */
  instructionsSeen: number;
  private noted = false;
  private keys = '';
  private listener: ((key: string) => void) | undefined;
  private reject: ((reason: Interruption) => void) | undefined;
  private pending: Interruption | undefined;

  constructor(
    /** As REST shows it: its status is this leg's. */
    readonly record: CallRecord,
    /** What Twilio says of it in every request. */
    readonly parameters: Parameters,
    private readonly clock: Clock,
    /** An unproven: whether keys pressed while nobody listens reach the next Gather. */
    private readonly keysSurvive: boolean,
  ) {
    this.instructionsSeen = record.instructions?.count ?? 0;
    this.firstUrl = record.instructions?.url ?? '';
  }

  get sid(): string {
    return this.record.sid;
  }

  get rings(): boolean {
    return this.record.status === 'queued' || this.record.status === 'ringing';
  }

  get isUp(): boolean {
    return this.record.status === 'in-progress';
  }

  get isOver(): boolean {
    return ENDED.includes(this.record.status);
  }

  log(what: string): void {
    // Hold sounds go on and on.
    if (!what.startsWith('plays ') || this.story.at(-1) !== what) this.story.push(what);
  }

  /** Waits for `begin` to resolve; `begin` returns what calls it off. */
  async wait<T = void>(begin: (resolve: (value: T) => void) => () => void): Promise<T> {
    this.check();
    let off: (() => void) | undefined;
    try {
      return await new Promise<T>((resolve, reject) => {
        this.reject = reject;
        off = begin(resolve);
      });
    } finally {
      this.reject = undefined;
      off?.();
    }
  }

  /** @throws Interruption that came while nobody was waiting. */
  check(): void {
    const { pending } = this;
    if (this.isOver) throw new Over();
    this.pending = undefined;
    if (pending) throw pending;
  }

  sleep(seconds: number): Promise<void> {
    return this.wait((resolve) => this.clock.after(seconds, resolve));
  }

  interrupt(reason: Interruption): void {
    if (this.reject) this.reject(reason);
    else if (!(this.pending instanceof Over)) this.pending = reason;
  }

  /** The party, or Twilio, ends it. */
  end(status: string, why: string): void {
    if (this.isOver) return;
    this.record.status = status;
    this.noteEnd(why);
  }

  /** It may be over already, by REST. @returns whether that is new. */
  noteEnd(why: string): boolean {
    if (this.noted) return false;
    this.noted = true;
    this.log(why);
    this.record.endTime ??= new Date();
    this.interrupt(new Over());
    this.whenOver?.();
    return true;
  }

  answer(): void {
    if (!this.rings) return;
    this.record.status = 'in-progress';
    this.log('answers');
    this.whenAnswered?.();
  }

  /** Of a phone that rings: it is busy. */
  hangUp(): void {
    const rings = this.rings && this.record.direction !== 'inbound';
    this.end(rings ? 'busy' : 'completed', rings ? 'is busy' : 'hangs up');
  }

  fallSilent(): void {
    this.speaks = false;
    this.whenSilent?.();
  }

  press(keys: string): void {
    for (const key of keys) {
      if (!this.isUp) return;
      this.pressed += key;
      if (this.listener) this.listener(key);
      else if (this.keysSurvive) this.keys += key;
    }
  }

  /** Takes keys, those that were kept first, until it is called off. */
  listen(listener: (key: string) => void): () => void {
    this.listener = listener;
    const kept = this.keys;
    this.keys = '';
    for (const key of kept) listener(key);
    return () => {
      this.listener = undefined;
    };
  }
}
