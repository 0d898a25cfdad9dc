/** The whole table of outgoing calls, dialled on each family of phones. */
import { readParty } from '../../../src/runtime/calls';
import { directory } from '../../fixtures/directory';
import { readTable, readUri } from '../../runtime/calls/tables';
import { dial, FAMILIES, planIn } from './phones';

type Column = 'note' | 'from' | 'to' | 'environment' | 'extra' | 'kind' | 'detail';

/** Phones that the directory knows, and what their keys can dial. */
const ROWS = readTable<Column>('outgoing')
  .map((row) => ({
    ...row,
    username: readParty(readUri(row.from))?.user ?? '',
    typed: readParty(readUri(row.to))?.user ?? '',
  }))
  .filter(({ username, extra }) => directory.extensions.has(username) && !/directory/.test(extra))
  // Somebody else's keys: From says another phone than the one that dials.
  .filter(({ extra }) => !/sipUsername=/i.test(extra))
  .filter(({ typed }) => /^[0-9*#]+$/.test(typed));

/** What the server takes and no telephone can dial, as docs/dial-plans.md says. */
const NOT_FROM_KEYS = ['with an area code', 'Mexico', '976 exchange in Mexico is nothing special'];

/** A Polycom with as much as this in its plan has no room for them: what is pressed around 911 comes first. */
const NOT_FROM_A_POLYCOM = ["Mexico's old mobile prefix"];

const ACCEPTED = ROWS.filter(({ kind }) => kind !== 'refuse');
const REFUSED_HELP = ROWS.filter(({ detail }) => detail === 'emergency-not-allowed');

it('The table has rows of every kind for phones to dial', () => {
  expect(ACCEPTED.length).toBeGreaterThan(80);
  expect(REFUSED_HELP.length).toBeGreaterThan(4);
  expect(ACCEPTED.filter(({ note }) => NOT_FROM_KEYS.includes(note))).toHaveLength(3);
});

describe.each(FAMILIES)('On a phone of the family %s', (family) => {
  const never = [...NOT_FROM_KEYS, ...(family === 'polycom' ? NOT_FROM_A_POLYCOM : [])];
  const possible = ACCEPTED.filter(({ note }) => !never.includes(note));

  it.each(possible)(
    '$username dials $typed: $kind $detail ($note)',
    ({ username, typed, kind }) => {
      // Act
      const outcome = dial(family, planIn(directory, username), typed);

      // Assess
      expect(outcome).toMatchObject({ kind: 'sent', digits: typed });
      const atOnce = kind === 'emergency' && family !== 'grandstream';
      expect(outcome.afterMs).toBeLessThanOrEqual(atOnce ? 0 : 4000);
    },
  );

  it.each(REFUSED_HELP)('$username may not dial $typed ($note)', ({ username, typed }) => {
    const outcome = dial(family, planIn(directory, username), typed);
    // A long plan of a Polycom leaves longer forms such as 9911 unfinished.
    const unfinished = family === 'polycom' && typed.length > 3 ? ['incomplete'] : [];
    expect(['denied', 'impossible', ...unfinished]).toContain(outcome.kind);
  });
});
