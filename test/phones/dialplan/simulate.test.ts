/** The simulators by the manuals' own examples, before they judge a plan of ours. */
import { type Grammar, type Options, simulate } from '../../../tools/dial-plan-simulator';
import { readExtra } from '../../runtime/calls/tables';
import { keysOf, phrase, readTable } from './phones';

type Column = 'note' | 'grammar' | 'text' | 'options' | 'typed' | 'outcome';

function optionsOf(cell: string): Options[Grammar] {
  return Object.fromEntries(
    Object.entries(readExtra(cell)).map(([name, value = '']) => [
      name,
      /^\d+$/.test(value) ? Number(value) : value,
    ]),
  );
}

describe('A simulated phone', () => {
  it.each(readTable<Column>('grammars'))('$grammar $text: $typed is $outcome ($note)', (row) => {
    const grammar = row.grammar as Grammar;
    const outcome = simulate(grammar, row.text, keysOf(row.typed), optionsOf(row.options));
    expect(phrase(outcome, row.typed)).toBe(row.outcome);
  });

  it.each<[Grammar, string]>([
    ['spa', '911|933'],
    ['spa', '(911|)'],
    ['spa', '(911S)'],
    ['spa', '(<:#>|<9:8)'],
    ['spa', '([2-x]11)'],
    ['spa', '(911)|(933)'],
    ['grandstream', '911'],
    ['grandstream', '{ 911 | | 933 }'],
    ['grandstream', '{ 911. }'],
    ['grandstream', '{ x<2=011>x+ }'],
    ['polycom', '911||933'],
    ['polycom', '9T11'],
    ['polycom', 'R9Rxxxxxxx'],
    ['polycom', '911!'],
    ['yealink', '911|'],
    ['yealink', '<12:234'],
    ['yealink', '911<T>'],
    ['yealink', '(911)'],
  ])('of %s takes nothing but its grammar: %s', (grammar, text) => {
    expect(() => simulate(grammar, text, [])).toThrow(SyntaxError);
  });

  it('of Polycom wants a timeout for each segment', () => {
    for (const timeOut of ['1', '1|2|3', '1|0', '1|x']) {
      expect(() => simulate('polycom', '911|0T', [], { timeOut })).toThrow(/2 segments/);
    }
  });
});
