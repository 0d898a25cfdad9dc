import { COMMANDS, type CommandRow } from '../../src/cli/commands';
import { dialtone } from './commandLine';

jest.setTimeout(60_000);

/** `numbers search`: the words by which each command is run. */
function words(rows: readonly CommandRow[], before: readonly string[] = []): string[] {
  return rows.flatMap(({ name, commands = [] }) => {
    const path = [...before, name];
    return [path.join(' '), ...words(commands, path)];
  });
}

describe('The help', () => {
  it.each(['', ...words(COMMANDS)])('of "dialtone %s" says what it takes', async (command) => {
    const args = [...command.split(' ').filter(Boolean), '--help'];
    const { code, stdout, stderr } = await dialtone(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchSnapshot();
  });

  it('is the same by way of the command help', async () => {
    const { stdout } = await dialtone(['phones', 'list', '--help']);
    expect((await dialtone(['help', 'phones', 'list'])).stdout).toBe(stdout);
    expect((await dialtone(['phones', 'help', 'list'])).stdout).toBe(stdout);
  });
});

describe('Wrong usage exits 64 and says what to do', () => {
  const call = ['explain', '--from', 'clinton', '--to', '5035550199'];

  it.each([
    ['no command', [], 'Usage: dialtone'],
    ['an unknown command', ['chekc'], '(Did you mean check?)'],
    ['an unknown option', ['check', '--jsn'], '(Did you mean --json?)'],
    ['an argument too many', ['build', 'dist'], 'too many arguments'],
    ['a missing value', [...call, '--at'], "option '--at <time>' argument missing"],
    [
      'a time without its offset',
      [...call, '--at', '2026-11-21T22:00'],
      'with its offset, such as',
    ],
    ['a day that is none', [...call, '--at', '2026-02-30T22:00Z'], 'with its offset, such as'],
    ['an unknown environment', [...call, '-e', 'staging'], 'Allowed choices are dev, stage, prod'],
    ['a port that is none', ['serve', '--port', '70000'], 'a number from 1 to 65535'],
    ['a call without --to', ['explain', '--from', 'clinton'], 'give --from and --to, or --file'],
    ['a plan and a call', [...call, '--file', 'plan.csv'], "cannot be used with option '--from"],
    ['--listed for an incoming call', [...call, '--incoming', '--listed', 'a'], 'cannot be used'],
  ])('for %s', async (_, args, message) => {
    const { code, stdout, stderr } = await dialtone(args);
    expect(stderr).toContain(message);
    expect(stderr).toContain('--help');
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  });

  it('for a PORT that is none', async () => {
    const { code, stderr } = await dialtone(['serve'], { env: { PORT: 'http' } });
    expect(code).toBe(64);
    expect(stderr).toContain('a number from 1 to 65535');
  });
});

describe('Colours', () => {
  it('stay out of a pipe, whatever the environment asks', async () => {
    const env = { CI: '1', FORCE_COLOR: '1' };
    const reported = await dialtone(['explain', '--from', 'clinton', '--to', '911'], { env });
    const failed = await dialtone(['check', '--directory', 'nowhere'], { env });
    // eslint-disable-next-line no-control-regex
    expect(reported.stdout + failed.stderr).not.toMatch(/\u001b/);
    expect(reported.stdout).toContain('refuse emergency-not-allowed');
  });
});
