import { REASONS } from '../../../src/runtime/calls';
import { IN_AN_EMERGENCY } from '../../../src/runtime/calls/reasons';
import { LANGUAGES } from '../../../src/runtime/model/directory';
import { readTable } from './tables';

const tables = ['outgoing', 'incoming', 'dial-result', 'menus', 'operator'];
const refused = new Set(
  tables
    .flatMap((table) => readTable<'kind' | 'detail'>(table))
    .filter(({ kind }) => kind === 'refuse')
    .map(({ detail }) => detail),
);

describe('A reason', () => {
  it.each(Object.entries(REASONS))('%s has a sentence in every language', (_, { sentence }) => {
    for (const language of LANGUAGES) expect(sentence[language]).toMatch(/^\p{Lu}.*[.]$/u);
  });

  it.each(Object.keys(REASONS))('%s has a row in a table', (reason) => {
    expect([...refused]).toContain(reason);
  });

  it('is spoken, unless a blocked caller must not be answered', () => {
    const silent = Object.entries(REASONS).filter(([, entry]) => entry.delivery !== 'spoken');
    expect(silent).toMatchObject([['caller-blocked', { delivery: 'rejected' }]]);
  });

  it.each(['directory-unreadable', 'lookup-failed'] as const)(
    '%s, heard where we fail, says what to do in an emergency',
    (reason) => {
      for (const language of LANGUAGES) {
        expect(REASONS[reason].sentence[language]).toContain(IN_AN_EMERGENCY[language]);
      }
    },
  );

  it.each(['emergency-not-allowed', 'emergency-caller-unknown', 'emergency-failed'] as const)(
    '%s tells the caller to use another telephone',
    (reason) => {
      expect(REASONS[reason].sentence.en).toContain('use another telephone');
      expect(REASONS[reason].sentence.es.toLowerCase()).toContain('use otro teléfono');
    },
  );
});
