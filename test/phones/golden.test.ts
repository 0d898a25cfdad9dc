/** The files of the example directory's phones, as they are. A change here is one to every phone. */
import { filesOfLines, linesOf, warningsOf } from '../../src/phones/lines';
import { EXAMPLE, KEY } from './example';

const PHONES = [...EXAMPLE.provisioning.extensions]
  .filter(([, { phone }]) => phone !== undefined)
  .filter(([username]) =>
    EXAMPLE.directory.extensions.get(username)?.environments.includes('prod'),
  );

it.each(PHONES)('%s', (username) => {
  const lines = linesOf(username, { environment: 'prod', project: EXAMPLE, key: KEY });
  for (const { name, content } of filesOfLines(lines)) {
    expect(content).toMatchSnapshot(name);
  }
  expect(warningsOf(username, lines)).toMatchSnapshot('warnings');
});

it('is every phone of the example that lives in prod', () => {
  expect(PHONES.length).toBeGreaterThan(6);
});
