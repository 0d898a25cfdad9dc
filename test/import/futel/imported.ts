/** A set-up imported and compiled: an error fails the test. */
import { compileTexts } from '../../../src/config';
import { futelDirectory, type FutelOptions } from '../../../src/import/futel/futel';
import type { FutelSetUp } from '../../fixtures/futelTown';
import { formatDiagnostics } from '../../../src/diagnostics/text';

export const OPTIONS: FutelOptions = {
  name: 'Example Phones',
  sipDomainPrefix: 'direct-example',
  handOffHost: 'pbx.example.org',
  recordings: 'https://sounds.example.org',
  incomingMenu: 'incoming_house',
};

export function importedTown(setUp: FutelSetUp, options: FutelOptions = OPTIONS) {
  const { extensions, ...more } = setUp;
  const result = futelDirectory(extensions, options, more);
  const { directory, diagnostics } = compileTexts(result.files, { twimlAssets: ['incoming'] });
  const wrong = diagnostics.filter(({ severity }) => severity === 'error');
  expect(formatDiagnostics([...result.diagnostics, ...wrong])).toBe('');
  if (!directory) throw new Error('does not compile');
  return { ...result, directory };
}
