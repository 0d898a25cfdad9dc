/** `npm run stand-in`: somebody starts it, sets what it prints, and runs commands against it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { OperatorProject } from '../../../tools/rehearse/operatorProject';

const BUY = ['numbers', 'buy', '+15035550100', '--environment', 'stage', '--yes'];

describe('npm run stand-in', () => {
  let standIn: ChildProcess;
  let printed = '';
  let said = '';

  beforeAll(async () => {
    const tsx = pathToFileURL(require.resolve('tsx')).href;
    standIn = spawn(process.execPath, ['--import', tsx, 'tools/twilio-stand-in/main.ts']);
    standIn.stdout!.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await new Promise<void>((resolve) =>
      standIn.stderr!.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Ctrl-C')) resolve();
      }),
    );
  });
  afterAll(() => standIn.kill('SIGKILL'));

  it('prints the variables to set, and nothing else on standard output', () => {
    const lines = printed.trimEnd().split('\n');
    expect(lines.map((line) => /^export (\w+)='.+'$/.exec(line)?.[1])).toEqual([
      'TWILIO_ACCOUNT_SID',
      'TWILIO_AUTH_TOKEN',
      'NODE_EXTRA_CA_CERTS',
      'NODE_OPTIONS',
    ]);
  });

  it('answers a command that has them, as an account would', async () => {
    const project = new OperatorProject(variablesOf(printed));
    try {
      project.copyExample();
      const bought = await project.dialtone(BUY);
      expect(bought.code).toBe(0);
      expect(bought.output).toContain('is yours.');
      // It is one account, which remembers.
      const again = await project.dialtone(BUY);
      expect(again.output).toContain('was yours already');
    } finally {
      project.remove();
    }
  });

  it('ends with Ctrl-C, and says how much it was asked', async () => {
    standIn.kill('SIGINT');
    const [code] = (await once(standIn, 'close')) as [number | null];
    expect(code).toBe(0);
    expect(said).toMatch(/[1-9]\d* requests were answered\./);
  });
});

/** As a shell reads them. */
function variablesOf(exports: string): Record<string, string> {
  const lines = [...exports.matchAll(/^export (\w+)='(.*)'$/gm)];
  return Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value]));
}
