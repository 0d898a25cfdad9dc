import { readParty } from '../../../src/runtime/calls';
import { readDialed } from '../../../src/runtime/calls/dialed';
import type { DialedNumber } from '../../../src/runtime/calls/dialed';
import { directory, SITES } from '../../fixtures/directory';
import { sipUri } from '../../fixtures/twilio';
import { readTable, readUri } from './tables';

type Column = 'note' | 'to' | 'site' | 'kind' | 'value';

function valueOf(dialed: DialedNumber): string {
  switch (dialed.kind) {
    case 'emergency':
      return dialed.number;
    case 'serviceCode':
    case 'featureCode':
      return dialed.code;
    case 'e164':
      return `${dialed.number} ${dialed.region}`;
    case 'extension':
      return dialed.username;
    case 'invalid':
      return dialed.reason;
    case 'operator':
    case 'menu':
      return '';
  }
}

describe('What was dialled', () => {
  it.each(readTable<Column>('dialled'))(
    'reads $to as $kind $value ($note)',
    ({ to, site, kind, value }) => {
      // Prepare
      const plan = SITES[site];
      if (!plan) throw new Error(`No site ${site}`);

      // Act
      const dialed = readDialed(readParty(readUri(to, sipUri))?.user, plan);

      // Assess
      expect({ kind: dialed.kind, value: valueOf(dialed) }).toEqual({ kind, value });
    },
  );

  it('is missing when Twilio sends no To', () => {
    expect(readDialed(undefined, directory)).toEqual({ kind: 'invalid', reason: 'to-missing' });
  });

  it('is missing when the To is empty', () => {
    expect(readDialed(readParty('')?.user, directory)).toEqual({
      kind: 'invalid',
      reason: 'to-missing',
    });
  });
});
