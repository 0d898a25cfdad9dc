import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { checkedProject } from '../../src/ops/check';
import { explain } from '../../src/ops/explain';
import { dialtone, type Ended } from './commandLine';

jest.setTimeout(60_000);

const NO_NETWORK = path.resolve('test/ops/noNetwork.cjs');
const env = { NODE_OPTIONS: `--require ${NO_NETWORK}` };

const CALLS: Record<string, string[]> = {
  'a number outside': ['--from', '+15035550123', '--to', '5035550199'],
  'an emergency call': ['--from', '+15035550123', '--to', '1911'],
  'a refused number': ['--from', 'clinton', '--to', '5035550166'],
  'a phone that the directory does not know': ['--from', '+15035550177', '--to', '5035550199'],
  'such a phone when it is listed': [
    ...['--from', '+15035550177', '--to', '5035550199'],
    ...['--listed', '+15035550177'],
  ],
  'an incoming call': ['--incoming', '--from', '+15035550188', '--to', '+15035550130'],
};

const AT = ['--at', '2026-11-21T22:00-08:00'];

/** Of docs/explain.md; a question mark where it is not always there. */
const KEYS = {
  connect: ['leg', 'to', 'callerId', 'timeLimitSeconds?', 'ringSeconds'],
  ring: [
    ...['leg', 'extensions', 'sipDomain', 'callerId', 'timeLimitSeconds?', 'ringSeconds'],
    'twiml?',
  ],
  emergency: ['number', 'callerId'],
  answer: ['twiml'],
  handOff: [...['to', 'callerId', 'emergencyAllowed', 'edge?', 'timeLimitSeconds?', 'ringSeconds']],
  refuse: ['reason'],
  gather: ['position', 'heard', 'digits?', 'waitSeconds', 'language?'],
  queue: ['queue', 'first', 'language'],
};

describe.each(Object.entries(CALLS))('dialtone explain of %s', (_, call) => {
  let text: Ended;
  let json: Ended;

  beforeAll(async () => {
    const args = ['explain', ...call, ...AT];
    [text, json] = await Promise.all([
      dialtone(args, { env }),
      dialtone([...args, '--json'], { env }),
    ]);
  });

  it('makes no request', () => {
    expect([text.code, text.stderr, json.code, json.stderr]).toEqual([0, '', 0, '']);
  });

  it('says every step, the decision and the TwiML', () => {
    expect(text.stdout).toMatchSnapshot();
  });

  it('says the same for scripts', () => {
    expect(JSON.parse(json.stdout)).toMatchSnapshot();
  });
});

describe('An explanation', () => {
  const project = checkedProject('examples/payphones');

  it.each([
    ['connect', 'outgoing', 'clinton', '5035550199'],
    ['ring', 'outgoing', 'detroit', '5035550130'],
    ['ring', 'incoming', '+15035550188', '+15035550130'],
    ['emergency', 'outgoing', '+15035550123', '911'],
    ['answer', 'outgoing', 'operator-desk', '0'],
    ['handOff', 'outgoing', 'clinton', '#'],
    ['refuse', 'outgoing', 'clinton', '911'],
    ['gather', 'outgoing', '+15035550124', '#'],
    ['gather', 'incoming', '+15035550188', '+15035550100'],
    ['queue', 'incoming', '+15035550188', '+15035550102'],
  ] as const)(
    'of kind %s has exactly the documented keys (%s)',
    (expected, direction, from, to) => {
      const question = { direction, from, to, environment: 'prod', at: new Date() } as const;
      const explanation = explain(question, project);
      expect(Object.keys(explanation)).toEqual(['decision', 'trace', 'twiml', 'lookUp']);
      for (const step of explanation.trace) expect(Object.keys(step)).toEqual(['step', 'outcome']);
      const { kind, ...rest } = explanation.decision;
      expect(kind).toBe(expected);
      const documented = KEYS[expected];
      const always = documented.filter((key) => !key.endsWith('?'));
      expect(documented.map((key) => key.replace('?', ''))).toEqual(
        expect.arrayContaining(Object.keys(rest)),
      );
      expect(Object.keys(rest)).toEqual(expect.arrayContaining(always));
    },
  );
});

describe('The guard against requests', () => {
  it('ends a process that makes one', async () => {
    const request = promisify(execFile)(process.execPath, [
      ...['--require', NO_NETWORK],
      ...['--eval', "fetch('http://127.0.0.1:8080')"],
    ]);
    await expect(request).rejects.toMatchObject({ code: 97 });
  });
});

describe('A directory that does not build', () => {
  it('explains nothing, and says why', async () => {
    const { code, stdout, stderr } = await dialtone([
      ...['explain', '--directory', 'test/directory', '--from', 'a', '--to', '911'],
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('site.yaml  is missing');
    expect(stderr).toContain('test/directory does not build.');
  });
});
