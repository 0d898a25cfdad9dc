import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createKey,
  findKey,
  keyFile,
  keyVariable,
  refuseKeyInEnvFile,
} from '../../src/twilio/secrets/key';

describe('the master key', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'key-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    delete process.env[keyVariable('stage')];
  });

  it('is made once, for its owner alone', () => {
    const file = createKey('stage', folder);
    expect(file).toBe(keyFile('stage', folder));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(findKey('stage', folder)).toHaveLength(32);
    expect(() => createKey('stage', folder)).toThrow('exists');
  });

  it('is another for every environment', () => {
    createKey('stage', folder);
    createKey('prod', folder);
    expect(findKey('stage', folder)).not.toEqual(findKey('prod', folder));
    expect(findKey('dev', folder)).toBeUndefined();
  });

  it('is refused where others can read it', () => {
    chmodSync(createKey('stage', folder), 0o640);
    expect(() => findKey('stage', folder)).toThrow('can be read by others');
  });

  it('is read on Windows, where every file has the mode 666', () => {
    const { platform } = process;
    const pretend = (value: string) => Object.defineProperty(process, 'platform', { value });
    chmodSync(createKey('stage', folder), 0o666);
    pretend('win32');
    try {
      expect(findKey('stage', folder)).toHaveLength(32);
    } finally {
      pretend(platform);
    }
  });

  it('is taken from the environment first', () => {
    createKey('stage', folder);
    process.env[keyVariable('stage')] = Buffer.alloc(32, 1).toString('base64url');
    expect(findKey('stage', folder)).toEqual(Buffer.alloc(32, 1));
  });

  it.each(['', 'short', 'x'.repeat(44), `${'x'.repeat(42)}=`])('is not %j', (text) => {
    writeFileSync(createKey('stage', folder), text);
    expect(() => findKey('stage', folder)).toThrow('does not contain a key');
  });

  it('does not show in the error about it', () => {
    const secret = 'not-a-real-key-but-secret-enough';
    process.env[keyVariable('stage')] = secret;
    expect(() => findKey('stage', folder)).toThrow(/^(?!.*secret-enough).*does not contain a key/s);
  });

  it('is made through no link, and where it is one nothing is overwritten', () => {
    const elsewhere = path.join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, path.join(folder, '.keys'));
    expect(() => createKey('stage', folder)).toThrow('.keys is a link');
    rmSync(path.join(folder, '.keys'));
    mkdirSync(path.join(folder, '.keys'));
    symlinkSync(path.join(elsewhere, 'new'), keyFile('stage', folder));
    expect(() => createKey('stage', folder)).toThrow('exists');
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('is waited for in no pipe, nor is an env file', () => {
    mkdirSync(path.join(folder, '.keys'));
    for (const name of ['.keys/stage.key', '.env.stage']) {
      execFileSync('mkfifo', ['-m', '600', path.join(folder, name)]);
    }
    expect(() => findKey('stage', folder)).toThrow('stage.key is not a file');
    rmSync(path.join(folder, '.keys/stage.key'));
    expect(() => refuseKeyInEnvFile('stage', folder)).toThrow('.env.stage is not a file');
  });

  it('may not stand in a file that a deployment uploads, under whatever name', () => {
    const key = readFileSync(createKey('stage', folder), 'utf8').trim();
    const refuse = () => refuseKeyInEnvFile('stage', folder);
    const env = path.join(folder, '.env.stage');
    expect(refuse).not.toThrow();
    writeFileSync(env, 'GREETING=hello\n');
    expect(refuse).not.toThrow();
    writeFileSync(env, `GREETING=hello\nHARMLESS="${key}"\n`);
    expect(refuse).toThrow('as HARMLESS');
    writeFileSync(env, 'DIALTONE_KEY_STAGE=\n');
    expect(refuse).toThrow('as DIALTONE_KEY_STAGE');
  });
});
