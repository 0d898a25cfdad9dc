/** `dialtone doctor` as an operator runs it, what it prints, and the page about it. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { placing } from '../../tools/rehearse/placing';
import { CATALOGUE, type Check } from '../../src/twilio/doctor';
import { functionsIn } from '../../src/cli/commands/doctor/diagnose';
import { doctorText } from '../../src/cli/commands/doctor/text';
import { FILES, OWNED } from '../twilio/doctor/directory';
import { openCountries, ownNumber, seedAlert, seedDeployment } from '../twilio/doctor/seed';
import { openAccount, type OperatorAccount } from '../support/operatorAccount';

const STAGE = ['--environment', 'stage'];

describe('the command doctor', () => {
  let standIn: OperatorAccount['standIn'];
  let project: OperatorAccount['project'];
  let close: OperatorAccount['close'];
  const outputs: string[] = [];

  beforeAll(async () => {
    ({ standIn, project, close } = await openAccount());
  });
  afterAll(async () => {
    const secrets = [standIn.authToken, project.read('directory/.keys/stage.key').trim()];
    await close();
    for (const secret of secrets) expect(outputs.join()).not.toContain(secret);
    expect(standIn.violations).toEqual([]);
  });

  async function dialtone(...args: readonly string[]) {
    const ended = await project.dialtone(args);
    outputs.push(ended.output);
    return ended;
  }

  it('has nothing to compare without a directory, and refuses the example', async () => {
    const none = await dialtone('doctor', ...STAGE);
    expect(none).toMatchObject({ code: 1, output: expect.stringContaining('cp -r') as string });
    const example = await dialtone('doctor', ...STAGE, '-d', 'examples/payphones');
    expect(example.code).toBe(1);
    expect(example.output).toContain('its numbers are fictional');
    expect(standIn.ledger).toEqual([]);
  });

  it.each([['0'], ['1.5'], ['721'], ['a day']])('does not take --since %s', async (since) => {
    expect((await dialtone('doctor', ...STAGE, '--since', since)).code).toBe(64);
  });

  it('ends with 1 on an empty account, and says what to run', async () => {
    mkdirSync(project.path('directory'));
    for (const [name, text] of Object.entries(FILES)) project.write(`directory/${name}`, text);
    const { code, output } = await dialtone('doctor', ...STAGE);
    expect(code).toBe(1);
    expect(output).toContain('✗ nothing is deployed to stage');
    expect(output).toContain('./dialtone deploy --environment stage');
    expect(output).toContain('numbers buy +15035550130');
    expect(output).toMatch(/^stage: \d+ checks, \d+ wrong/m);
    // eslint-disable-next-line no-control-regex -- a pipe has no colours
    expect(output).not.toMatch(/\u001b/);
    expect(standIn.ledger.filter(({ write }) => write)).toEqual([]);
  });

  it('ends with 0 when all is well: what is served is this directory', async () => {
    await dialtone('key', 'new', ...STAGE);
    project.write('directory/.keys/stage.copied', '');
    await dialtone('build');
    const { stamp } = JSON.parse(project.read('dist/assets/build.json')) as { stamp: string };
    const { dependencies } = JSON.parse(project.read('package.json')) as {
      dependencies: Record<string, string>;
    };
    const functions = functionsIn(path.join(project.folder, 'dist/functions'));
    seedDeployment(standIn, 'stage', { stamp, dependencies, functions });
    for (const number of OWNED) ownNumber(standIn, number);
    openCountries(standIn, ['US', 'MX']);
    standIn.state.serverless.running = placing;
    // The deployment is planted, and does not say what it was made of.
    const applied = await dialtone('apply', ...STAGE, '--yes', '--replace-newer');
    expect(applied.code).toBe(0);
    const before = project.read('dist/assets/build.json');

    const { code, output } = await dialtone('doctor', ...STAGE, '--all');
    expect(output).toContain(`✓ the deployed build is that of this directory: ${stamp}`);
    expect(output).toMatch(/^stage: \d+ checks, everything is fine$/m);
    expect(code).toBe(0);
    expect(project.read('dist/assets/build.json')).toBe(before);
  });

  it('ends with 0 for a warning, and with 1 for an error', async () => {
    seedAlert(standIn, {
      code: '32009',
      at: new Date().toISOString(),
      to: 'sip:clinton@direct-example-stage.sip.twilio.com',
    });
    const warned = await dialtone('doctor', ...STAGE);
    expect(warned.output).toContain('! clinton is not registered');
    expect(warned.output).toMatch(/^stage: \d+ checks, 1 warning$/m);
    expect(warned.code).toBe(0);

    standIn.state.api.domains[0]!.sipRegistration = false;
    const wrong = await dialtone('doctor', ...STAGE);
    expect(wrong.output).toMatch(/^stage: \d+ checks, 1 wrong, 1 warning$/m);
    expect(wrong.code).toBe(1);
  });

  it('sees a change of the directory that was not deployed', async () => {
    project.edit('directory/extensions.yaml', (text) => text.replace('SE Clinton', 'NE Clinton'));
    const { output } = await dialtone('doctor', ...STAGE);
    expect(output).toMatch(/✗ build \w{16} is served, but this directory and code make \w{16}/);
  });

  it('prints the same for scripts', async () => {
    const { code, output } = await dialtone('doctor', ...STAGE, '--json');
    expect(code).toBe(1);
    const diagnosis = JSON.parse(output) as { checks: Check[] };
    expect(Object.keys(diagnosis)).toEqual(['environment', 'checks', 'wrong', 'warnings']);
    expect(diagnosis).toMatchObject({ environment: 'stage', wrong: 2, warnings: 1 });
    expect(diagnosis.checks.find(({ name }) => name === 'domain.registration')).toEqual({
      name: 'domain.registration',
      status: 'wrong',
      message: 'registration is off: no phone can register, so none rings (32210)',
      fix: './dialtone apply --environment stage',
    });
  });
});

const APPLY = './dialtone apply --environment stage';

describe('a diagnosis', () => {
  const check = (one: Partial<Check>): Check => ({
    name: 'domain.exists',
    status: 'ok',
    message: 'it is there',
    ...one,
  });
  const textOf = (...checks: Check[]) =>
    doctorText({
      environment: 'stage',
      checks,
      wrong: checks.filter(({ status }) => status === 'wrong').length,
      warnings: checks.filter(({ status }) => status === 'warning').length,
    });

  it('is grouped by topic, with what to run below each error', () => {
    const text = textOf(
      check({}),
      check({ name: 'domain.secure', status: 'wrong', message: 'it is not', fix: APPLY }),
      check({ name: 'numbers.owned', status: 'warning', message: 'perhaps', fix: 'look' }),
      check({ name: 'numbers.voice-url', status: 'wrong', message: 'nor this', fix: APPLY }),
    );
    expect(text).toBe(
      [
        'domain',
        '  ✗ it is not  domain.secure',
        '      ./dialtone apply --environment stage',
        '',
        'numbers',
        '  ! perhaps  numbers.owned',
        '      look',
        '  ✗ nor this  numbers.voice-url',
        '      ./dialtone apply --environment stage',
        '',
        'stage: 4 checks, 2 wrong, 1 warning',
        '',
        'To run:',
        '  ./dialtone apply --environment stage',
      ].join('\n'),
    );
  });

  it('shows what is fine only when asked', () => {
    expect(textOf(check({}))).toBe('stage: 1 check, everything is fine');
    const all = { environment: 'stage', checks: [check({})], wrong: 0, warnings: 0 } as const;
    expect(doctorText(all, undefined, { all: true })).toContain('  ✓ it is there  domain.exists');
  });

  it('gives one reason once, for whatever could not be looked at', () => {
    const refused = { status: 'unknown', message: 'may not be read', fix: 'ask' } as const;
    const text = textOf(
      check({ name: 'permissions.wider', ...refused }),
      check({ name: 'permissions.narrower', ...refused }),
    );
    expect(text).toContain('? may not be read  permissions.wider\n      ask');
    expect(text).toContain('? the same  permissions.narrower\n');
    expect(text).toContain('stage: 2 checks, 2 not checked');
  });

  it('counts what is too much to list', () => {
    const missing = { name: 'credentials.missing', status: 'wrong', fix: 'apply' } as const;
    const text = textOf(
      ...Array.from({ length: 1_000 }, (_, n) => check({ ...missing, message: `phone${n}` })),
    );
    expect(text.split('\n').filter((line) => line.includes('✗'))).toHaveLength(5);
    expect(text).toContain('… and 995 more: wrong credentials.missing (--json has all)');
    expect(text).toContain('stage: 1000 checks, 1000 wrong');
  });
});

describe('docs/doctor.md', () => {
  it('lists the checks that there are, in their order, with what each looks at', () => {
    const page = readFileSync('docs/doctor.md', 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z.-]+)` +\| (.*?) *\|/gm)].map(([, name, what]) => [
      name,
      what,
    ]);
    expect(rows).toEqual(Object.entries(CATALOGUE).map(([name, what]) => [name, what]));
  });
});
