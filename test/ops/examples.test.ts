/** The example is what an operator copies: it must be right where it is, and as a copy. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const EXAMPLE = 'examples/payphones';
const files = readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.yaml'),
);

describe('The example directory', () => {
  it.each(files)('tells editors the schema of %s, also when copied to directory/', (file) => {
    const [line = ''] = readFileSync(path.join(EXAMPLE, file), 'utf8').split('\n');
    const schema = /\$schema=(\S+)/.exec(line)?.[1] ?? 'none';

    // Relative to the file, in the example as in a copy of it.
    const of = (folder: string) => path.join(folder, path.dirname(file), schema);
    expect(existsSync(of(EXAMPLE))).toBe(true);
    expect(existsSync(of('directory'))).toBe(true);
  });
});
