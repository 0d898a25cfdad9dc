/** Walks through menus, and the plan of them all. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkedProject } from '../../src/config/checkedProject';
import { UserError } from '../../src/diagnostics/errors';
import { readKeys, takeKeys } from '../../src/simulate/keys';
import { enumerateCalls } from '../../src/simulate/enumerateCalls';
import { summaryOf } from '../../src/simulate/summary';
import { readTestPlan, runTestPlan } from '../../src/simulate/testPlan';
import { testPlanCsv } from '../../src/cli/commands/test-plan/csv';
import { keysText } from '../../src/cli/commands/explain/keysText';
import { simulateKeys } from '../../src/simulate/simulateKeys';
import { writeText } from '../../src/cli/terminal/writeText';
import { dialtone } from '../cli/commandLine';

const project = checkedProject('examples/payphones');
const at = new Date('2026-11-21T22:00-08:00');
const from = {
  direction: 'outgoing',
  from: '+15035550124',
  to: '#',
  environment: 'prod',
  at,
} as const;
const outside = {
  direction: 'incoming',
  from: '+15035550188',
  to: '+15035550100',
  environment: 'prod',
  at,
} as const;

const folder = mkdtempSync(path.join(tmpdir(), 'dialtone-walk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('Keys of a walk', () => {
  it.each([
    ['1,2,*,#,911', ['1', '2', '*', '#', '9', '1', '1']],
    ['9,,1', ['9', 'wait', '1']],
    ['9 wait 11', ['9', 'wait', '1', '1']],
    ['', []],
  ])('reads %p', (text, keys) => expect(readKeys(text)).toEqual(keys));

  it('refuses what is no key', () => expect(() => readKeys('1,x')).toThrow(UserError));

  it('takes as many as a Gather does, and no more after a silence', () => {
    expect(takeKeys(['1', '2', '3'], 2)).toEqual({ digits: '12', rest: ['3'] });
    expect(takeKeys(['1', 'wait', '3'], 2)).toEqual({ digits: '1', rest: ['3'] });
    expect(takeKeys(['wait', '3'], 1)).toEqual({ digits: '', rest: ['3'] });
    expect(takeKeys(['1', '2'])).toEqual({ digits: '12', rest: [] });
  });
});

describe('A walk', () => {
  const ends = (question: typeof from | typeof outside, keys: string) =>
    simulateKeys(question, readKeys(keys), project).steps.map(({ decision }) =>
      summaryOf(decision),
    );

  it.each([
    [from, '2,#', ['menu main', 'menu services', 'menu main']],
    [from, '911', ['menu main', 'menu main', 'emergency 911']],
    [from, '933', ['menu main', 'menu main', 'emergency 933']],
    [from, '911,#', ['menu main', 'menu main', 'emergency 911']],
    [from, '911,wait', ['menu main', 'menu main', 'emergency 911']],
    [from, '1,933', ['menu main', 'dialTone', 'emergency 933']],
    [outside, '911', ['menu house', 'menu house', 'refuse emergency-outside']],
  ] as const)('%# goes where the functions go', (question, keys, summaries) => {
    expect(ends(question, keys)).toEqual(summaries);
  });

  it('makes one request a step, and carries the language in it', () => {
    const { steps } = simulateKeys(from, readKeys('*,2'), project);
    expect(steps.map(({ request }) => request)).toEqual([
      '/sip-outgoing',
      '/menu?menu=main&lang=en&round=1',
      '/menu?menu=main&lang=es&round=1',
    ]);
    expect(steps.at(-1)?.twiml).toContain('oprima');
  });

  it('says which keys nobody hears any more', () => {
    expect(simulateKeys(from, readKeys('0,5,5'), project).unheard).toEqual(['5', '5']);
  });
});

describe('A transcript', () => {
  it('shows a recording of our own sentences as it shows those of menus', () => {
    const { site } = project.directory;
    const sentences = {
      pleaseHold: { en: '/sounds/en/hold.wav' },
      dialing911: { en: '/sounds/en/dialing.wav' },
    };
    const recorded = {
      ...project,
      directory: { ...project.directory, site: { ...site, sentences } },
    };
    const transcript = (keys: string) =>
      keysText(from, simulateKeys(from, readKeys(keys), recorded), false);
    expect(transcript('0')).toContain('\n        /sounds/en/hold.wav\n');
    expect(transcript('911')).toContain('\n        /sounds/en/dialing.wav\n');
  });
});

describe('The plan of all paths', () => {
  const paths = enumerateCalls(project, at);
  const file = path.join(folder, 'plan.csv');
  writeText(file, testPlanCsv(paths));

  it('comes out as it was written', () => {
    const results = runTestPlan(readTestPlan(file, new Date(0)), project);
    expect(results).toHaveLength(paths.length);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('reaches every menu, in every language, from a phone', () => {
    const reached = new Set<string>();
    for (const { question, keys } of paths) {
      for (const { decision } of simulateKeys(question, keys, project).steps) {
        if (decision.kind === 'gather' && decision.position.at === 'menu') {
          reached.add(`${decision.position.menu} ${decision.position.language}`);
        }
      }
    }
    // Menus without keys that lead to others are heard, but nobody stays in them.
    const withKeys = [...project.directory.menus.values()].filter(
      ({ keys }) => Object.keys(keys).length > 0,
    );
    const desired = withKeys.flatMap(({ name }) => [`${name} en`, `${name} es`]);
    expect(desired.filter((place) => !reached.has(place))).toEqual([]);
  });

  it('has nobody dial 911 by hand, and 933 tried', () => {
    const byHand = paths.filter((each) => each.byHand);
    expect(byHand.filter(({ keys, expected }) => /911/.test(keys.join('') + expected))).toEqual([]);
    expect(byHand.some(({ expected }) => expected === 'emergency 933')).toBe(true);
    const dialled911 = paths.filter(({ keys }) => keys.join('').includes('911'));
    expect(dialled911.length).toBeGreaterThan(20);
    expect(
      dialled911.filter(
        ({ expected }) =>
          !/^(emergency 911|refuse emergency-(not-allowed|outside))$/.test(expected),
      ),
    ).toEqual([]);
  });

  it('fails where a menu leads elsewhere than the plan says', () => {
    const [first] = readTestPlan(file, at);
    if (!first) throw new Error('empty');
    const [wrong] = runTestPlan([{ ...first, expected: 'menu nowhere' }], project);
    expect(wrong?.passed).toBe(false);
  });

  it('is written and run by the command line', async () => {
    const out = path.join(folder, 'cli.csv');
    const wrote = await dialtone(['test-plan', '--out', out, '--at', '2026-11-21T22:00-08:00']);
    expect(wrote).toMatchObject({ code: 0, stdout: `Wrote ${paths.length} calls to ${out}.\n` });
    const ran = await dialtone(['explain', '--file', out]);
    expect([ran.code, ran.stdout.includes('FAIL')]).toEqual([0, false]);
  });
});

describe('dialtone explain --keys', () => {
  it('prints every step', async () => {
    const { code, stdout } = await dialtone([
      'explain',
      '--from',
      '+15035550124',
      '--keys',
      '2,wait',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\+15035550124 dials #\n/);
    expect(stdout).toContain('POST /menu?menu=main&lang=en&round=1');
    expect(stdout).toMatch(/\nwait +menu services/);
    expect(stdout).toMatch(/3 requests, \d+ sounds\./);
  });

  it('counts one as one', async () => {
    const args = ['explain', '--from', '+15035550124', '--keys'];
    expect((await dialtone([...args, ''])).stdout).toMatch(/\n1 request, 3 sounds\.\n$/);
    expect((await dialtone([...args, '3'])).stdout).toMatch(/ {2}1 sound, \d+ bytes/);
  });

  it('exits 64 without a phone, 1 for what is no key', async () => {
    expect((await dialtone(['explain', '--keys', '1'])).code).toBe(64);
    expect((await dialtone(['explain', '--from', 'hall', '--keys', 'x'])).code).toBe(1);
  });
});
