/**
 * What a caller in the queue hears, and who is called meanwhile
 * (https://www.twilio.com/docs/voice/twiml/enqueue#attributes-waiturl).
 */
import { readCallSid } from '../../model/callSid';
import type { Directory, EnvironmentName, CallLanguage, OperatorDesk } from '../../model/directory';
import type { Audio, Decision, Hold } from '../decision';
import type { CallVolunteers } from '../effects';
import type { Party } from '../party';
import { legsFor } from './duty';
import { callerIdOn, lineOf } from './line';

/**
 * How the search for a volunteer stands: `none` when it was not begun, `inVain` when all who were called have declined or not picked up, `unknown` when that
 * cannot be read.
 */
export const SEARCHES = ['calling', 'called', 'limited', 'failed', 'over'] as const;
export type Search = (typeof SEARCHES)[number] | 'inVain' | 'none' | 'unknown';

export interface Wait {
  readonly environment: EnvironmentName;
  /** SID of the caller's call. */
  readonly call: string;
  readonly from?: Party | undefined;
  readonly to?: Party | undefined;
  /** `QueueTime`: seconds. */
  readonly queueTime?: string | undefined;
  /** Of our own URL: when the wait began, in seconds since 1970. */
  readonly since?: number | undefined;
  readonly language: CallLanguage;
  readonly search: Search;
}

type Began = Pick<Wait, 'queueTime' | 'since'>;

/** Nobody can come. */
const HOPELESS: readonly Search[] = ['limited', 'failed', 'inVain'];

/**
 * A search that cannot be read is begun only by the first requests of a wait, which come within
 * these seconds: later ones could not tell that it had been begun.
 */
const FIRST_SECONDS = 5;

/**
 * Holds, and has volunteers called once. Leaves the queue after `waitSeconds`, and at the next
 * request when nobody can come: none on duty, called too often, no call could be made, or all of
 * those calls are over.
 *
 * @param directory null when it cannot be read.
 */
export function routeWait(
  wait: Wait,
  directory: Directory | null,
  now: Date,
): Decision<CallVolunteers> {
  const desk = directory?.operator;
  if (!desk) return decideHold({ kind: 'hold', audio: [], leave: true }, wait);
  const calls = volunteersFor(wait, desk, directory, now);
  const waited = secondsWaited(wait, now);
  // Who has been called may still come, also when their shift ends meanwhile.
  const nobody = calls === undefined && wait.search !== 'calling' && wait.search !== 'called';
  const hopeless = HOPELESS.includes(wait.search) || nobody;
  if (hopeless || waited >= desk.waitSeconds) {
    return decideHold({ kind: 'hold', audio: [], leave: true }, wait);
  }
  const begins =
    readCallSid(wait.call) !== undefined &&
    (wait.search === 'none' || (wait.search === 'unknown' && isFirst(wait, now)));
  const hold: Hold = {
    kind: 'hold',
    audio: [holdSound(desk, wait.language)],
    leave: false,
    since: Math.round(now.getTime() / 1_000 - waited),
  };
  return decideHold(hold, wait, begins && calls ? [calls] : []);
}

/** Whether a wait has only just begun: nobody needs to read how the search stands. */
export function isFirst(wait: Began, now: Date): boolean {
  return secondsWaited(wait, now) <= FIRST_SECONDS;
}

/** undefined when there is nobody to call, or no number to call them from. */
function volunteersFor(
  wait: Wait,
  desk: OperatorDesk,
  directory: Directory,
  now: Date,
): CallVolunteers | undefined {
  const { environment, call, language } = wait;
  const line = lineOf(wait, directory);
  const legs = legsFor({ environment, call, line, language, now }, desk, directory);
  const from = callerIdOn(line, directory);
  if (legs.length === 0 || from === undefined) return undefined;
  const { ringSeconds, limits } = desk;
  return { kind: 'callVolunteers', call, line, from, legs, ringSeconds, limits };
}

function holdSound({ hold }: OperatorDesk, language: CallLanguage): Audio {
  return hold?.[language] ?? { tone: 'hold' };
}

/** By Twilio's clock or ours, whichever has more: whether a request that follows a Redirect tells it is not documented. */
function secondsWaited({ queueTime, since = Infinity }: Began, now: Date): number {
  const queued = /^\d{1,6}$/.test(queueTime ?? '') ? Number(queueTime) : 0;
  return Math.max(queued, now.getTime() / 1_000 - since, 0);
}

function decideHold(
  hold: Hold,
  { language, search }: Wait,
  effects: readonly CallVolunteers[] = [],
): Decision<CallVolunteers> {
  const outcome = `${search}${hold.leave ? ', leaves' : ''}`;
  return { ...hold, language, effects, trace: [{ step: 'waits for the operator', outcome }] };
}
