/** `dialtone rehearse` with an operator's own folder, from a folder that is no checkout. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';

const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'elsewhere-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

describe('dialtone rehearse', () => {
  it('plays a folder named from anywhere, and leaves nothing there', () => {
    cpSync('examples/payphones', path.join(elsewhere, 'phones'), { recursive: true });
    const before = readdirSync(elsewhere, { recursive: true }).sort();
    const { status, stdout, stderr } = spawnSync(
      path.resolve('dialtone'),
      ['rehearse', '-d', 'phones', '-e', 'prod', '--calls', '5', '--json'],
      { cwd: elsewhere, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: elsewhere } },
    );
    expect([status, stderr]).toEqual([0, expect.stringContaining('no account, no network')]);
    const { wrong, calls } = JSON.parse(stdout) as { wrong: string[]; calls: unknown[] };
    expect([wrong, calls.length]).toEqual([[], 5]);
    expect(readdirSync(elsewhere, { recursive: true }).sort()).toEqual(before);
  });
});
