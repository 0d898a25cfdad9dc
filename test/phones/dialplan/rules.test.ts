/** Rewrite rules as entries of a dial plan. */
import { openRewrite } from '../../../src/runtime/model/rewrite';
import { dialPlanFor } from '../../../src/phones/dialplan/plan';
import { sequencesOf } from '../../../src/runtime/numbers/rulePatterns';
import { rulesOf } from '../../../src/phones/dialplan/rules';
import { directory, extension } from '../../fixtures/directory';

/** `64xx`, as a telephone person writes it. */
function written(expression: string): string | undefined {
  return sequencesOf(expression)
    ?.map((keys) =>
      keys
        .map((set) => (set === '0123456789' ? 'x' : set.length === 1 ? set : `[${set}]`))
        .join(''),
    )
    .join(' ');
}

describe('The expression of a rule', () => {
  it.each([
    ['^64(\\d{8})$', '64xxxxxxxx'],
    ['64\\d\\d', '64xx'],
    ['^(650\\d{7})$', '650xxxxxxx'],
    ['9(1?\\d{3}|\\d)', '9xxx 91xxx 9x'],
    ['^(?:88(\\d\\d))$', '88xx'],
    ['\\*82(\\d{2})', '*82xx'],
    ['#(1|2)', '#1 #2'],
    ['[2-9]1', '[23456789]1'],
    ['[147*]', '[147*]'],
    ['1{0,2}', ' 1 11'],
    ['(12){2}', '1212'],
    ['(?:1|2)?3', '3 13 23'],
    ['\\+1(\\d)', ''],
    ['(\\+|00)1', '001'],
    ['desk', ''],
    ['a|1', '1'],
  ])('%s is dialled as %s', (expression, expected) => {
    expect(written(expression)).toBe(expected);
  });

  it.each([
    '9\\d+',
    '9\\d*',
    '9.',
    '.{4}',
    '[^1]\\d',
    '\\D',
    '\\w{4}',
    '\\d{2,}',
    '\\d{30}',
    '(?i)9',
    '(?P<n>\\d)',
    '\\d{2}?',
    '(1|2|3){4}',
    '[1-]',
    '[\\d]',
    '[9-1]',
    '1)2',
    '(1',
    '\\pN',
  ])('%s is too general for a phone', (expression) => {
    expect(written(expression)).toBeUndefined();
  });

  it('has the rule itself for a judge', () => {
    // `^` inside never matches, whatever stands around it.
    const rule = openRewrite({ from: '1^2', to: '5035550199' });
    expect(rulesOf({ rewrites: [rule] })).toEqual({ patterns: [], tooFree: [rule] });
  });
});

describe('A dial plan with rules', () => {
  const planWith = (from: string, to: string, emergency = false) => {
    const phone = extension('alder', { emergency, number: '+15035550199' });
    const rewrites = [openRewrite({ from, to })];
    return dialPlanFor(phone, { ...directory, rewrites });
  };
  const ruled = (from: string) =>
    planWith(from, '+15035550199').entries.filter(({ kind }) => kind === 'rule');

  it('adds nothing that it lets through anyway', () => {
    expect(ruled('64(\\d{8})')).toEqual([]);
    expect(ruled('1503(\\d{7})')).toEqual([]);
  });

  it('adds what begins like nothing else', () => {
    expect(ruled('\\*83(\\d{2})')).toHaveLength(1);
    expect(ruled('0(\\d{2})').map(({ when }) => when)).toEqual(
      // All but 011, with which other numbers begin.
      ['now', 'now', { afterSeconds: 4 }],
    );
  });

  it('says so where it cannot hold a rule', () => {
    expect(planWith('7\\d+', '+15035550199').notes.join()).toContain('`7\\d+` is too general');
  });

  it('denies what a rule makes an emergency call', () => {
    const { entries, neverSent } = planWith('9(\\d{3})', '$1');
    const denied = entries.filter(({ action }) => action === 'deny');
    expect(denied.map(({ pattern }) => pattern.keys.join(''))).toEqual(
      expect.arrayContaining(['9911', '9933']),
    );
    expect(neverSent).toEqual([]);
  });

  it('never sends one with which other numbers begin', () => {
    // 770 is Georgia: 77 cannot be denied without it.
    const { entries, neverSent } = planWith('77', '911');
    expect(neverSent).toEqual(['77']);
    expect(entries.filter(({ kind }) => kind === 'rule')).toEqual([]);
    const allowed = planWith('77', '911', true);
    expect(allowed.entries).toContainEqual(
      expect.objectContaining({ kind: 'rule', when: { afterSeconds: 4 }, action: 'send' }),
    );
  });
});
