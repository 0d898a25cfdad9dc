import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UserError } from '../../src/diagnostics/errors';
import { readTestPlan } from '../../src/simulate/testPlan';
import { dialtone, type Ended } from '../cli/commandLine';

const EXAMPLE_PLAN = 'examples/payphones/test-plan.csv';
const folder = mkdtempSync(path.join(tmpdir(), 'dialtone-plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let plans = 0;
function planFile(...lines: string[]): string {
  const file = path.join(folder, `plan-${(plans += 1)}.csv`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

describe("The example's test plan", () => {
  let ended: Ended;
  beforeAll(async () => {
    ended = await dialtone(['explain', '--file', EXAMPLE_PLAN]);
  });

  it('comes out as expected in every row', () => {
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).not.toContain('FAIL');
    expect(ended.stdout).toMatch(/\n\d+ as expected, 0 not\n$/);
  });

  it('is long enough to be worth something', () => {
    expect(readTestPlan(EXAMPLE_PLAN, new Date()).length).toBeGreaterThanOrEqual(80);
  });
});

describe('A plan with a wrong expectation', () => {
  const file = planFile(
    'from,to,expect,note',
    '// the second call is wrong, and the third expects more than rings',
    'clinton,5035550199,connect,',
    'clinton,911,emergency 911,see https://example.org',
    '+15035550123,5035550130,ring clinton,',
  );

  it('exits 1 and says which line, what was expected and what would happen', async () => {
    const { code, stdout } = await dialtone(['explain', '--file', file]);
    expect(code).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
     "ok      3 clinton → 5035550199                         connect +15035550199
     FAIL    4 clinton → 911                                refuse emergency-not-allowed, expected emergency 911 (see https://example.org)
     FAIL    5 +15035550123 → 5035550130                    ring clinton belmont, expected ring clinton

     1 as expected, 2 not
     "
    `);
  });

  it('says so for scripts', async () => {
    const at = '2026-11-21T22:00-08:00';
    const { code, stdout } = await dialtone(['explain', '--file', file, '--at', at, '--json']);
    expect(code).toBe(1);
    const results = JSON.parse(stdout) as unknown[];
    expect(results).toHaveLength(3);
    expect(results[1]).toEqual({
      line: 4,
      question: {
        direction: 'outgoing',
        from: 'clinton',
        to: '911',
        environment: 'prod',
        at: '2026-11-22T06:00:00.000Z',
      },
      expected: 'emergency 911',
      note: 'see https://example.org',
      actual: 'refuse emergency-not-allowed',
      passed: false,
    });
  });
});

describe('A plan that cannot be read', () => {
  it('exits 1 with every error, its line and its fix', async () => {
    const file = planFile(
      'direction,from,to,environment,at,expect,note',
      'outgoing,clinton,911,staging,,refuse,',
      '// a comment counts as a line',
      'outgoing,clinton,911,,2026-11-21T22:00,refuse,no offset',
      'out,clinton,911,,,refused,',
      'outgoing,clinton,911,,,,nothing expected',
      'outgoing,clinton,911,,,refuse,a note, with a comma',
    );
    const { code, stdout, stderr } = await dialtone(['explain', '--file', file]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.replaceAll(file, 'plan.csv')).toMatchInlineSnapshot(`
     "plan.csv
       plan.csv:2  environment  there is no environment \`staging\`
           fix: Did you mean \`stage\`?
       plan.csv:4  at  \`2026-11-21T22:00\` is not a time
           fix: Write it with its offset, such as 2026-11-21T22:00-08:00.
       plan.csv:5  expect  there is no decision \`refused\`
           fix: Did you mean \`refuse\`?
       plan.csv:5  direction  there is no direction \`out\`
           fix: Choose one. Known: outgoing, incoming.
       plan.csv:6  expect  is empty
           fix: Choose one. Known: connect, ring, emergency, answer, handOff, refuse, menu, dialTone, queue, record, hangUp.
       plan.csv:7  has 8 cells, but there are 7 columns
           fix: Write "…" around a cell that contains a comma.

     6 errors

     "
    `);
  });

  it('exits 1 when there is no such file', async () => {
    const { code, stdout, stderr } = await dialtone(['explain', '--file', 'nowhere.csv']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^nowhere\.csv cannot be read: .*\nName a file with --file\.\n$/);
  });

  function diagnosticsOf(...lines: string[]): string {
    const file = planFile(...lines);
    try {
      readTestPlan(file, new Date());
    } catch (error) {
      if (error instanceof UserError) return error.message.replaceAll(file, 'plan.csv');
      throw error;
    }
    throw new Error('has no error');
  }

  it.each([
    [
      'an unknown column',
      ['from,to,expect,environemnt', 'a,1,refuse,prod'],
      'plan.csv:1',
      'Did you mean `environment`?',
    ],
    [
      'a missing column',
      ['// calls', 'from,to', 'a,1'],
      'plan.csv:2',
      'expect  the column is missing',
    ],
    ['no calls', ['from,to,expect'], 'plan.csv', 'it contains no calls'],
    ['nothing at all', [''], 'plan.csv', 'the column is missing'],
    [
      'an environment like none',
      ['from,to,environment,expect', 'a,1,everywhere,refuse'],
      'plan.csv:2',
      'Choose one. Known: dev, stage, prod.',
    ],
    ['an open quote', ['from,to,expect', 'a,"1,refuse'], 'plan.csv:2', 'Quote'],
  ])('says what is wrong with %s', (_, lines, place, message) => {
    const diagnostics = diagnosticsOf(...lines);
    expect(diagnostics).toContain(place);
    expect(diagnostics).toContain(message);
  });
});
