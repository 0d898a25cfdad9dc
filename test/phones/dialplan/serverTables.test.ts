/** The server's other tables, dialled on each family: the example's test plan, and what is dialled. */
import { readParty } from '../../../src/runtime/calls';
import { readTestPlan } from '../../../src/simulate/testPlan';
import { dialPlanFor } from '../../../src/phones/dialplan/plan';
import { bareEmergencyNumbers } from '../../../src/phones/dialplan/emergency';
import { extension, SITES } from '../../fixtures/directory';
import { readTable, readUri } from '../../runtime/calls/tables';
import { exception } from './arbitraries';
import { dial, EXAMPLE, FAMILIES, planIn } from './phones';

const KEYS = /^[0-9*#]+$/;

const PLAN = readTestPlan('examples/payphones/test-plan.csv', new Date('2026-11-21T12:00-08:00'))
  .filter(({ question }) => question.direction === 'outgoing')
  .map(({ question: { from = '', to = '' }, expected }) => ({
    username: readParty(from)?.user ?? '',
    typed: readParty(to)?.user ?? '',
    expected,
  }))
  .filter(({ username, typed }) => EXAMPLE.extensions.has(username) && KEYS.test(typed));

describe.each(FAMILIES)('On a phone of the family %s, of the example', (family) => {
  const accepted = PLAN.filter(({ expected }) => !expected.startsWith('refuse'));
  const possible = accepted.filter(({ typed }) => exception(typed, EXAMPLE) === undefined);

  it('nearly all that the server takes can be dialled', () => {
    expect(possible.length).toBeGreaterThan(40);
    const not = accepted.filter((row) => !possible.includes(row)).map(({ typed }) => typed);
    expect(not).toEqual(['525512345678', '503911']);
  });

  it.each(possible)('$username dials $typed: $expected', ({ username, typed, expected }) => {
    const outcome = dial(family, planIn(EXAMPLE, username), typed);
    expect(outcome).toMatchObject({ kind: 'sent', digits: typed });
    const atOnce = expected.startsWith('emergency') && family !== 'grandstream';
    expect(outcome.afterMs).toBeLessThanOrEqual(atOnce ? 0 : 4000);
  });

  const refused = PLAN.filter(({ expected }) => expected === 'refuse emergency-not-allowed');
  it.each(refused)('$username may not dial $typed', ({ username, typed }) => {
    const { kind } = dial(family, planIn(EXAMPLE, username), typed);
    expect(['denied', 'impossible']).toContain(kind);
  });
});

/** By the name of its site; of a class that may call most countries. */
const DIALLED = readTable<'note' | 'to' | 'site' | 'kind' | 'value'>('dialled')
  .map(({ to, site, kind, note }) => ({
    typed: readParty(readUri(to))?.user ?? '',
    site,
    kind,
    note,
  }))
  .filter(({ typed, kind, site }) => KEYS.test(typed) && kind !== 'invalid' && SITES[site])
  // The server knows no feature code yet; those of other forms the phone refuses by itself.
  .filter(({ typed, kind }) => kind !== 'featureCode' || /^\*(\d\d)?$/.test(typed));

/** A phone of each site that may call 911, and one that may not. */
const PHONES = new Map(
  Object.entries(SITES).flatMap(([site, directory]) =>
    [true, false].map((emergency) => {
      const phone = extension('globe', { class: 'world', emergency, number: '+15035550199' });
      return [`${site} ${emergency}`, { directory, plan: dialPlanFor(phone, directory) }] as const;
    }),
  ),
);

function phoneIn(site: string, emergency: boolean) {
  return PHONES.get(`${site} ${emergency}`)!;
}

function isInsisted(typed: string): boolean {
  return (
    !/^\d+$/.test(typed) || /^(\d{3,})\1+$|(\d)\2\2?$/.test(typed.replace(/^(911|999|112)$/, ''))
  );
}

describe.each(FAMILIES)('On a phone of the family %s', (family) => {
  it.each(DIALLED)('$typed is dialled as $kind in "$site" ($note)', ({ typed, site, kind }) => {
    const { directory, plan } = phoneIn(site, true);
    if (exception(typed, directory) !== undefined) return;
    const outcome = dial(family, plan, typed);
    expect(outcome).toMatchObject({ kind: 'sent', digits: typed });
    const atOnce = kind === 'emergency' && family !== 'grandstream';
    expect(outcome.afterMs).toBeLessThanOrEqual(atOnce ? 0 : 4000);
  });

  // With more around it the server may be asked: it refuses in words.
  const emergencies = DIALLED.filter(
    ({ kind, typed }) => kind === 'emergency' && !isInsisted(typed),
  );
  it.each(emergencies)('$typed in "$site" is not let through ($note)', ({ typed, site }) => {
    const { directory, plan } = phoneIn(site, false);
    const { kind } = dial(family, plan, typed);
    const bare = bareEmergencyNumbers(directory.site).includes(typed);
    // An open plan cannot leave out what other numbers begin with; docs/dial-plans.md says so.
    if (bare || ['', '503', 'CA'].includes(site)) expect(kind).not.toBe('sent');
  });
});

it('The tables have enough of each', () => {
  const of = (kind: string) => DIALLED.filter((row) => row.kind === kind).length;
  expect(of('emergency')).toBeGreaterThan(15);
  expect(of('e164')).toBeGreaterThan(40);
  expect(new Set(DIALLED.map(({ site }) => site))).toEqual(new Set(Object.keys(SITES)));
});
