/** The files of the example directory's phones, as they are. A change here is one to every phone. */
import { otherLinesOf, settingsFor } from '../../src/phones/settings';
import { EXAMPLE, KEY } from './example';

const PHONES = [...EXAMPLE.provisioning.extensions]
  .filter(([, { phone }]) => phone !== undefined)
  .filter(([username]) =>
    EXAMPLE.directory.extensions.get(username)?.environments.includes('prod'),
  );

it.each(PHONES)('%s', (username) => {
  const settings = settingsFor(username, 'prod', EXAMPLE, KEY);
  const others = otherLinesOf(username, 'prod', EXAMPLE, KEY);
  for (const { name, content } of settings.model.files(settings, others)) {
    expect(content).toMatchSnapshot(name);
  }
  expect(settings.model.warnings(settings)).toMatchSnapshot('warnings');
});

it('is every phone of the example that lives in prod', () => {
  expect(PHONES.length).toBeGreaterThan(6);
});
