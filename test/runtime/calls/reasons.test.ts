import { CATALOGUES, type Reason, REASONS } from '../../../src/runtime/calls';
import { CALL_LANGUAGES } from '../../../src/runtime/model/directory';
import { readTable } from './tables';

const tables = ['outgoing', 'incoming', 'dial-result', 'menus', 'operator'];
const refused = new Set(
  tables
    .flatMap((table) => readTable<'kind' | 'detail'>(table))
    .filter(({ kind }) => kind === 'refuse')
    .map(({ detail }) => detail),
);

describe('A reason', () => {
  it.each(Object.keys(REASONS) as Reason[])('%s has a sentence in every language', (reason) => {
    for (const each of CALL_LANGUAGES) {
      expect(CATALOGUES[each].reasons[reason]).toMatch(/^\p{Lu}.*[.]$/u);
    }
  });

  it.each(Object.keys(REASONS))('%s has a row in a table', (reason) => {
    expect([...refused]).toContain(reason);
  });

  it('is spoken, unless a blocked caller must not be answered', () => {
    const silent = Object.entries(REASONS).filter(([, delivery]) => delivery !== 'spoken');
    expect(silent).toEqual([['caller-blocked', 'rejected']]);
  });

  it.each(['directory-unreadable', 'lookup-failed'] as const)(
    '%s, heard where we fail, says what to do in an emergency',
    (reason) => {
      for (const language of CALL_LANGUAGES) {
        const { inAnEmergency, reasons } = CATALOGUES[language];
        expect(reasons[reason]).toContain(inAnEmergency);
      }
    },
  );

  it.each(['emergency-not-allowed', 'emergency-caller-unknown', 'emergency-failed'] as const)(
    '%s tells the caller to use another telephone',
    (reason) => {
      expect(CATALOGUES.en.reasons[reason]).toContain('use another telephone');
      expect(CATALOGUES.es.reasons[reason].toLowerCase()).toContain('use otro teléfono');
    },
  );
});
