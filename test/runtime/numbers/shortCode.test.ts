import fc from 'fast-check';
import { isLocalNumber, isShortCode } from '../../../src/runtime/numbers/shortCode';
import { runs } from '../../support/runs';

describe('A service code', () => {
  it.each(['211', '311', '411', '511', '611', '711', '811', '988'])('in the USA is %s', (code) => {
    expect(isShortCode(code, 'US')).toBe(true);
  });

  it.each(['', '0', '11', '111', '555', '700', '2345', '415911', '5550199', '+211', '*72', 'abc'])(
    'in the USA is not %j',
    (digits) => {
      expect(isShortCode(digits, 'US')).toBe(false);
    },
  );

  it.each(['101', '111', '118118'])('in Britain is %s', (code) => {
    expect(isShortCode(code, 'GB')).toBe(true);
  });

  it('is looked for in any digits without fail', () => {
    const digits = fc
      .array(fc.constantFrom(...'0123456789'), { maxLength: 8 })
      .map((each) => each.join(''));
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('US', 'CA', 'GB', 'MX', 'NZ', 'SG', 'CU', 'BY'),
        (code, country) => {
          expect(typeof isShortCode(code, country)).toBe('boolean');
        },
      ),
      { numRuns: runs(1000, 5000) },
    );
  });
});

describe('A local number', () => {
  it('is seven digits in North America', () => {
    expect(isLocalNumber('5550199', 'US')).toBe(true);
    expect(isLocalNumber('5550199', 'CA')).toBe(true);
  });

  it.each(['555019', '55501999', '1550199', '0550199', '+5550199', '', 'pizzas!'])(
    'is not %j',
    (digits) => {
      expect(isLocalNumber(digits, 'US')).toBe(false);
    },
  );

  it('is not known elsewhere', () => {
    expect(isLocalNumber('5550199', 'GB')).toBe(false);
  });
});
