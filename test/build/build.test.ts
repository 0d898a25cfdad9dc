import {
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { stampOf } from '../../src/twilio/deploy/stamp';
import { dialtone, projectCopy } from '../cli/commandLine';
import { faultyDirectory } from '../cli/faultyDirectory';

const project = projectCopy();
const { folder } = project;
const dist = path.join(folder, 'dist');
const directory = path.join(folder, 'directory');
afterAll(() => project.remove());

function files(): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .sort();
}

function built(asset: string): unknown {
  return JSON.parse(readFileSync(path.join(dist, 'assets', asset), 'utf8'));
}

async function build(...args: string[]) {
  return dialtone(['build', ...args], { cwd: folder });
}

describe('A build', () => {
  it('contains nothing of the start page, which `npm start` alone serves', async () => {
    await build();
    const pages = files().filter((file) => /start-?page|\.html$|\.json$/i.test(file));
    expect(pages).toEqual([
      'dist/assets/build.json',
      'dist/assets/directory.private.json',
      'dist/assets/emergency.private.json',
    ]);
    const holdIt = files().filter((file) =>
      readFileSync(path.join(folder, file), 'latin1').includes('Show the TwiML'),
    );
    expect(holdIt).toEqual([]);
    const source = readFileSync('src/cli/commands/serve/startPage.ts', 'utf8');
    expect(source).toContain('Show the TwiML');
  });
});

describe('dialtone build without a directory', () => {
  it('builds no phones at all, and says what to do', async () => {
    const { code, stdout } = await build();
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        'Built dist/ with no phones: there is no directory/ yet ' +
        '(cp -r examples/payphones directory, and make it yours).\n',
    });
    expect(built('directory.private.json')).toMatchObject({ extensions: [], numbers: {} });
    expect(built('build.json')).toMatchObject({ directory: 'empty' });
  });

  it.each(['examples/payphones', './examples/payphones/', 'link'])(
    'refuses the example as %s',
    async (example) => {
      rmSync(path.join(folder, 'link'), { force: true });
      symlinkSync('examples/payphones', path.join(folder, 'link'));
      const before = built('build.json');
      const { code, stdout, stderr } = await build('--directory', example);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(`${example} is the example: its numbers`);
      expect(stderr).toContain('npm start serves it; copy it to directory/');
      expect(built('build.json')).toEqual(before);
    },
  );

  it('refuses it as a directory/ that only leads there', async () => {
    symlinkSync('examples/payphones', directory);
    const { code, stderr } = await build();
    rmSync(directory);
    expect(code).toBe(1);
    expect(stderr).toContain('directory is the example');
  });
});

describe('dialtone build', () => {
  beforeAll(() => cpSync(path.join(folder, 'examples/payphones'), directory, { recursive: true }));

  it('writes the functions, the assets and the directory', async () => {
    const { code, stdout } = await build();
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Built dist/ from directory.\n' });
    expect(files()).toMatchSnapshot();
    expect(built('directory.private.json')).toMatchObject({ site: { name: 'Example Phones' } });
  });

  it('stamps what it built, the same for the same', async () => {
    const first = built('build.json');
    expect(first).toEqual({
      stamp: stampOf(dist),
      directory: 'example',
      // The copy lies in no repository.
      commits: { directory: null, dialtone: null },
    });
    expect(stampOf(dist)).toMatch(/^[0-9a-f]{16}$/);
    await build();
    expect(built('build.json')).toEqual(first);
  });

  it.each([
    [
      'a content',
      () => {
        const file = path.join(dist, 'assets/fallback.xml');
        writeFileSync(file, readFileSync(file, 'utf8').replace('Response', 'response'));
      },
    ],
    [
      'a name',
      () =>
        renameSync(
          path.join(dist, 'functions/cred-util.private.js'),
          path.join(dist, 'functions/cred-util.js'),
        ),
    ],
  ])('stamps %s that differs differently', async (_, change) => {
    await build();
    const before = stampOf(dist);
    change();
    expect(stampOf(dist)).not.toBe(before);
  });

  it('tells in the stamp that a changed copy is no longer the example', async () => {
    const site = path.join(directory, 'site.yaml');
    const text = readFileSync(site, 'utf8');
    writeFileSync(site, text.replace('Example Phones', 'Our Phones'));
    await build();
    writeFileSync(site, text);
    expect(built('build.json')).toMatchObject({ directory: 'own' });
  });

  it('leaves nothing of an earlier build', async () => {
    writeFileSync(path.join(folder, 'dist/functions/old.js'), '');
    await build();
    expect(files()).not.toContain('dist/functions/old.js');
  });

  it('refuses a faulty directory, and leaves the last build', async () => {
    const faulty = faultyDirectory();
    const before = files();
    const { code, stdout, stderr } = await build('--directory', faulty.folder);
    faulty.remove();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Did you mean `national`?');
    expect(stderr).toContain(`${faulty.folder} does not build.`);
    expect(files()).toEqual(before);
  });

  it('refuses code that does not bundle, and leaves the last build', async () => {
    const source = path.join(folder, 'src/functions/dial-result.protected.ts');
    const text = readFileSync(source, 'utf8');
    const before = files();
    writeFileSync(source, `${text}\nconst = 1;\n`);
    const { code, stderr } = await build();
    writeFileSync(source, text);
    expect(code).toBe(1);
    expect(stderr).toContain('dial-result.protected.ts:');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(files()).toEqual(before);
  });

  it("prefers the operator's own directory to the example", async () => {
    const { stdout } = await dialtone(['check'], { cwd: folder });
    expect(stdout).toContain('directory: 10 extensions');
  });
});
