/** docs/emergency.md says what the code does, and explain says it of one phone. */
import { readFileSync } from 'node:fs';
import { modesTable, sourcesTable } from '../../src/pages/emergencyTables';
import { answersTo } from '../../src/simulate/whoAnswers';

/** However wide its columns are. */
const plain = (table: string) => table.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

it.each([
  ['who answers, by mode', modesTable],
  ['what is known, and from where', sourcesTable],
])('docs/emergency.md has the table of the code: %s', (_, table) => {
  expect(plain(readFileSync('docs/emergency.md', 'utf8'))).toContain(plain(table()));
});

it('counts on nobody for 911 dialled by a phone that is named by a word, but where it was tried', () => {
  const booth = { username: 'booth', number: '+15035550123' };
  const dialled = (['direct', 'menus', 'webhook'] as const).map(
    (mode) => answersTo(booth, mode).find(({ form }) => form === 'dialled')?.counts,
  );
  expect(dialled).toEqual([false, false, false]);
});
