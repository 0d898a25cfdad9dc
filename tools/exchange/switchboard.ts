/** What the verbs need of the exchange. */
import type { Clock } from './clock';
import type { Ending, Request } from './document';
import type { Leg } from './leg';
import type { Waiting } from './queue';
import type { Trunk } from './trunk';

/** What Twilio is not proven to do. */
export interface Unproven {
  /** Keys pressed while no Gather listens reach the next one. */
  readonly keysSurvive: boolean;
  /** The wait URL is asked again by itself when its document is over. */
  readonly waitUrlAgain: boolean;
  /** How `Digits` comes where no key was pressed, with `actionOnEmptyResult`. */
  readonly emptyDigits: 'absent' | 'empty';
  /** Whether a recording in which nobody spoke is kept, and the action of Record asked. */
  readonly emptyRecording: 'dropped' | 'kept';
}

export interface Switchboard {
  readonly clock: Clock;
  readonly trunk: Trunk;
  readonly unproven: Unproven;
  /** Fetches a document and performs it; `unanswered` follows where the functions do not answer. */
  follow(leg: Leg, request: Request, unanswered: Ending): Promise<Ending>;
  /** A call waits in a queue, which is made where there is none. */
  join(queue: string, leg: Leg): Waiting;
  leave(member: Waiting): void;
  /** Takes the first out of a queue; waits for one so many seconds. */
  front(
    queue: string,
    taker: Leg,
    seconds: number,
  ): Promise<Waiting | 'queue-empty' | 'queue-not-found'>;
  /** A leg of a Dial begins to ring. */
  ring(address: string, from: string, parent: Leg, seconds: number): Leg;
  /** @returns the recording's SID. */
  keepRecording(leg: Leg, seconds: number): string;
  /** Whatever fails in it fails the test. */
  watch(work: Promise<unknown>): void;
}
