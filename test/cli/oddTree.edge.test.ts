/** Links, pipes, devices and the like in a directory: told at once, never read, never built. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Applied } from '../../src/twilio/records/applied';
import { appendAudit } from '../../src/twilio/records/audit';
import { OwnFolder } from '../../src/config';
import { formatDiagnostics } from '../../src/diagnostics/text';
import { readProject } from '../../src/config/project';
import { writePrivately } from '../../src/cli/commands/phones/writeFiles';
import { writeSounds } from '../../src/build/soundAssets';
import { checkedProject } from '../../src/config/checkedProject';
import { dialtone, projectCopy } from './commandLine';
import { KEY, ODDITIES, OddTree, TOKEN } from './oddTree';

let tree: OddTree;
beforeEach(() => (tree = new OddTree()));
afterEach(() => tree.remove());

const diagnostics = () => readProject(tree.directory).diagnostics;

describe('In a directory', () => {
  it.each(ODDITIES)('%s is told, and its contents are not', (_, make, file, reported) => {
    make(tree);
    const { project, diagnostics } = readProject(tree.directory);
    expect(project).toBeUndefined();
    const messages = diagnostics
      .filter((diagnostic) => diagnostic.where.file === file)
      .map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringContaining(reported));
    expect(new Set(messages).size).toBe(messages.length);
    expect(formatDiagnostics(diagnostics)).not.toMatch(new RegExp(`${KEY}|${TOKEN}|\\x1b`));
  });

  it('a socket is told', async () => {
    const close = await tree.socket('sounds/en/x.mp3');
    expect(diagnostics()).toContainEqual(
      expect.objectContaining({
        where: { file: 'sounds/en/x.mp3', line: 0, path: '' },
        message: 'is not a file',
      }),
    );
    close();
  });

  it('all of them together are told by the command within seconds, and nothing is built', async () => {
    const project = projectCopy();
    const built = path.join(project.folder, 'dist');
    const inside = ODDITIES.filter(([, , file]) => /[./]/.test(file) && file !== 'sounds/en');
    for (const [, make] of inside) make(tree);
    const began = Date.now();
    const ended = await Promise.all(
      [['check'], ['build'], ['sounds', 'check']].map((args) =>
        dialtone([...args, '--directory', tree.directory], { cwd: project.folder }),
      ),
    );
    expect(Date.now() - began).toBeLessThan(30_000);
    expect(ended.map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(JSON.stringify(ended)).not.toMatch(new RegExp(`${KEY}|${TOKEN}`));
    expect(existsSync(built)).toBe(false);
    project.remove();
  });

  it('which is itself a link everything is as it is', () => {
    const real = path.join(tree.folder, 'real');
    renameSync(tree.directory, real);
    symlinkSync(real, tree.directory);
    expect(readProject(tree.directory).project).toBeDefined();
  });
});

describe('Into a build', () => {
  it('goes no key and no env file, also where the directory is the whole project', async () => {
    const project = projectCopy();
    const { folder } = project;
    const read = (name: string) => readFileSync(path.join(folder, 'examples/payphones', name));
    for (const name of readdirSync(path.join(folder, 'examples/payphones'))) {
      if (/yaml$/.test(name)) writeFileSync(path.join(folder, name), read(name));
    }
    for (const name of ['menus', 'twiml'] as const) {
      renameSync(path.join(folder, 'examples/payphones', name), path.join(folder, name));
    }
    for (const keys of ['.keys', 'sounds/.keys', 'twiml/.keys']) {
      mkdirSync(path.join(folder, keys), { recursive: true });
      writeFileSync(path.join(folder, keys, 'prod.key'), KEY, { mode: 0o600 });
      writeFileSync(path.join(folder, keys, '..', '.env.prod'), `OTHER=${TOKEN}\n`);
    }
    const { code, stderr } = await dialtone(['build', '--directory', '.'], { cwd: folder });
    expect([code, stderr]).toEqual([0, '']);
    const dist = path.join(folder, 'dist');
    const files = readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      expect(file).not.toMatch(/\.keys|\.env/);
      expect(readFileSync(file, 'latin1')).not.toMatch(new RegExp(`${KEY}|${TOKEN}`));
    }
    project.remove();
  });

  it('goes what was looked at, not what a sound has become since', () => {
    const project = checkedProject(tree.directory);
    tree.link('sounds/en/late.mp3', '.keys/prod.key');
    const assets = path.join(tree.folder, 'assets');
    expect(() => writeSounds(project, assets)).toThrow('late.mp3 is a link');
    expect(existsSync(path.join(assets, 'sounds/en'))).toBe(false);
  });
});

describe('Through a link out of the directory', () => {
  const elsewhere = () => readFileSync(path.join(tree.folder, 'elsewhere/prod.json'), 'utf8');

  it('nothing that was applied is read or written', () => {
    const applied = Applied.read(tree.directory, 'prod');
    const before = elsewhere();
    tree.link('applied', 'elsewhere');
    expect(() => applied.save()).toThrow('applied is a link');
    expect(() => Applied.read(tree.directory, 'prod')).toThrow('applied is a link');
    expect(elsewhere()).toBe(before);
  });

  it('no audit is written', () => {
    const entry = { environment: 'prod', action: 'create', kind: 'test', key: 'x' } as const;
    tree.link('audit.jsonl', 'elsewhere/prod.json');
    const before = elsewhere();
    expect(() => appendAudit(tree.directory, entry, { env: {} })).toThrow('audit.jsonl is a link');
    expect(elsewhere()).toBe(before);
    tree.pipe('audit.jsonl');
    expect(() => appendAudit(tree.directory, entry, { env: {} })).toThrow(
      'audit.jsonl is not a file',
    );
  });

  it('no file of a phone is written: it takes the place of the link', () => {
    const before = elsewhere();
    tree.link('phone.cfg', 'elsewhere/prod.json');
    writePrivately(path.join(tree.directory, 'phone.cfg'), 'settings');
    expect(elsewhere()).toBe(before);
    expect(new OwnFolder(tree.directory).text('phone.cfg')).toBe('settings');
  });
});
