/** docs/own-folder.md's steps for moving out of the checkout, as they are written. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectCopy } from './commandLine';

const project = projectCopy();
const checkout = path.join(project.folder, 'checkout');
const phones = path.join(project.folder, 'phones');
afterAll(() => project.remove());

const KEY = Buffer.alloc(32, 5).toString('base64url');
const [, STEPS = ''] =
  /## Move out of the checkout[^]*?```sh\n([^]*?)```/.exec(
    readFileSync('docs/own-folder.md', 'utf8'),
  ) ?? [];

/** Without an account there is no plan. */
const script = STEPS.replace('plan --environment prod', 'check');

function inCheckout(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(checkout, file)), { recursive: true });
  writeFileSync(path.join(checkout, file), text, { mode: 0o600 });
}

describe('The steps for moving out of the checkout', () => {
  let output = '';
  beforeAll(() => {
    mkdirSync(checkout);
    for (const name of ['dialtone', 'src', 'tools', 'examples', 'schema', 'package.json']) {
      renameSync(path.join(project.folder, name), path.join(checkout, name));
    }
    cpSync('.env.example', path.join(checkout, '.env.example'));
    cpSync(path.join(checkout, 'examples/payphones'), path.join(checkout, 'directory'), {
      recursive: true,
    });
    inCheckout('.keys/prod.key', `${KEY}\n`);
    inCheckout('directory/.keys/.gitignore', '*\n');
    inCheckout('.env.prod', 'ACCOUNT_SID=AC0\n');
    const name = ['Example', 'example@example.com'];
    const [GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL] = name;
    output = execFileSync('bash', ['-c', `exec 2>&1\n${script}`], {
      cwd: checkout,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: project.folder,
        ...{ GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL },
        ...{ GIT_COMMITTER_NAME: GIT_AUTHOR_NAME, GIT_COMMITTER_EMAIL: GIT_AUTHOR_EMAIL },
      },
    });
  });

  it("bring all that is the operator's, and the directory builds there", () => {
    expect(STEPS).toContain('plan --environment prod');
    expect(output).toContain('phones: 10 extensions');
    expect(readFileSync(path.join(phones, '.keys/prod.key'), 'utf8')).toBe(`${KEY}\n`);
    expect(readFileSync(path.join(phones, '.env.prod'), 'utf8')).toBe('ACCOUNT_SID=AC0\n');
  });

  it("leave what is Dialtone's, and nothing else", () => {
    expect(existsSync(path.join(checkout, '.env.example'))).toBe(true);
    for (const name of ['directory', '.keys', '.env.prod']) {
      expect(existsSync(path.join(checkout, name))).toBe(false);
    }
  });

  it('commit no secret', () => {
    const files = execFileSync('git', ['ls-files'], { cwd: phones, encoding: 'utf8' });
    expect(files).toContain('extensions.yaml');
    expect(files).not.toMatch(/\.key$|\.env/m);
  });
});
