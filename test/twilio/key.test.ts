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
  let env: NodeJS.ProcessEnv;
  beforeEach(() => {
    env = {};
    folder = mkdtempSync(path.join(tmpdir(), 'key-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is made once, for its owner alone', () => {
    const file = createKey('stage', folder, env);
    expect(file).toBe(keyFile('stage', folder));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(findKey('stage', folder, env)).toHaveLength(32);
    expect(() => createKey('stage', folder, env)).toThrow('exists');
  });

  it('is another for every environment', () => {
    createKey('stage', folder, env);
    createKey('prod', folder, env);
    expect(findKey('stage', folder, env)).not.toEqual(findKey('prod', folder, env));
    expect(findKey('dev', folder, env)).toBeUndefined();
  });

  it('is refused where others can read it', () => {
    chmodSync(createKey('stage', folder, env), 0o640);
    expect(() => findKey('stage', folder, env)).toThrow('can be read by others');
  });

  it('is read on Windows, where every file has the mode 666', () => {
    const { platform } = process;
    const pretend = (value: string) => Object.defineProperty(process, 'platform', { value });
    chmodSync(createKey('stage', folder, env), 0o666);
    pretend('win32');
    try {
      expect(findKey('stage', folder, env)).toHaveLength(32);
    } finally {
      pretend(platform);
    }
  });

  it('is taken from the environment first', () => {
    createKey('stage', folder, env);
    env[keyVariable('stage')] = Buffer.alloc(32, 1).toString('base64url');
    expect(findKey('stage', folder, env)).toEqual(Buffer.alloc(32, 1));
  });

  it.each(['', 'short', 'x'.repeat(44), `${'x'.repeat(42)}=`])('is not %j', (text) => {
    writeFileSync(createKey('stage', folder, env), text);
    expect(() => findKey('stage', folder, env)).toThrow('does not contain a key');
  });

  it('does not show in the error about it', () => {
    const secret = 'not-a-real-key-but-secret-enough';
    env[keyVariable('stage')] = secret;
    expect(() => findKey('stage', folder, env)).toThrow(
      /^(?!.*secret-enough).*does not contain a key/s,
    );
  });

  it('is made through no link, and where it is one nothing is overwritten', () => {
    const elsewhere = path.join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, path.join(folder, '.keys'));
    expect(() => createKey('stage', folder, env)).toThrow('.keys is a link');
    rmSync(path.join(folder, '.keys'));
    mkdirSync(path.join(folder, '.keys'));
    symlinkSync(path.join(elsewhere, 'new'), keyFile('stage', folder));
    expect(() => createKey('stage', folder, env)).toThrow('exists');
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('is waited for in no pipe, nor is an env file', () => {
    mkdirSync(path.join(folder, '.keys'));
    for (const name of ['.keys/stage.key', '.env.stage']) {
      execFileSync('mkfifo', ['-m', '600', path.join(folder, name)]);
    }
    expect(() => findKey('stage', folder, env)).toThrow('stage.key is not a file');
    rmSync(path.join(folder, '.keys/stage.key'));
    expect(() => refuseKeyInEnvFile('stage', folder, env)).toThrow('.env.stage is not a file');
  });

  it('may not stand in a file that a deployment uploads, under whatever name', () => {
    const key = readFileSync(createKey('stage', folder, env), 'utf8').trim();
    const refuse = () => refuseKeyInEnvFile('stage', folder, env);
    const file = path.join(folder, '.env.stage');
    expect(refuse).not.toThrow();
    writeFileSync(file, 'GREETING=hello\n');
    expect(refuse).not.toThrow();
    writeFileSync(file, `GREETING=hello\nHARMLESS="${key}"\n`);
    expect(refuse).toThrow('as HARMLESS');
    writeFileSync(file, 'DIALTONE_KEY_STAGE=\n');
    expect(refuse).toThrow('as DIALTONE_KEY_STAGE');
  });
});
