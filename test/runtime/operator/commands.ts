/** What callers, volunteers and the network do, in any order: commands for fast-check. */
import fc from 'fast-check';
import type { Mishap } from '../../../tools/exchange/trunk';
import { type Deed, perform } from '../../../tools/exchange/script';
import { callersOf, checkAlways, volunteersOf } from './invariants';
import { DESK, HOUSE, type Installation, OUTSIDE, SLOWER } from './installation';

/** What must be known to say which commands make sense. */
export interface Model {
  calls: number;
}

type Step = fc.AsyncCommand<Model, Installation>;
const MOST_CALLS = 4;
const ROUTES = ['wait', 'left', 'offer', 'taken', 'bridged', 'ended'].map(
  (name) => `/operator-${name}`,
);

const asks = fc.constantFrom('booth', 'puesto', DESK, OUTSIDE).map((from) =>
  step(
    `${from} asks for the operator`,
    ({ exchange }) => {
      exchange.call(from, from === OUTSIDE ? HOUSE : '0');
    },
    ({ calls }) => calls < MOST_CALLS,
    (model) => (model.calls += 1),
  ),
);

const passes = (most: number) =>
  fc
    .integer({ min: 1, max: most })
    .map((seconds) =>
      step(`${seconds} s pass`, (installation) => installation.exchange.pass(seconds)),
    );

/** What people do. What stands here twice is done more often. */
export const goodDay: fc.Arbitrary<Step>[] = [
  asks,
  asks,
  deeds('caller', ['hangs up', 'presses 1', 'presses #', 'falls silent']),
  deeds('volunteer', ['answers']),
  deeds('volunteer', ['presses 1']),
  deeds('volunteer', ['presses 1', 'presses 2', 'hangs up', 'is busy']),
  everybody('answers'),
  everybody('presses 1'),
  passes(5),
  passes(30),
];

/** And what befalls their requests, and those of the functions. */
export const badDay: fc.Arbitrary<Step>[] = [
  ...goodDay,
  fc
    .tuple(
      fc.constantFrom(...ROUTES, '/message-left', '/message-ready'),
      fc.constantFrom<Mishap>('lost', 'unheard', 'twice', 2, 20),
    )
    .map(([route, mishap]) =>
      step(`the next ${route} is ${mishap}`, ({ exchange }) => {
        exchange.mishaps.push({ route, mishap });
      }),
    ),
  fc.constantFrom(...troubles()).map(([name, fault]) =>
    step(name, ({ standIn }) => {
      standIn.faults.plan(fault);
    }),
  ),
];

function troubles() {
  const on = (part: string) => (subject: { host: string; route: string }) =>
    `${subject.host}${subject.route}`.includes(part);
  return [
    ['Sync answers 503 three times', { on: on('sync'), fault: { status: 503 }, times: 3 }],
    ['Sync’s next reply is lost', { on: on('sync'), fault: { loseReply: true as const } }],
    ['Sync takes 360 ms three times', { on: on('sync'), fault: { slow: 360 * SLOWER }, times: 3 }],
    ['a request about calls is refused', { on: on('/Calls'), fault: { status: 500 } }],
    ['a reply about calls is lost', { on: on('/Calls'), fault: { loseReply: true as const } }],
  ] as const;
}

/** One of those who can still do something, by chance. */
function deeds(who: 'caller' | 'volunteer', what: readonly Deed[]): fc.Arbitrary<Step> {
  return fc.tuple(fc.nat(5), fc.constantFrom(...what)).map(([nth, deed]) =>
    step(`${who} ${nth} ${deed}`, ({ exchange }) => {
      const legs = (who === 'caller' ? callersOf : volunteersOf)(exchange).filter(
        ({ isOver }) => !isOver,
      );
      const leg = legs[nth % legs.length];
      if (leg) perform(deed, leg);
    }),
  );
}

/** All volunteers at the same moment. */
function everybody(deed: Deed): fc.Arbitrary<Step> {
  return fc.constant(
    step(`every volunteer ${deed}`, ({ exchange }) => {
      for (const leg of volunteersOf(exchange)) perform(deed, leg);
    }),
  );
}

/** Each step is over before the next, but for what takes time. */
function step(
  name: string,
  act: (installation: Installation) => void | Promise<void>,
  may: (model: Model) => boolean = () => true,
  note: (model: Model) => void = () => {},
): Step {
  return {
    check: may,
    run: async (model, installation) => {
      note(model);
      await act(installation);
      await installation.exchange.pass(0.2);
      checkAlways(installation);
    },
    toString: () => name,
  };
}
