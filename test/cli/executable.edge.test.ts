/** `./dialtone` itself, in a copy of the project. */
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectCopy } from './commandLine';

const run = promisify(execFile);
const project = projectCopy();
const { folder: cwd } = project;
const cache = path.join(cwd, 'node_modules/.cache/dialtone');
const COMPLETE = /\.cjs(\.map|\.[a-z]+\.compiled)?$/;
const bundles = () => readdirSync(cache).filter((name) => name.endsWith('.cjs'));
const dialtone = (...args: string[]) => run('./dialtone', args, { cwd });

afterAll(() => project.remove());

describe('The executable', () => {
  it('may be started twice at once, for the first time too, and leaves nothing half made', async () => {
    const [one, two] = await Promise.all([dialtone('--help'), dialtone('--help')]);
    expect(one.stdout).toContain('Usage: dialtone');
    expect(two).toEqual(one);
    expect(readdirSync(cache).filter((name) => !COMPLETE.test(name))).toEqual([]);
    expect(bundles()).toHaveLength(1);
  });

  it('makes nothing anew while nothing has changed', async () => {
    const before = bundles();
    await dialtone('--version');
    expect(bundles()).toEqual(before);
  });

  it.each([
    ['newer', 60],
    ['older', -86_400],
  ])('is never stale: a source that is %s makes another bundle', async (_, seconds) => {
    const before = bundles().length;
    const at = Date.now() / 1_000 + seconds;
    utimesSync(path.join(cwd, 'src/cli/main.ts'), at, at);
    await dialtone('--version');
    expect(bundles()).toHaveLength(before + 1);
  });

  it('does without what was compiled earlier where that is no good', async () => {
    const compiled = readdirSync(cache).filter((name) => name.endsWith('.compiled'));
    expect(compiled).not.toEqual([]);
    for (const name of compiled) writeFileSync(path.join(cache, name), 'no good');
    expect((await dialtone('--help')).stdout).toContain('Usage: dialtone');
  });

  it('uses its own checkout in any other folder, also by a link as npm makes one', async () => {
    const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'elsewhere-'));
    symlinkSync(path.join(cwd, 'dialtone'), path.join(elsewhere, 'linked'));
    const linked = (...args: string[]) =>
      run(path.join(elsewhere, 'linked'), args, { cwd: elsewhere });
    expect((await linked('check')).stdout).toContain('examples/payphones: 10 extensions');
    await linked('init', 'phones');
    expect((await linked('check', '-d', 'phones')).stdout).toContain('phones: 0 extensions');
    await linked('build');
    expect(readdirSync(path.join(cwd, 'dist')).sort()).toEqual(['assets', 'functions']);
    expect(readdirSync(elsewhere).sort()).toEqual(['linked', 'phones']);
    rmSync(elsewhere, { recursive: true });
  });

  it('needs nothing that packages make when they are installed: npm ci --ignore-scripts', async () => {
    rmSync(cache, { recursive: true });
    const esbuild = path.join(cwd, 'node_modules/esbuild');
    for (const part of ['package.json', 'lib']) {
      cpSync(path.join('node_modules/esbuild', part), path.join(esbuild, part), {
        recursive: true,
      });
    }
    // Npm would put the program here.
    expect(readdirSync(esbuild).sort()).toEqual(['lib', 'package.json']);
    expect((await dialtone('--help')).stdout).toContain('Usage: dialtone');
    expect(bundles()).toHaveLength(1);
    rmSync(esbuild, { recursive: true });
  });

  it('says what to do where the packages are not installed', async () => {
    const bare = mkdtempSync(path.join(os.tmpdir(), 'bare-'));
    cpSync('dialtone', path.join(bare, 'dialtone'));
    const failed = run(path.join(bare, 'dialtone'), ['--help']);
    await expect(failed).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('npm ci') as string,
    });
    rmSync(bare, { recursive: true });
  });

  it('is content when nobody reads on', async () => {
    const { stdout, stderr } = await run(
      'bash',
      ['-c', './dialtone --help | head -1; exit ${PIPESTATUS[0]}'],
      {
        cwd,
      },
    );
    expect([stdout, stderr]).toEqual(['Usage: dialtone [options] [command]\n', '']);
  });
});
