/** An operator's own files: in the directory's folder, else where an older installation has them. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { moveAdvice, ownFile } from '../../src/config/ownFiles';
import { directoryFolder } from '../../src/config/project';
import { ownFolder } from '../../src/build/deployableProject';
import { findLogin } from '../../src/twilio/client/login';
import { createKey, findKey, keyFile, uncopiedKey } from '../../src/twilio/secrets/key';

const KEY = '.keys/stage.key';
const SOME = 'a'.repeat(43);
const OTHER = 'b'.repeat(43);
const here = process.cwd();
const env: NodeJS.ProcessEnv = {};
let base: string;

/** A checkout, in which we are, and a folder beside it. */
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'own-'));
  for (const name of ['checkout/src/functions', 'checkout/src/cli', 'phones']) {
    mkdirSync(path.join(base, name), { recursive: true });
  }
  writeFileSync(path.join(base, 'checkout/src/cli/main.ts'), '');
  process.chdir(path.join(base, 'checkout'));
});
afterEach(() => {
  process.chdir(here);
  rmSync(base, { recursive: true });
  for (const name of Object.keys(env)) delete env[name];
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: 0o600 });
}

describe('A master key', () => {
  it('is made and found in the directory’s folder', () => {
    expect(createKey('stage', '../phones', env)).toBe('../phones/.keys/stage.key');
    expect(findKey('stage', '../phones', env)).toHaveLength(32);
    expect(existsSync('.keys')).toBe(false);
    expect(moveAdvice('stage', '../phones')).toEqual([]);
  });

  it('is found where an older installation has it, with a line that says where it belongs', () => {
    write(KEY, SOME);
    expect(findKey('stage', '../phones', env)?.toString('base64url')).toBe(SOME.replace(/a$/, 'Y'));
    expect(moveAdvice('stage', '../phones')).toEqual([
      'Using .keys/stage.key. It now belongs in ../phones/.keys/stage.key: move it there (docs/own-folder.md).',
    ]);
  });

  it('is not made anew where an older installation has one', () => {
    write(KEY, SOME);
    expect(() => createKey('stage', '../phones', env)).toThrow('.keys/stage.key exists');
    expect(existsSync('../phones/.keys')).toBe(false);
  });

  it('is used without a word where both places have the same', () => {
    write(KEY, SOME);
    write(`../phones/${KEY}`, `${SOME}\n`);
    expect(keyFile('stage', '../phones')).toBe(`../phones/${KEY}`);
    expect(moveAdvice('stage', '../phones')).toEqual([]);
  });

  it('is never one of two that differ', () => {
    write(KEY, SOME);
    write(`../phones/${KEY}`, OTHER);
    const differ = '../phones/.keys/stage.key and .keys/stage.key differ, so neither is used';
    expect(() => findKey('stage', '../phones', env)).toThrow(differ);
    expect(() => createKey('stage', '../phones', env)).toThrow(differ);
    // Another environment's is not in doubt.
    expect(findKey('prod', '../phones', env)).toBeUndefined();
  });

  it('is not compared with a pipe', () => {
    write(`../phones/${KEY}`, SOME);
    mkdirSync('.keys');
    execFileSync('mkfifo', [KEY]);
    expect(() => findKey('stage', '../phones', env)).toThrow('differ');
  });

  it('is in the current folder where there is no directory, and where that is the directory', () => {
    expect(keyFile('stage', undefined)).toBe(KEY);
    write(KEY, SOME);
    expect(keyFile('stage', '../checkout')).toBe(`../checkout/${KEY}`);
    expect(moveAdvice('stage', '../checkout')).toEqual([]);
  });

  it('is asked for a copy of until one is noted, and again when it is a new one', () => {
    expect(uncopiedKey('stage', '../phones', env)).toBeUndefined();
    const file = createKey('stage', '../phones', env);
    expect(uncopiedKey('stage', '../phones', env)).toBe(file);
    writeFileSync('../phones/.keys/stage.copied', '');
    expect(uncopiedKey('stage', '../phones', env)).toBeUndefined();
    rmSync(file);
    createKey('stage', '../phones', env);
    expect(uncopiedKey('stage', '../phones', env)).toBe(file);
  });
});

