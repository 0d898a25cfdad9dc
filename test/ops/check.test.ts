import { dialtone, type Ended } from './commandLine';
import { faultyDirectory } from './faultyDirectory';

jest.setTimeout(60_000);

describe('dialtone check', () => {
  it('says that the example is ready to build', async () => {
    expect(await dialtone(['check'])).toEqual({
      code: 0,
      stdout: 'examples/payphones: 10 extensions and 9 numbers, ready to build.\n',
      stderr: '',
    });
  });

  it('says so for scripts with an empty list', async () => {
    const { code, stdout } = await dialtone(['check', '--json']);
    expect({ code, faults: JSON.parse(stdout) as unknown }).toEqual({ code: 0, faults: [] });
  });

  it.each([
    ['a folder that is not there', 'nowhere'],
    ['a file', 'package.json'],
  ])('does not take %s', async (_, folder) => {
    const { code, stderr } = await dialtone(['check', '--directory', folder]);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `There is no folder ${folder}\nName an existing folder with --directory.\n`,
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

  it('has every fault told, with file, line and mend', () => {
    expect(text.stdout).toMatchSnapshot();
  });

  it('has the same faults told for scripts', () => {
    const faults = JSON.parse(json.stdout) as Record<string, unknown>[];
    const files = ['site.yaml', 'extensions.yaml', 'numbers.yaml', 'calling.yaml'];
    expect(new Set(faults.map(({ file }) => file))).toEqual(
      new Set([...files, 'twiml/incoming-house.xml']),
    );
    for (const fault of faults) {
      expect(Object.keys(fault).sort()).toEqual(
        ['file', 'line', 'mend', 'message', 'path', 'severity'].sort(),
      );
      expect(fault.line).toBeGreaterThan(0);
    }
  });
});
