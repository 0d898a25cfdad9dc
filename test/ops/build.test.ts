import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dialtone, projectCopy } from './commandLine';
import { faultyDirectory } from './faultyDirectory';

jest.setTimeout(60_000);

describe('dialtone build', () => {
  const project = projectCopy();
  const { folder } = project;
  afterAll(() => project.remove());

  function files(): string[] {
    const entries = readdirSync(path.join(folder, 'dist'), {
      recursive: true,
      withFileTypes: true,
    });
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
      .sort();
  }

  it('writes the functions, the assets and the directory', async () => {
    const { code, stdout } = await dialtone(['build'], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Built dist/ from examples/payphones.\n' });
    expect(files()).toMatchSnapshot();
    const compiled = readFileSync(path.join(folder, 'dist/assets/directory.private.json'), 'utf8');
    expect(JSON.parse(compiled)).toMatchObject({ site: { name: 'Example Phones' } });
  });

  it('leaves nothing of an earlier build', async () => {
    writeFileSync(path.join(folder, 'dist/functions/old.js'), '');
    await dialtone(['build'], { cwd: folder });
    expect(files()).not.toContain('dist/functions/old.js');
  });

  it('refuses a faulty directory, and leaves the last build', async () => {
    const directory = faultyDirectory();
    const before = files();
    const args = ['build', '--directory', directory.folder];
    const { code, stdout, stderr } = await dialtone(args, { cwd: folder });
    directory.remove();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Did you mean `national`?');
    expect(stderr).toContain(`${directory.folder} does not build.`);
    expect(files()).toEqual(before);
  });

  it('refuses code that does not bundle, and leaves the last build', async () => {
    const source = path.join(folder, 'src/functions/dial-result.protected.ts');
    const text = readFileSync(source, 'utf8');
    const before = files();
    writeFileSync(source, `${text}\nconst = 1;\n`);
    const { code, stderr } = await dialtone(['build'], { cwd: folder });
    writeFileSync(source, text);
    expect(code).toBe(1);
    expect(stderr).toContain('dial-result.protected.ts:');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(files()).toEqual(before);
  });

  it("prefers the operator's own directory to the example", async () => {
    cpSync(path.join(folder, 'examples/payphones'), path.join(folder, 'directory'), {
      recursive: true,
    });
    const { stdout } = await dialtone(['check'], { cwd: folder });
    expect(stdout).toContain('directory: 10 extensions');
  });
});
