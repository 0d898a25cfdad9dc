import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { checkedProject } from '../../src/config/checkedProject';
import { explain } from '../../src/simulate/explain';
import type { Question } from '../../src/simulate/question';
import { explanationText } from '../../src/cli/commands/explain/text';
import { readKeys } from '../../src/simulate/keys';
import { simulateKeys } from '../../src/simulate/simulateKeys';
import { keysText } from '../../src/cli/commands/explain/keysText';
import { dialtone, type Ended } from '../cli/commandLine';
import { copyOfExample } from '../cli/faultyDirectory';

const NO_NETWORK = path.resolve('test/cli/noNetwork.cjs');
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
    ...['twiml?', 'called?', 'later?'],
  ],
  emergency: ['number', 'dials?', 'callerId'],
  answer: ['twiml'],
  handOff: [...['to', 'callerId', 'emergencyAllowed', 'edge?', 'timeLimitSeconds?', 'ringSeconds']],
  refuse: ['reason'],
  gather: ['position', 'audio', 'digits?', 'waitSeconds', 'language?'],
  queue: ['queue', 'preamble', 'language'],
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
      const called = expected === 'queue' ? ['called'] : [];
      const answers = expected === 'emergency' ? ['answers'] : [];
      expect(Object.keys(explanation)).toEqual([
        ...['decision', 'trace', 'twiml', 'lookUp'],
        ...called,
        ...answers,
      ]);
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

describe('A call for the operator', () => {
  const copy = copyOfExample();
  copy.edit('operators.yaml', 'desk: {', 'desk: { hours: [daily 08:00-22:00],');
  copy.edit('extensions.yaml', 'zero: { twiml: unavailable }', 'zero: { do: operator }');
  const project = checkedProject(copy.folder);
  afterAll(() => copy.remove());
  const ask = (from: string, keys: string, at: string) => {
    const question: Question = {
      ...({ direction: 'outgoing', environment: 'prod' } as const),
      ...{ from, to: keys === '' ? '0' : '#', at: new Date(`2026-11-${at}-08:00`) },
    };
    const explanation = explain(question, project);
    const simulated = simulateKeys(question, readKeys(keys), project);
    return {
      called: simulated.steps.at(-1)?.called?.map(({ name }) => name),
      alone: explanation.called?.map(({ name }) => name),
      queue: JSON.stringify(explanation.decision) + JSON.stringify(simulated),
      text: explanationText(question, explanation, project),
      keysText: keysText(question, simulated, true),
    };
  };
  const NOBODY = /called:? +nobody: the caller is asked for a message at once/;
  // The 20th is a Friday.
  it.each([
    ['in the day', '+15035550124', '', '20T12:00', ['robin', 'desk']],
    ['in the evening', '+15035550124', '', '20T20:00', ['robin', 'sol', 'desk']],
    ['at night', '+15035550124', '', '20T03:00', []],
    ['by a key', '+15035550124', '0', '20T12:00', ['robin', 'desk']],
    ['in Spanish', '+15035550124', '*,0', '20T20:00', ['sol', 'desk']],
    ['from a volunteer', 'operator-desk', '', '20T20:00', ['robin', 'sol']],
  ] as const)('%s says who would be called', (_, from, keys, at, names) => {
    const { called, alone, text, keysText: simulated } = ask(from, keys, at);
    expect(called).toEqual(names);
    if (keys === '') expect(alone).toEqual(names);
    for (const said of keys === '' ? [text, simulated] : [simulated]) {
      expect(said).toMatch(names.length > 0 ? /called:? +(robin|sol) \(/ : NOBODY);
      expect(said).not.toContain('+15035550171');
    }
  });

  it('says in which languages', () => {
    const { text, keysText: simulated } = ask('+15035550124', '', '20T12:00');
    expect(text).toContain('\n  called            robin (en), desk (en, es)\n');
    expect(simulated).toContain('\n        called: robin (en), desk (en, es)\n');
  });

  it('has a queue that is named after the call, whichever it will be', () => {
    const { queue, text, keysText: simulated } = ask('+15035550124', '0', '20T12:00');
    for (const said of [queue, text, simulated]) expect(said).not.toMatch(/operator-["\n<]/);
  });
});

describe('An explanation for people', () => {
  const project = checkedProject('examples/payphones');
  const textOf = (from: string, to: string) => {
    const question = {
      direction: 'outgoing',
      from,
      to,
      environment: 'prod',
      at: new Date(0),
    } as const;
    return explanationText(question, explain(question, project), project);
  };

  it('says what is heard and where keys go, as --keys does', () => {
    const text = textOf('+15035550124', '#');
    expect(text).toContain('\n  position          /menu?menu=main&lang=en&round=1\n');
    expect(text).toContain(
      '\n  audio             "Welcome to Example Phones. For Spanish, press star."' +
        '\n                    "Para español, oprima la estrella." (es)' +
        '\n                    "To make a call, press one."\n',
    );
    expect(textOf('demo', '#')).not.toContain('{');
    expect(textOf('+15035550124', '0')).toContain('  preamble          "Please hold while we call');
  });
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
      ...['explain', '--directory', 'test/config', '--from', 'a', '--to', '911'],
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('site.yaml  is missing');
    expect(stderr).toContain('test/config does not build.');
  });
});
