/** What an operator does, in whatever order, with whatever failing; judged after each write. */
import { setImmediate } from 'node:timers/promises';
import { UserError } from '../../../src/diagnostics/errors';
import type { Release } from '../../../src/twilio/emergency/releases';
import type { Fault } from '../../../tools/twilio-stand-in/faults';
import { Stopped } from '../operator';
import { Live, type Start } from './live';
import { OPTIONS, worse } from './truth';

type Step = (live: Live, option: (name: string) => void) => Promise<unknown> | void;

const released = Object.fromEntries(
  OPTIONS.map((name): [string, Step] => [
    `apply --prune --${name}`,
    (live, option) => {
      option(name);
      return live.apply('prod', { prune: true, releases: [name as Release] });
    },
  ]),
);

/** `apply` gives no option but those that it names. */
export const STEPS: Readonly<Record<string, Step>> = {
  apply: (live) => live.apply('prod'),
  'apply --prune': (live) => live.apply('prod', { prune: true }),
  'apply --set-again': (live) => live.apply('prod', { setAgain: true }),
  deploy: (live) => live.functions.deploy('prod', live.desired(), 'works'),
  'deploy what fails': (live) => live.functions.deploy('prod', live.desired(), 'fails'),
  'deploy what refuses': (live) => live.functions.deploy('prod', live.desired(), 'refuses'),
  'deploy to stage': (live) => live.functions.deploy('stage', live.desired('stage'), 'works'),
  promote: (live) => live.functions.promote(),
  rollback: (live) => live.functions.rollback(),
  drill: (live) => live.drill(),
  menus: (live) => live.edit({ mode: 'menus' }),
  webhook: (live) => live.edit({ mode: 'webhook' }),
  direct: (live) => live.edit({ mode: 'direct' }),
  'dial 911': (live) => live.edit({ dials: '911' }),
  'dial +1911': (live) => live.edit({ dials: '+1911' }),
  secure: (live) => live.edit({ secure: true }),
  plain: (live) => live.edit({ secure: false }),
  'take alder out': (live) => live.edit({ without: true }),
  'give addresses': (live) => live.edit({ addresses: true }),
  rotate: (live) => live.rotate(),
  'set up': (live) => live.setUp(),
  ...released,
};
export type StepName = keyof typeof STEPS;

export type Trouble = Fault | 'kill';
export const TROUBLE: Readonly<Record<string, Trouble>> = {
  '429': { status: 429 },
  '503': { status: 503 },
  refused: { status: 400, code: 20001 },
  'lost reply': { loseReply: true },
  'dropped once': { drop: true },
  'stale reads': { staleReads: 12 },
  'stale until it is written': { staleWrites: 3 },
  'killed after it': 'kill',
};

export interface Run {
  readonly steps: readonly string[];
  readonly start?: Start;
  readonly trouble?: Trouble | undefined;
  /** Which write it strikes, from 1. */
  readonly nth?: number;
  /** From that write on the network is gone, for this and all later commands. */
  readonly gone?: boolean;
}

export interface Ran {
  /** What was worse after some write than before it. */
  readonly lost: readonly string[];
  readonly writes: number;
  readonly live: Live;
}

export async function run({ steps, start, trouble, nth = 1, gone = false }: Run): Promise<Ran> {
  const live = new Live(start);
  const lost: string[] = [];
  let last = live.truth();
  let option: string | undefined;
  let step = '';
  let writes = 0;
  let dead = false;
  let die = () => {};
  const handle = live.standIn.handle.bind(live.standIn);
  const never = () => new Promise<never>(() => {});
  live.standIn.handle = async (request) => {
    if (dead) return never();
    const outcome = await handle(request);
    if (request.method === 'GET') return outcome;
    writes += 1;
    const now = live.truth();
    const { raised, drills } = live;
    for (const what of worse(last, now, { option, raised, drills })) {
      lost.push(`${step}, ${request.method} ${request.path}: ${what}`);
    }
    last = now;
    if (trouble === 'kill' && writes === nth) {
      dead = true;
      die();
      return never();
    }
    return outcome;
  };
  if (trouble && trouble !== 'kill') {
    const on = (one: { write: boolean; nth: number }) =>
      one.write && (gone ? one.nth >= nth : one.nth === nth);
    live.standIn.faults.plan({ on, times: gone ? Infinity : 1, fault: trouble });
  }
  try {
    for (const name of steps) {
      step = name;
      option = undefined;
      dead = false;
      const killed = new Promise<void>((resolve) => (die = resolve));
      const take = async () => STEPS[name]!(live, (one) => (option = one));
      await Promise.race([take(), killed]).catch(refuseBug);
      // What the killed process has still under way comes to nothing.
      await setImmediate();
      // What is deployed is the truth that writes are judged by; a deployment is judged elsewhere.
      last = live.truth();
      live.later();
    }
  } finally {
    live.remove();
  }
  expect(live.standIn.violations).toEqual([]);
  return { lost, writes, live };
}

/** Commands fail as Twilio or the operator makes them; a test that fails so would be blind. */
function refuseBug(error: unknown): void {
  if (error instanceof Stopped || error instanceof UserError) return;
  const { status, code, name } = error as { status?: number; code?: unknown; name?: string };
  if (status === undefined && code === undefined && name !== 'Interrupted') throw error;
}
