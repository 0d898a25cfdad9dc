/** What each phone does with what people dial: `tables/dialling.csv`. */
import type { Grammar } from '../../../tools/dial-plan-simulator';
import { dial, FAMILIES, phrase, planOf, readTable } from './phones';

type Column = 'note' | 'phone' | 'dialled' | Grammar;

describe.each(FAMILIES)('On a phone of the family %s', (family) => {
  it.each(readTable<Column>('dialling'))('$phone dials $dialled ($note)', (row) => {
    const outcome = dial(family, planOf(row.phone), row.dialled);
    expect(phrase(outcome, row.dialled)).toBe(row[family]);
  });
});
