/**
 * What comes of what a sheet tells to try, asked of the phone's own plan and of the rules that will
 * answer it, at every hour of the week: a sheet tells nothing else.
 */
import { readCall, routeIncoming, routeOutgoing } from '../../runtime/calls';
import type { Decision } from '../../runtime/calls/decision';
import type { PhoneSettings } from '../phone';
import { type Asked, callOf } from './asked';
import { type Help, helpFor } from './help';
import { sends } from './keys';
import { directoryAt } from '../../runtime/model/local';
import { weekOf } from './week';

/**
 * Who or what answers; `voice` what a TwiML asset says, `varies` where the hour tells, `refused` in
 * words, or by the phone.
 */
export type Answered =
  | 'operator'
  | 'menu'
  | 'dialTone'
  | 'phone'
  | 'outside'
  | 'otherSystem'
  | 'voice'
  | 'emergency'
  | 'varies'
  | 'refused';

export interface Answers {
  readonly zero: Answered;
  /** A hotline dials it when it is lifted. */
  readonly hash: Answered;
  /** Another phone of ours that rings when this is dialled. */
  readonly extension?: string | undefined;
  /** Its number, called from outside, rings it. */
  readonly rings: boolean;
  readonly help: Help;
}

/** An app dials nothing by itself. */
export function isLifted({ dial, model }: Pick<PhoneSettings, 'dial' | 'model'>): boolean {
  return dial === 'hotline' && !model.softphone;
}

/** What comes of each thing that may be dialled. */
export function dialler(asked: Asked): (to: string) => Answered {
  const { settings, environment, directory } = asked;
  const week = weekAt(asked);
  const lifts = isLifted(settings);
  return (to) => {
    const byItself = lifts && to === '#';
    if (!byItself && (lifts || !sends(to, settings))) return 'refused';
    const call = callOf(to, settings, environment);
    return together(week.map((at) => answered(routeOutgoing(call, directory, at))));
  };
}

/** By the clock of the phone. */
function weekAt({ settings, directory, now }: Asked): readonly Date[] {
  const phone = directory.extensions.get(settings.username);
  return weekOf(directoryAt(phone, directory), now);
}

export function answersFor(asked: Asked): Answers {
  const week = weekAt(asked);
  const lifts = isLifted(asked.settings);
  const dial = dialler(asked);
  return {
    zero: dial('0'),
    hash: dial('#'),
    extension: asked.extensions.find((each) => dial(each) === 'phone'),
    rings: week.every((at) => rings(asked, at)),
    help: helpFor({ ...asked, lifts, week }),
  };
}

/** By the functions of the environment that its number is answered in. */
function rings({ settings, environment, directory }: Asked, now: Date): boolean {
  const { number, username } = settings;
  const rule = directory.numbers.get(number ?? '');
  if (number === undefined || rule?.environment !== environment) return false;
  const call = readCall({ environment, from: number, to: number });
  const decision = routeIncoming(call, directory, now);
  return decision.kind === 'ring' && decision.extensions.includes(username);
}

/** A phone that may call for help is never tried out so. */
function together(all: readonly Answered[]): Answered {
  const [first = 'refused', ...others] = all;
  if (all.includes('emergency')) return 'emergency';
  return others.every((each) => each === first) ? first : 'varies';
}

/** What is not here is a refusal, or the end. */
const KINDS: Readonly<Partial<Record<Decision['kind'], Answered>>> = {
  queue: 'operator',
  ring: 'phone',
  connect: 'outside',
  handOff: 'otherSystem',
  answer: 'voice',
  emergency: 'emergency',
};

function answered(decision: Decision): Answered {
  if (decision.kind !== 'gather') return KINDS[decision.kind] ?? 'refused';
  return decision.position.at === 'dialTone' ? 'dialTone' : 'menu';
}