describe('A login', () => {
  const login = (letter: string) => `ACCOUNT_SID=AC${letter.repeat(32)}\nAUTH_TOKEN=token\n`;

  it('is that of the directory’s folder, else of an older installation', () => {
    write('.env.stage', login('a'));
    expect(findLogin('stage', '../phones', env).accountSid).toBe(`AC${'a'.repeat(32)}`);
    rmSync('.env.stage');
    write('../phones/.env.stage', login('b'));
    expect(findLogin('stage', '../phones', env).accountSid).toBe(`AC${'b'.repeat(32)}`);
  });

  it('is never one of two that differ, not even where one is empty', () => {
    write('.env.stage', login('a'));
    write('../phones/.env.stage', '');
    expect(() => findLogin('stage', '../phones', env)).toThrow(
      '../phones/.env.stage and .env.stage differ',
    );
    expect(readFileSync(ownFile('.env.prod', '../phones', '.'), { flag: 'a+' })).toHaveLength(0);
  });
});

describe('DIALTONE_DIRECTORY', () => {
  beforeEach(() => {
    mkdirSync('examples/payphones', { recursive: true });
    mkdirSync('directory');
  });

  it('names the folder, unless --directory does', () => {
    expect(directoryFolder(undefined, env)).toBe('directory');
    env.DIALTONE_DIRECTORY = '../phones';
    expect(directoryFolder(undefined, env)).toBe('../phones');
    expect(ownFolder(undefined, env)).toBe('../phones');
    expect(directoryFolder('directory', env)).toBe('directory');
    env.DIALTONE_DIRECTORY = '';
    expect(directoryFolder(undefined, env)).toBe('directory');
  });

  it('is an error where there is no such folder: nothing else takes its place', () => {
    env.DIALTONE_DIRECTORY = '../phone';
    expect(() => directoryFolder(undefined, env)).toThrow('There is no folder ../phone');
    expect(() => ownFolder(undefined, env)).toThrow('There is no folder ../phone');
  });

  it('is not the example’s folder for what goes to Twilio', () => {
    env.DIALTONE_DIRECTORY = 'examples/payphones';
    expect(() => ownFolder(undefined, env)).toThrow('is the example');
  });

  it.each([
    ['the example of the checkout whose program runs', path.join(here, 'examples/payphones')],
    ['a link to it', 'link'],
    ['the example of the current folder', 'examples/payphones'],
  ])('is not %s, from another checkout, another project or any folder', (_what, folder) => {
    symlinkSync(path.join(here, 'examples/payphones'), 'link');
    env.DIALTONE_DIRECTORY = path.resolve(folder);
    for (const gone of [[], ['src/cli'], ['src']]) {
      for (const name of gone) rmSync(name, { recursive: true });
      expect(() => ownFolder(undefined, env)).toThrow('is the example');
    }
  });
});

describe('In a folder that is no checkout', () => {
  const project = path.join(here, 'directory');
  const inProject = (file: string) => path.join(here, file);
  beforeEach(() => process.chdir('../phones'));

  it('the directory is the one there, else the checkout’s, else the example', () => {
    expect(directoryFolder(undefined, env)).toBe(
      existsSync(project) ? project : inProject('examples/payphones'),
    );
    expect(ownFolder(undefined, env)).toBe(existsSync(project) ? project : undefined);
    mkdirSync('directory');
    expect(directoryFolder(undefined, env)).toBe('directory');
    expect(ownFolder(undefined, env)).toBe('directory');
  });

  it('older files are looked for in the checkout', () => {
    expect(keyFile('stage', undefined)).toBe(inProject(KEY));
    expect(keyFile('stage', '.')).toBe(KEY);
  });

  it('nothing of another project for Twilio is taken', () => {
    mkdirSync('src/functions', { recursive: true });
    expect(directoryFolder(undefined, env)).toBe(inProject('examples/payphones'));
  });
});
