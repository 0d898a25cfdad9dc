import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

describe('Generated files', () => {
  it('are what the schemas say', () => {
    // In a process of its own: prettier loads itself in a way that jest does not offer.
    const args = ['--import', 'tsx', 'src/pages/generate.ts', '--check'];
    expect(() => execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'pipe' })).not.toThrow();
  });
});
