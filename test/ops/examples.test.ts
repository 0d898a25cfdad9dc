/** The example is what an operator copies: it must be right where it is, and as a copy. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const EXAMPLE = 'examples/payphones';
const files = readdirSync(EXAMPLE).filter((file) => file.endsWith('.yaml'));

describe('The example directory', () => {
  it.each(files)('tells editors the schema of %s, also when copied to directory/', (file) => {
    const [line = ''] = readFileSync(path.join(EXAMPLE, file), 'utf8').split('\n');
    const schema = /\$schema=(\S+)/.exec(line)?.[1] ?? 'none';

    expect(existsSync(path.join(EXAMPLE, schema))).toBe(true);
    expect(
      existsSync(path.join('directory', '..', path.normalize(schema).replace('../', ''))),
    ).toBe(true);
  });
});
