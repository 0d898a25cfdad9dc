/** The real twilio-run and Twilio CLI in a folder of the project that was not built. */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { runTwilioCli } from '../../src/cli/commands/deploy/twilioCli';
import { projectCopy } from './commandLine';

const project = projectCopy();
const { folder: cwd } = project;
afterAll(() => project.remove());

const NOT_BUILT = 'Nothing is built here yet: there is no dist/. Run one of these:';
const FIXES = ['./dialtone build', 'npm start', './dialtone deploy --environment stage'];
const SID = 'AC00000000000000000000000000000001';
const login = { accountSid: SID, username: SID, password: 'fictional' };

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

async function twilioRun(...args: string[]): Promise<Ended> {
  const file = require.resolve('twilio-run/bin/twilio-run.js');
  try {
    const ran = await promisify(execFile)(process.execPath, [file, ...args], {
      cwd,
      timeout: 60_000,
    });
    return { code: 0, output: ran.stdout + ran.stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

function expectAdvice({ code, output }: Ended): void {
  expect(code).toBe(1);
  expect(output).toContain(NOT_BUILT);
  for (const fix of FIXES) expect(output).toContain(fix);
  expect(output).not.toContain('create-twilio-function');
  expect(output).not.toContain('No functions found');
}

it.each([[], ['start'], ['dev']])('twilio-run %s says what to run', async (...args: string[]) => {
  expectAdvice(await twilioRun(...args.filter(Boolean)));
});

it('twilio-run deploy says what to run', async () => {
  expectAdvice(await twilioRun('deploy', '--username', SID, '--password', 'fictional'));
});

it('twilio serverless:deploy says what to run', async () => {
  expectAdvice(await runTwilioCli(['serverless:deploy', '--environment', 'stage'], { login, cwd }));
});

it('twilio serverless:start says what to run', async () => {
  expectAdvice(await runTwilioCli(['serverless:start'], { login, cwd }));
});

it.each([
  ['serverless:logs'],
  ['serverless:promote', '--from', 'stage'],
  ['list', 'services'],
  ['ls'],
  ['start', '--functions-folder', '.serve/functions'],
  ['deploy', '--help'],
])('says nothing of it where no build is needed: %s %s', async (...args) => {
  const code = "require('./.twilioserverlessrc.cjs')";
  const read = promisify(execFile)(process.execPath, ['-e', code, 'twilio', ...args], { cwd });
  expect(await read).toEqual({ stdout: '', stderr: '' });
});

it('says nothing of it where there is a build', async () => {
  mkdirSync(path.join(cwd, 'dist/functions'), { recursive: true });
  writeFileSync(path.join(cwd, 'dist/functions/hello.js'), 'exports.handler = () => {};');
  // Without a name of a service or a login it goes no further.
  const { output } = await twilioRun('deploy', '--username', 'none', '--password', 'none');
  expect(output).not.toContain(NOT_BUILT);
});
