/** What a sheet tells to try is what the routing will do. */
import fc from 'fast-check';
import { routeOutgoing } from '../../../src/calls';
import { type Answers, answersFor } from '../../../src/phones/sheet/answers';
import { someDirectory } from '../../calls/arbitraries';
import { sipUri } from '../../fixtures/twilio';
import { EXAMPLE } from '../dialplan/phones';

const NOW = new Date('2026-11-20T12:00-08:00');
const answersIn = (directory: typeof EXAMPLE, username: string): Answers =>
  answersFor({
    username,
    environment: 'prod',
    directory,
    testNumber: '933',
    tryExtension: '101',
    now: NOW,
  });

it.each<[string, Answers['zero'], Answers['hash'], boolean, boolean]>([
  // Its menu is a PBX's: what 9-3-3 does there nobody here knows.
  ['+15035550123', 'other', 'other', true, false],
  ['+15035550124', 'operator', 'menu', true, true],
  ['+13135550150', 'operator', 'menu', true, true],
  ['clinton', 'other', 'other', false, false],
  ['detroit', 'other', 'refused', false, false],
])(
  '%s: 0 is %s, # is %s, 933 is placed when dialled: %s, when pressed: %s',
  (username, zero, hash, dialled, keys) => {
    expect(answersIn(EXAMPLE, username)).toMatchObject({ zero, hash, test: { dialled, keys } });
  },
);

it('Nothing is told that the routing refuses, whatever the directory', () => {
  fc.assert(
    fc.property(someDirectory, (directory) => {
      for (const username of directory.extensions.keys()) {
        const answers = answersIn(directory, username);
        const asked = { zero: '0', hash: '#', extension: '101' } as const;
        for (const [name, to] of Object.entries(asked)) {
          const call = {
            environment: 'prod',
            from: sipUri(encodeURIComponent(username)),
            to: sipUri(encodeURIComponent(to)),
          } as const;
          const { kind } = routeOutgoing(call, directory, NOW);
          const told = answers[name as keyof typeof asked];
          expect([name, told === 'refused']).toEqual([
            name,
            kind === 'refuse' || kind === 'hangUp',
          ]);
        }
      }
    }),
    { numRuns: 100 },
  );
});
