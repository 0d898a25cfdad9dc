/** The operator's own folder beside a checkout, as git sees both. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nextSteps } from '../../src/cli/commands/init/text';
import { makeDirectory, TEMPLATES, updateSchema } from '../../src/config/newDirectory';
import { readProject } from '../../src/config/project';
import { Applied } from '../../src/twilio/records/applied';
import { appendAudit } from '../../src/twilio/records/audit';
import { createKey, findKey } from '../../src/twilio/secrets/key';
import { commit, git } from '../../tools/rehearse/repository';

const STREET = '7 Example Lane';
let base: string;
let checkout: string;
let phones: string;

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'new-directory-'));
  checkout = path.join(base, 'dialtone');
  phones = path.join(base, 'phones');
  for (const part of ['examples', 'schema', '.gitignore']) {
    cpSync(part, path.join(checkout, part), { recursive: true });
  }
  commit(checkout);
});
afterEach(() => rmSync(base, { recursive: true }));

function staged(folder: string): string[] {
  git(folder, 'add', '-A');
  return git(folder, 'diff', '--cached', '--name-only').split('\n').filter(Boolean);
}

describe.each(TEMPLATES)('init --from %s', (from) => {
  it('makes a directory that builds, in a repository of its own', () => {
    const { folder, files } = makeDirectory(phones, from, checkout);
    const { project, diagnostics } = readProject(folder);
    expect([project === undefined, diagnostics]).toEqual([false, []]);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['.git', '.gitignore', '.schema']));
    expect(staged(folder)).toEqual(files);
    expect(readdirSync(path.join(folder, '.schema'))).toEqual(readdirSync('schema'));
  });
});

it('init --schema brings what editors know up to date, and touches nothing else', () => {
  expect(() => updateSchema(phones, checkout)).toThrow('no site.yaml');
  makeDirectory(phones, 'payphones', checkout);
  commit(phones);
  writeFileSync(path.join(checkout, 'schema/site.json'), '{}');
  writeFileSync(path.join(checkout, 'schema/new.json'), '{}');

  expect(updateSchema(phones, checkout).files).toContain('.schema/new.json');
  expect(staged(phones)).toEqual(['.schema/new.json', '.schema/site.json']);
});

it.each([
  ['linux', /^(export|\.\/dialtone|git) /],
  ['darwin', /^(export|\.\/dialtone|git) /],
  ['win32', /^(setx|\.\\dialtone|git) /],
] as const)('init says on %s what can be run there, one command a line', (platform, begins) => {
  const runs = nextSteps({ folder: 'C:/my phones' }, platform).map(({ run }) => run);
  expect(runs.filter((run) => !begins.test(run) || /&&|[;|$]/.test(run))).toEqual([]);
});

it('init makes the smallest one in a folder that is there and empty', () => {
  mkdirSync(phones);
  expect(makeDirectory(phones, undefined, checkout).files).toEqual([
    '.gitignore',
    ...readdirSync('schema').map((name) => `.schema/${name}`),
    'extensions.yaml',
    'site.yaml',
  ]);
});

describe('init refuses', () => {
  it('a folder that is not empty, and leaves it as it is', () => {
    mkdirSync(phones);
    writeFileSync(path.join(phones, 'mine'), '');
    expect(() => makeDirectory(phones, 'empty', checkout)).toThrow('is not empty');
    expect(readdirSync(phones)).toEqual(['mine']);
  });

  it('a file', () => {
    writeFileSync(phones, 'mine');
    expect(() => makeDirectory(phones, 'empty', checkout)).toThrow('is not a folder');
    expect(readFileSync(phones, 'utf8')).toBe('mine');
  });

  it('the checkout of Dialtone', () => {
    const inside = path.join(checkout, 'a/directory');
    expect(() => makeDirectory(inside, 'empty', checkout)).toThrow('inside the checkout');
    expect(git(checkout, 'status', '--porcelain')).toBe('');
    // A folder whose name only begins like it is beside it.
    expect(makeDirectory(`${checkout}-phones`, 'empty', checkout).files).toContain('site.yaml');
  });
});

describe('An operator’s folder in use', () => {
  let key: string;
  beforeEach(() => {
    makeDirectory(phones, 'empty', checkout);
    key = readFileSync(createKey('stage', phones, {}), 'utf8').trim();
    writeFileSync(path.join(phones, '.keys/stage.copied'), '');
    writeFileSync(path.join(phones, '.env.stage'), 'AUTH_TOKEN=fictional0token\n');
    mkdirSync(path.join(phones, 'phone-files'));
    writeFileSync(path.join(phones, 'phone-files/workshop.cfg'), 'fictional0password');
    const fields = [{ name: 'address', to: STREET }];
    const entry = { action: 'create', kind: 'emergency address', key: '+15035550123', fields };
    appendAudit(phones, { environment: 'stage', ...entry }, { env: {} });
    const applied = Applied.read(phones, 'stage');
    const record = { generation: 1, fingerprint: '0'.repeat(16), dateUpdated: '2026-11-21' };
    applied.set('workshop', record);
    applied.save();
  });

  it('gives git the directory and what was applied, no secret and no written address', () => {
    const files = staged(phones);
    expect(files.filter((file) => !file.startsWith('.schema/'))).toEqual([
      '.gitignore',
      'applied/stage.json',
      'extensions.yaml',
      'site.yaml',
    ]);
    const text = git(phones, 'diff', '--cached');
    for (const secret of [key, 'fictional0', STREET]) expect(text).not.toContain(secret);
  });

  it('gives git no key even where nothing else says so', () => {
    rmSync(path.join(phones, '.gitignore'));
    expect(staged(phones).filter((file) => file.includes('key'))).toEqual([]);
  });

  it('is not in the checkout: nothing of it is published there, and `git clean -fdx` loses nothing', () => {
    appendFileSync(path.join(phones, 'extensions.yaml'), `# ${STREET}\n`);
    const all = () =>
      execFileSync('find', ['.', '-type', 'f', '-not', '-path', './.git/*'], { cwd: phones })
        .toString()
        .split('\n')
        .sort();
    const before = all();
    expect(staged(checkout)).toEqual([]);
    git(checkout, 'clean', '-ffdxq');
    expect(all()).toEqual(before);
    expect(findKey('stage', phones, {})?.toString('base64url')).toBe(key);
    expect(readProject(phones).project).toBeDefined();
  });
});
