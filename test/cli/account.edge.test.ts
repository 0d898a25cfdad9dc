/** plan, apply, numbers, password, rotate and key as an operator runs them, against the stand-in over TLS. */
import { existsSync, statSync } from 'node:fs';
import { openAccount, type OperatorAccount } from '../support/operatorAccount';
import { OperatorProject } from '../../tools/rehearse/operatorProject';

const STAGE = ['--environment', 'stage'];

describe('the account commands', () => {
  let standIn: OperatorAccount['standIn'];
  let wire: OperatorAccount['wire'];
  let project: OperatorAccount['project'];
  let close: OperatorAccount['close'];

  beforeAll(async () => {
    ({ standIn, wire, project, close } = await openAccount());
  });
  afterAll(async () => {
    await close();
    expect(standIn.violations).toEqual([]);
  });

  it('refuse to compare Twilio with nothing, or with the example', async () => {
    const none = await project.dialtone(['plan', ...STAGE]);
    expect(none.code).toBe(1);
    expect(none.output).toContain('cp -r examples/payphones directory');
    for (const name of ['plan', 'apply']) {
      const example = await project.dialtone([name, ...STAGE, '-d', 'examples/payphones']);
      expect(example.code).toBe(1);
      expect(example.output).toContain('its numbers are fictional');
    }
    expect(standIn.ledger).toEqual([]);
  });

  it('plan: says what would change, and with which exit code', async () => {
    project.copyExample();
    const { code, output } = await project.dialtone(['plan', ...STAGE, '--detailed-exitcode']);
    expect(output).toContain('+ SIP domain direct-rehearsal-stage.sip.twilio.com');
    expect(output).toMatch(/\+ \d+ credentials {2}the directory has this extension\n.*\bdemo\b/);
    expect(output).toContain('nothing is deployed yet');
    expect(output).toContain('key new --environment stage');
    expect(code).toBe(2);
    expect(standIn.ledger.filter(({ write }) => write)).toEqual([]);
  });

  it('plan --json: the same for scripts', async () => {
    const { output } = await project.dialtone(['plan', ...STAGE, '--json']);
    const plan = JSON.parse(output) as { environment: string; hash: string; changes: unknown[] };
    expect(plan).toMatchObject({
      environment: 'stage',
      hash: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
    });
    expect(plan.changes.length).toBeGreaterThan(10);
  });

  it('key new: writes it for its owner alone, and only once', async () => {
    const { code, output } = await project.dialtone(['key', 'new', ...STAGE]);
    expect(code).toBe(0);
    expect(statSync(project.path('directory/.keys/stage.key')).mode & 0o777).toBe(0o600);
    expect(output).not.toContain(project.read('directory/.keys/stage.key').trim());
    expect((await project.dialtone(['key', 'new', ...STAGE])).code).toBe(1);
  });

  it('apply: writes nothing where nobody can be asked, or when the plan has moved', async () => {
    const unasked = await project.dialtone(['apply', ...STAGE]);
    expect(unasked).toMatchObject({ code: 1, output: expect.stringContaining('--yes') as string });
    const moved = await project.dialtone(['apply', ...STAGE, '--yes', '--expect', '000000000000']);
    expect(moved).toMatchObject({
      code: 1,
      output: expect.stringContaining('has changed') as string,
    });
    expect(standIn.ledger.filter(({ write }) => write)).toEqual([]);
  });

  it('apply: does it, and then there is nothing to do', async () => {
    const { code, output } = await project.dialtone(['apply', ...STAGE, '--yes', '--wait', '0']);
    expect(output).toContain('written to stage');
    expect(code).toBe(0);
    const again = await project.dialtone(['plan', ...STAGE, '--detailed-exitcode']);
    expect(again.output).toContain('Twilio matches the directory');
    expect(again.code).toBe(0);
  });

  it('apply: leaves an audit line for each write, and what it applied', () => {
    // What it notes in Sync goes with the credential that it is about.
    const written = standIn.ledger.filter(({ write, host }) => write && host !== 'sync.twilio.com');
    const writes = written.length;
    const lines = project.read('directory/audit.jsonl').trim().split('\n');
    expect(lines).toHaveLength(writes);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      who: 'example operator',
      environment: 'stage',
      action: 'create',
    });
    expect(existsSync(project.path('directory/applied/stage.json'))).toBe(true);
  });

  it('password: not into a file or a log, unless asked to', async () => {
    expect((await project.dialtone(['password', 'demo', ...STAGE])).code).toBe(1);
    const { output } = await project.dialtone(['password', 'demo', ...STAGE, '--pipe']);
    expect(output.trim()).toMatch(/^[A-Za-z0-9]{20}$/);
    const list = 'direct-rehearsal-stage';
    expect(standIn.passwordMatches(list, 'demo', output.trim())).toBe(true);
    const unknown = await project.dialtone(['password', 'nobody', ...STAGE, '--pipe']);
    expect(unknown.output).toContain('no extension nobody in stage');
  });

  it('rotate: raises the generation; plan sees it, apply sets the new password', async () => {
    const before = await project.dialtone(['password', 'demo', ...STAGE, '--pipe']);
    expect((await project.dialtone(['rotate', 'demo'])).output).toContain('1 → 2');
    const plan = await project.dialtone(['plan', ...STAGE]);
    expect(plan.output).toContain('password generation: 1 → 2');
    expect((await project.dialtone(['apply', ...STAGE, '--yes'])).code).toBe(0);
    const after = await project.dialtone(['password', 'demo', ...STAGE, '--pipe']);
    expect(after.output).not.toBe(before.output);
    const list = 'direct-rehearsal-stage';
    expect(standIn.passwordMatches(list, 'demo', after.output.trim())).toBe(true);
    expect(standIn.passwordMatches(list, 'demo', before.output.trim())).toBe(false);
  });

  it('refuse to run with the key in a file that a deployment uploads', async () => {
    project.write('directory/.env.stage', `INNOCENT=${project.read('directory/.keys/stage.key')}`);
    const { code, output } = await project.dialtone(['plan', ...STAGE]);
    expect(code).toBe(1);
    expect(output).toContain('as INNOCENT');
    expect(output).not.toContain(project.read('directory/.keys/stage.key').trim());
    project.write('directory/.env.stage', '');
  });

  it('say which account is asked for, and that it is the wrong one', async () => {
    const unknownLogin = new OperatorProject({ ...wire.env('hook') });
    unknownLogin.copyExample();
    const unknown = await unknownLogin.dialtone(['plan', ...STAGE]);
    expect(unknown).toMatchObject({
      code: 1,
      output: expect.stringContaining('Which Twilio account?') as string,
    });
    unknownLogin.write(
      '.env.stage',
      `ACCOUNT_SID=${standIn.accountSid}\nAUTH_TOKEN=not-the-token\n`,
    );
    const wrong = await unknownLogin.dialtone(['plan', ...STAGE]);
    expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('20003') as string });
    expect(wrong.output).not.toContain('not-the-token');
    expect(wrong.output).not.toContain('    at ');
    unknownLogin.remove();
  });

  it('numbers: searches, buys once, and does not buy what is not for sale', async () => {
    const found = await project.dialtone([
      'numbers',
      'search',
      ...STAGE,
      '--area-code',
      '503',
      '--json',
    ]);
    const [first] = JSON.parse(found.output) as { phoneNumber: string }[];
    const number = first?.phoneNumber ?? '';
    expect(number).toMatch(/^\+1503/);
    expect((await project.dialtone(['numbers', 'buy', number, ...STAGE])).code).toBe(1);
    const bought = await project.dialtone(['numbers', 'buy', number, ...STAGE, '--yes']);
    expect(bought).toMatchObject({
      code: 0,
      output: expect.stringContaining('is yours') as string,
    });
    const again = await project.dialtone(['numbers', 'buy', number, ...STAGE, '--yes']);
    expect(again.output).toContain('was yours already');
    const missing = await project.dialtone(['numbers', 'buy', '+15035550198', ...STAGE, '--yes']);
    expect(missing).toMatchObject({
      code: 1,
      output: expect.stringContaining('not for sale') as string,
    });
  });
});
