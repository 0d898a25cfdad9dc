import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic';
import { dialtone, type Ended, spawnDialtone } from './commandLine';
import { copyOfExample, faultyDirectory } from './faultyDirectory';

describe('dialtone check', () => {
  it('says that the example is ready to build', async () => {
    expect(await dialtone(['check'])).toEqual({
      code: 0,
      stdout:
        'examples/payphones: 10 extensions and 9 numbers, ready to build.\n' +
        'More about their phones: ./dialtone phones check\n',
      stderr: '',
    });
  });

  it('says so for scripts with an empty list', async () => {
    const { code, stdout } = await dialtone(['check', '--json']);
    expect({ code, diagnostics: JSON.parse(stdout) as unknown }).toEqual({
      code: 0,
      diagnostics: [],
    });
  });

  it.each([
    ['a folder that is not there', 'nowhere'],
    ['a file', 'package.json'],
  ])('does not take %s', async (_, folder) => {
    const { code, stderr } = await dialtone(['check', '--directory', folder]);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `There is no folder ${folder}\nName an existing folder with --directory or DIALTONE_DIRECTORY.\n`,
    );
  });
});

describe('A faulty directory', () => {
  const directory = faultyDirectory();
  let text: Ended;
  let json: Ended;

  beforeAll(async () => {
    const args = ['check', '--directory', directory.folder];
    [text, json] = await Promise.all([dialtone(args), dialtone([...args, '--json'])]);
  });
  afterAll(() => directory.remove());

  it('exits 1', () => {
    expect([text.code, json.code]).toEqual([1, 1]);
  });

  it('has every error told, with file, line and fix', () => {
    expect(text.stdout).toMatchSnapshot();
  });

  it('has the same errors told for scripts', () => {
    const diagnostics = JSON.parse(json.stdout) as Diagnostic[];
    const files = ['site.yaml', 'extensions.yaml', 'numbers.yaml', 'calling.yaml'];
    expect(new Set(diagnostics.map(({ where }) => where.file))).toEqual(
      new Set([...files, 'twiml/incoming-house.xml']),
    );
    for (const diagnostic of diagnostics) {
      expect(Object.keys(diagnostic).sort()).toEqual(['fix', 'message', 'severity', 'where']);
      expect(Object.keys(diagnostic.where).sort()).toEqual(['file', 'line', 'path']);
      expect(diagnostic.where.line).toBeGreaterThan(0);
    }
  });
});

/** Of a frame: an ID3 tag without contents, and its header. */
const START_OF_MP3 = Buffer.from('49443304000000000000fffb9000', 'hex');

describe('A directory with a recording of more than 25 MB', () => {
  it('is not said to build, for it does not', async () => {
    const copy = copyOfExample();
    const sounds = path.join(copy.folder, 'sounds/en');
    mkdirSync(sounds, { recursive: true });
    for (const [name, bytes] of [
      ['most.mp3', 0],
      ['more.mp3', 1],
    ] as const) {
      writeFileSync(path.join(sounds, name), START_OF_MP3);
      truncateSync(path.join(sounds, name), 25 * 2 ** 20 + bytes);
    }
    const { code, stdout } = await dialtone(['check', '--directory', copy.folder, '--json']);
    const heard = await spawnDialtone(['sounds', 'check', '--directory', copy.folder]);
    copy.remove();

    expect([code, JSON.parse(stdout)]).toEqual([
      1,
      [
        {
          where: { file: 'sounds/en/more.mp3', line: 0, path: '' },
          message: 'is larger than 25 MB, Twilio’s limit',
          fix: 'Make it shorter, or an MP3.',
          severity: 'error',
        },
      ],
    ]);
    // Beside all else that is wrong with recordings.
    expect([heard.code, heard.stderr]).toEqual([1, '']);
    expect(heard.stdout).toContain('en/more.mp3  is larger than 25 MB');
    expect(heard.stdout).toContain('en/most.mp3  contains no sound');
  });
});

describe('A phone for which there can be no file', () => {
  const AINSWORTH = 'extensions.yaml:14 +15035550123.phone';
  it.each([
    [
      'of no model that is known',
      ['grandstream-ht801, mac: 00:0b:82:00:00:01', 'grandstream-ht80, mac: 00:0b:82:00:00:01'],
      [AINSWORTH, 'the model `grandstream-ht80` is not known'],
    ],
    [
      'on a line that its model does not have',
      ['mac: 00:0b:82:00:00:01', 'mac: 00:0b:82:00:00:01, line: 2'],
      [AINSWORTH, 'a Grandstream HT801 has no line 2'],
    ],
    [
      'without a MAC',
      [', mac: 00:0b:82:00:00:01', ''],
      [AINSWORTH, 'a Grandstream HT801 asks for its file by its MAC address, and it has none'],
    ],
    [
      'that does not live in prod',
      [
        '[dev, stage]',
        '[dev, stage]\n  phone: { model: linksys-pap, mac: 00:18:f8:00:00:09, dial: hotline }',
      ],
      ['extensions.yaml:79 demo.phone', 'the model `linksys-pap` is not known'],
    ],
  ] as const)('is warned of with its line: one %s', async (_, [from, to], [place, message]) => {
    const copy = copyOfExample();
    copy.edit('extensions.yaml', from, to);
    const { code, stdout } = await dialtone(['check', '--directory', copy.folder, '--json']);
    copy.remove();

    const diagnostics = JSON.parse(stdout) as Diagnostic[];
    expect(code).toBe(0);
    expect(diagnostics.map(({ where }) => `${where.file}:${where.line} ${where.path}`)).toEqual([
      place,
    ]);
    expect(diagnostics).toMatchObject([
      { message: `cannot make a file or sheet for it: ${message}`, severity: 'warning' },
    ]);
  });
});
