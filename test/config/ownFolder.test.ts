/** Reading and writing in a folder that somebody else changes meanwhile. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OwnFolder, Refused } from '../../src/config';
import { openVerified } from '../../src/config/read/ownFile';

const KEY = 'the key of another folder';
const OURS = 'ours';
const MOST = { bytes: 1_000, why: 'is larger than 1 KB', fix: 'Shorten it.' };
let base: string;
let own: OwnFolder;

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'dialtone-own-'));
  for (const name of ['own/folder', 'other']) mkdirSync(path.join(base, name), { recursive: true });
  writeFileSync(path.join(base, 'own/folder/file'), OURS);
  writeFileSync(path.join(base, 'other/file'), KEY);
  own = new OwnFolder(path.join(base, 'own'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** What happens meanwhile, over and over, in a process of its own. */
const MEANWHILE = {
  'a file becomes a link': `
    fs.symlinkSync('../../other/file', 'own/folder/link');
    fs.renameSync('own/folder/link', 'own/folder/file');
    fs.writeFileSync('own/folder/new', '${OURS}');
    fs.renameSync('own/folder/new', 'own/folder/file');`,
  'its folder becomes a link': `
    fs.renameSync('own/folder', 'own/away');
    fs.symlinkSync('../other', 'own/folder');
    fs.unlinkSync('own/folder');
    fs.renameSync('own/away', 'own/folder');`,
};

it.each(Object.entries(MEANWHILE))('%s: nothing else is ever read or written', async (_, step) => {
  const program = `const fs = require('node:fs'); process.send('begun'); for (;;) {${step}}`;
  const child = spawn(process.execPath, ['-e', program], {
    cwd: base,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await once(child, 'message');
  const results = new Set<string>();
  const began = Date.now();
  const lasts = () => Date.now() - began;
  // Longer where the other process was given no time.
  while (lasts() < 700 || (results.size < 2 && lasts() < 30_000)) {
    for (const use of [
      () => own.read('folder/file', MOST).toString(),
      () => own.append('folder/log', 'x') ?? 'written',
      () => own.replace('folder/text', 'text') ?? 'written',
    ]) {
      try {
        results.add(use());
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (!(error instanceof Refused) && code !== 'ENOENT') throw error;
        results.add('refused');
      }
    }
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect([OURS, 'refused', 'written']).toEqual(expect.arrayContaining([...results]));
  expect(results.size).toBeGreaterThan(1);
  expect(readFileSync(path.join(base, 'other/file'), 'utf8')).toBe(KEY);
  // A name may have been made there; nothing was written into it.
  for (const name of readdirSync(path.join(base, 'other'))) {
    if (name !== 'file') expect(statSync(path.join(base, 'other', name)).size).toBe(0);
  }
});

/** As it is when something is swapped after it was looked at, and before it is opened. */
describe('Between looking and opening', () => {
  const place = () => {
    const folder = path.join(realpathSync(base), 'own/folder');
    return { path: path.join(folder, 'file'), folder, shown: 'folder/file' };
  };

  it('a file that has become a link is refused', () => {
    rmSync(path.join(base, 'own/folder/file'));
    symlinkSync('../../other/file', path.join(base, 'own/folder/file'));
    expect(() => openVerified(place(), constants.O_RDONLY)).toThrow('is a link');
  });

  it('a folder that has become a link is refused', () => {
    const before = place();
    renameSync(path.join(base, 'own/folder'), path.join(base, 'own/away'));
    symlinkSync('../other', path.join(base, 'own/folder'));
    expect(() => openVerified(before, constants.O_RDONLY)).toThrow('changed while it was read');
  });
});

it('reads no file that grows beyond what is taken, and none that nobody writes to', () => {
  writeFileSync(path.join(base, 'own/large'), 'x'.repeat(1_001));
  expect(() => own.read('large', MOST)).toThrow('is larger than 1 KB');
  execFileSync('mkfifo', [path.join(base, 'own/pipe')]);
  expect(() => own.read('pipe', MOST)).toThrow('is not a file');
  expect(() => own.append('pipe', 'x')).toThrow('is not a file');
  expect(() => own.replace('pipe', 'x')).toThrow('is not a file');
});

it('has no names in a link, nor below one', () => {
  symlinkSync('../other', path.join(base, 'own/link'));
  expect(own.names('link')).toEqual([]);
  expect(own.below('folder')).toEqual(['file']);
  expect(own.refusal('link/file')?.why).toBe('is a link');
  expect(() => own.text('link/file')).toThrow(`${path.join(base, 'own/link')} is a link`);
});

it('makes a folder that is missing, as deep as it is named', () => {
  const fresh = new OwnFolder(path.join(base, 'fresh'));
  fresh.append('deep/log', 'a');
  fresh.append('deep/log', 'b');
  expect(fresh.text('deep/log')).toBe('ab');
  expect(existsSync(path.join(base, 'fresh/deep'))).toBe(true);
});
