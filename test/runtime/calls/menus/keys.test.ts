import type { Directory } from '../../../../src/runtime/model/directory';
import { directory, inCountry, withMenuSettings } from '../../../fixtures/menus';
import { readTable } from '../tables';
import { begin } from './begin';
import { phraseInMenu } from './phrase';
import { callFrom, simulateKeys } from './simulateKeys';

type Column = 'note' | 'from' | 'to' | 'keys' | 'site' | 'kind' | 'language' | 'detail';

const SITES: Readonly<Record<string, Directory>> = {
  '': directory,
  'hash top': withMenuSettings({ hash: 'top' }),
  'plain pause': withMenuSettings({ dialTone: { collect: 'pause', pauseSeconds: 4 } }),
  'one language': { ...directory, site: { ...directory.site, languages: ['es'] } },
  GB: inCountry('GB'),
  FR: inCountry('FR'),
};

describe('A call in the menus', () => {
  it.each(readTable<Column>('menus'))(
    'from $from to $to, then $keys, is: $kind $language $detail ($note)',
    ({ from, to, keys, site, kind, language, detail }) => {
      // Prepare
      const here = SITES[site];
      if (!here) throw new Error(`No site ${site}`);

      // Act
      const decision = simulateKeys(begin(from, to, here), keys, callFrom(from, to), here);

      // Assess
      expect({
        kind: decision.kind,
        language: decision.language ?? '',
        detail: phraseInMenu(decision),
      }).toEqual({ kind, language, detail });
      expect(decision.trace?.length).toBeGreaterThan(0);
    },
  );
});
