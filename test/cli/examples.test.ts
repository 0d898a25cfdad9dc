/** The example is what an operator copies: it must be right where it is, and as a copy. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { checkedProject } from '../../src/config/checkedProject';
import { explain } from '../../src/simulate/explain';
import { schemaOf } from './faultyDirectory';

const EXAMPLE = 'examples/payphones';
const files = readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.yaml'),
);

describe('The example directory', () => {
  it.each(files)('tells editors the schema of %s, also in a copy of it anywhere', (file) => {
    const schema = schemaOf(EXAMPLE, file);
    expect(existsSync(schema)).toBe(true);
    // In the directory itself, by no link.
    expect(realpathSync(schema)).toContain(realpathSync(EXAMPLE));
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
