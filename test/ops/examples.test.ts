/** The example is what an operator copies: it must be right where it is, and as a copy. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkedProject } from '../../src/ops/check';
import { explain } from '../../src/ops/explain';

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

  // Those who are already in a language need not be told of it.
  it.each([
    ['outgoing', '+15035550124', '#', 'Para español, oprima la estrella.'],
    ['outgoing', 'hall', '#', 'For English, press star.'],
    ['incoming', '+15035550188', '+15035550100', 'Para español, oprima la estrella.'],
  ] as const)('tells the %s call of %s to %s of the other language, in it', (...row) => {
    const [direction, from, to, hint] = row;
    const question = { direction, from, to, environment: 'prod', at: new Date() } as const;
    expect(explain(question, checkedProject(EXAMPLE)).twiml).toContain(hint);
  });
});
