/** tables/operator.csv: a call for the operator, step by step. */
import { readQuery } from '../../../../src/runtime/model/callbacks';
import { type Decision, readCall } from '../../../../src/runtime/calls';
import type { Effect } from '../../../../src/runtime/calls/effects';
import {
  askOperator,
  routeBridged,
  routeEnded,
  routeLeft,
  routeOffer,
  routeTaken,
  routeWait,
  type Search,
} from '../../../../src/runtime/calls/operator';
import type { Directory } from '../../../../src/runtime/model/directory';
import { directory as plain } from '../../../fixtures/directory';
import { phrase } from '../phrase';
import { readExtra, readTable } from '../tables';
import { CALL, caller, NOON, phone, withDesk } from './desk';

type Column = 'note' | 'step' | 'desk' | 'given' | 'kind' | 'detail' | 'effects';
type Given = Readonly<Record<string, string | undefined>>;

const DESKS: Readonly<Record<string, Directory | null>> = {
  '': withDesk(),
  none: plain,
  empty: withDesk({ volunteers: [] }),
  unreadable: null,
};
const ends = { call: CALL, ...phone('alder') };

const STEPS: Readonly<
  Record<string, (given: Given, directory: Directory | null) => Decision<Effect>>
> = {
  ask: ({ language }, directory) =>
    askOperator({
      call: { environment: 'prod', callSid: CALL },
      caller,
      directory: directory ?? plain,
      now: NOON,
      ...(language === 'es' && { language }),
    }),
  wait: ({ call = CALL, queueTime, since, search }, directory) => {
    const wait = {
      ...ends,
      call,
      queueTime,
      ...readQuery('operatorWait', { since }),
      search: search as Search,
    };
    return routeWait(readCall({ environment: 'prod', language: 'en', ...wait }), directory, NOON);
  },
  offer: ({ round, key, gone }, directory) => {
    const offer = {
      at: 'operatorOffer',
      call: CALL,
      line: 'phone.alder',
      caller: 'en',
      volunteer: 'robin',
      language: 'en',
      round: Number(round),
    } as const;
    return routeOffer(offer, key, gone === 'yes', directory);
  },
  taken: ({ leg }) => routeTaken({ call: CALL, leg }),
  bridged: ({ result, status }) => routeBridged({ result, status }),
  ended: ({ leg, status }) => routeEnded({ call: CALL, leg, status }),
  left: ({ result }, directory) =>
    routeLeft(
      readCall({ ...ends, queue: `QU${'0'.repeat(32)}`, language: 'en', result }),
      directory,
    ),
};

function phraseEffect(effect: Effect): string {
  return effect.kind === 'cancelLegs' && effect.tell ? 'cancelLegs and tell' : effect.kind;
}

describe('A call for the operator', () => {
  it.each(readTable<Column>('operator'))('$step: $note', (row) => {
    const answer = STEPS[row.step]!(readExtra(row.given), DESKS[row.desk]!);
    const { effects = [], ...decision } = answer;

    expect({
      kind: decision.kind,
      detail: phrase(decision as Decision).trim(),
      effects: effects.map(phraseEffect).join(' '),
    }).toEqual({ kind: row.kind, detail: row.detail, effects: row.effects });
  });
});
