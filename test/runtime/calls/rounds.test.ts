/** A call to a number with many phones, until nobody is left who could answer. */
import { readQuery } from '../../../src/runtime/model/callbacks';
import fc from 'fast-check';
import {
  type Decision,
  routeDialResult,
  routeIncoming,
  routeOutgoing,
  readParty,
  readCall,
} from '../../../src/runtime/calls';
import type { Directory } from '../../../src/runtime/model/directory';
import { actionOf } from '../../../src/runtime/twiml/dial';
import { directory as fixture, extension, numberRule } from '../../fixtures/directory';
import { sipUri } from '../../fixtures/twilio';

const HALL = '+15035550190';
const NOON = new Date('2026-11-20T12:00-08:00');
const PHONES = Array.from({ length: 30 }, (_, i) => `p${i + 1}`);

const hall = fc.record({
  /** Which phones the number has, in which order, and who of them lives here. */
  ring: fc.shuffledSubarray(PHONES, { minLength: 1 }),
  here: fc.subarray(PHONES),
  otherwise: fc.constantFrom(undefined, { twiml: 'unavailable' }, { dial: '+15035550189' }),
  statuses: fc.array(fc.constantFrom('no-answer', 'busy', 'failed'), {
    minLength: 4,
    maxLength: 4,
  }),
  from: fc.constantFrom('+15035550199', ...PHONES),
});
type Hall = typeof hall extends fc.Arbitrary<infer T> ? T : never;

function directoryOf({ ring, here, otherwise, from }: Hall): Directory {
  const living = PHONES.map((name) =>
    extension(name, { environments: here.includes(name) || name === from ? ['prod'] : ['stage'] }),
  );
  const rule = numberRule({ ring, ...(otherwise && { otherwise }) });
  return {
    ...fixture,
    extensions: new Map(living.map((each) => [each.username, each])),
    numbers: new Map([[HALL, rule]]),
  };
}

/** Every decision of the call, by what our own action URL carries from one to the next. */
function callOf(scene: Hall, directory: Directory): Decision[] {
  const environment = 'prod';
  const from = scene.from.startsWith('+') ? scene.from : sipUri(scene.from);
  const decisions = [
    scene.from.startsWith('+')
      ? routeIncoming({ environment, from: readParty(from), to: readParty(HALL) }, directory, NOON)
      : routeOutgoing(
          { environment, from: readParty(from), to: readParty(sipUri(HALL)) },
          directory,
          NOON,
        ),
  ];
  for (const status of scene.statuses) {
    const last = decisions.at(-1);
    if (last?.kind !== 'ring') break;
    const reported = Object.fromEntries(new URLSearchParams(actionOf(last).split('?')[1]));
    const result = {
      ...readCall({ environment, from, status }),
      ...readQuery('dialResult', reported),
    };
    decisions.push(routeDialResult(result, directory));
  }
  return decisions;
}

describe('A call that nobody answers', () => {
  it('rings every phone of the number that lives here once, ten at a time, before what follows', () => {
    fc.assert(
      fc.property(hall, (scene) => {
        const directory = directoryOf(scene);
        const phones = scene.ring.filter(
          (name) =>
            name !== scene.from && directory.extensions.get(name)?.environments.includes('prod'),
        );
        const decisions = callOf(scene, directory);
        const rounds = decisions.flatMap((each) => (each.kind === 'ring' ? [each] : []));

        expect(rounds.flatMap(({ extensions }) => extensions)).toEqual(phones);
        expect(rounds).toHaveLength(Math.ceil(phones.length / 10));
        for (const [i, { extensions, later = [] }] of rounds.entries()) {
          expect(extensions.length).toBeLessThanOrEqual(10);
          expect(later).toEqual(rounds.slice(i + 1).map((each) => each.extensions));
        }
        const last = decisions.at(-1);
        expect(decisions).toHaveLength(rounds.length + 1);
        const { otherwise } = scene;
        if (!otherwise || rounds.length === 0) expect(last?.kind).not.toBe('ring');
        else if ('twiml' in otherwise) expect(last).toMatchObject({ kind: 'answer' });
        else expect(last).toMatchObject({ kind: 'connect', to: otherwise.dial });
      }),
      { numRuns: 300 },
    );
  });

  it('ends, whatever its URL says', () => {
    const scene = { ring: PHONES, here: PHONES, statuses: [], from: '+15035550199' };
    const directory = directoryOf({ ...scene, otherwise: undefined });
    fc.assert(
      fc.property(fc.oneof(fc.integer().map(String), fc.string()), (round) => {
        const result = { from: scene.from, status: 'busy', leg: 'incoming' } as const;
        let [now, rung] = [readQuery('dialResult', { round }).round, 0];
        for (; rung < 5; rung += 1) {
          const decision = routeDialResult(
            readCall({ ...result, environment: 'prod', called: HALL, round: now }),
            directory,
          );
          if (decision.kind !== 'ring') break;
          for (const phone of decision.extensions) expect(PHONES).toContain(phone);
          now = decision.round;
        }
        expect(rung).toBeLessThan(3);
      }),
    );
  });
});
