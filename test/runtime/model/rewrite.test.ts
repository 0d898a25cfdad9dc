import fc from 'fast-check';
import { openRewrite } from '../../../src/runtime/model/rewrite';
import { emergencyForms } from '../../../src/runtime/numbers/emergency';
import { compileFiles, open } from '../../config/support';
import { cpuMs } from '../../support/time';
import { runs } from '../../support/runs';

describe('Rewrite rules', () => {
  it.each([
    ['^64(\\d{8})$', '+64$1', '6412345678', '+6412345678'],
    ['64(\\d{8})', '+64$1', '6412345678', '+6412345678'],
    ['64(\\d{8})', '+64$1', '64123456789', undefined],
    ['64|65', '1', '645', undefined],
    ['(\\d)(\\d)?', '$2$1', '7', '7'],
    ['(\\d)', '$10', '7', '70'],
    ['55', '+1$0', '55', '+155'],
  ])('%s → %s makes of %s %s', (from, to, dialled, expected) => {
    expect(openRewrite({ from, to }).apply(dialled)).toBe(expected);
  });

  it('takes an outside-line rule, whose result is read again with emergency first', () => {
    const { rewrites } = open({
      'calling.yaml': `rewrite: [{ from: '^9(\\d{10,})$', to: '$1' }]`,
    });
    expect(rewrites[0]?.apply('95035550199')).toBe('5035550199');
  });

  it('runs in linear time', () => {
    const rule = openRewrite({ from: '(a+)+$', to: '1' });
    const text = `${'a'.repeat(20_000)}!`;
    // A backtracking engine would take longer than the universe is old.
    expect(cpuMs(() => expect(rule.apply(text)).toBeUndefined())).toBeLessThan(5_000);
  });

  it.each([
    ['\\*(\\d{3})', '+15035550$1', '*911'],
    ['911(\\d{3})', '+15035550$1', '911911'],
    ['\\*67(\\d{3,})', '5035550199', '*67911'],
  ])('may not take %s, which is how somebody may dial 911', (from, to, form) => {
    const text = JSON.stringify(
      compileFiles({
        'calling.yaml': `rewrite: [{ from: '${from}', to: '${to}' }]`,
      }),
    );
    expect(text).toContain('no rule may change an emergency call');
    expect(text).toContain(form);
  });

  it.each([
    ['\\*67(\\d{3,})', '$1'],
    ['9(\\d{3}|1?\\d{10})', '$1'],
    ['\\*1(\\d\\d)', '+150355501$1'],
    ['1122', '+15035550199'],
  ])('may take %s: 911 comes of it, or nobody means 911 by it', (from, to) => {
    expect(
      compileFiles({ 'calling.yaml': `rewrite: [{ from: '${from}', to: '${to}' }]` }).diagnostics,
    ).toEqual([]);
  });

  it('never match an emergency number once they compile', () => {
    const piece = fc.constantFrom(
      '9',
      '1',
      '11',
      '\\d',
      '[0-9]',
      '.',
      '(9)',
      '\\+?',
      '503',
      '[2-9]',
    );
    const suffix = fc.constantFrom('', '*', '+', '?', '{2}', '{3}', '{1,7}', '|');
    const pattern = fc
      .array(fc.tuple(piece, suffix), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.flat().join(''));
    const forms = emergencyForms({ country: 'US', areaCodes: ['503'] });
    fc.assert(
      fc.property(pattern, (from) => {
        const { directory } = compileFiles({
          'calling.yaml': `rewrite: [{ from: '${from}', to: '411' }]`,
        });
        for (const rule of directory?.rewrites ?? []) {
          const opened = openRewrite(rule);
          expect(forms.filter((form) => opened.apply(form) !== undefined)).toEqual([]);
        }
      }),
      { numRuns: runs(50, 150) },
    );
  });
});
