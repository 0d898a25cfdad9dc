import fc from 'fast-check';
import { PhoneNumberUtil, type RegionCode, ShortNumberInfo } from 'google-libphonenumber';
import {
  emergencyForms,
  emergencyNumber,
  emergencyNumbers,
  emergencyNumbersFrom,
  generalEmergencyNumber,
  likelyEmergencyNumber,
} from '../../../src/runtime/numbers/emergency';
import { insistentForms } from '../../../src/runtime/numbers/insistence';
import { readPhoneNumber } from '../../../src/runtime/numbers/phoneNumber';
import { FULL } from '../../support/runs';
import { cpuMs } from '../../support/time';
import { anyCharacter } from '../../support/anyCharacter';
import { runs } from '../../support/runs';

const shortNumbers = ShortNumberInfo.getInstance();
const COUNTRIES: readonly string[] = FULL
  ? PhoneNumberUtil.getInstance().getSupportedRegions()
  : ['US', 'IN', 'ZA'];

const portland = { country: 'US', areaCodes: ['503', '971'] };

describe('An emergency number', () => {
  it.each([
    '911',
    '+911',
    '1911',
    '+1911',
    '503911',
    '+503911',
    '1503911',
    '+1503911',
    '971911',
    '9-1-1',
    '9.1.1',
    '(503) 911',
    '+1 (503) 911',
  ])('is 911 when %s is dialled in Portland', (dialled) => {
    expect(emergencyNumber(dialled, portland)).toBe('911');
  });

  it.each(['933', '+933', '1933', '+1933', '503933', '1503933', '9-3-3'])(
    'is 933, the test number, when %s is dialled in Portland',
    (dialled) => {
      expect(emergencyNumber(dialled, portland)).toBe('933');
    },
  );

  it.each(['112', '+112', '1112', '503112'])(
    'is 911 when a visitor dials %s in Portland',
    (dialled) => {
      expect(emergencyNumber(dialled, portland)).toBe('911');
    },
  );

  it.each([
    '',
    '9',
    '91',
    '9110',
    '0911',
    '11911',
    '415911',
    '503503911',
    '9115551212',
    '19115551212',
    '5035550911',
    '999',
    '988',
    '211',
    'x911',
    '*69911',
    '*112',
    '9119119',
    '1911911911',
    '503911911',
    '911#933',
    '415*67911',
    '++911',
    '9+11',
    '９１１',
    'constructor',
  ])('is not dialled with %s in Portland', (dialled) => {
    expect(emergencyNumber(dialled, portland)).toBeUndefined();
  });

  it.each([
    ['CA', '911', '911'],
    ['CA', '933', '933'],
    ['CA', '112', '911'],
    ['GB', '999', '999'],
    ['GB', '112', '112'],
    ['GB', '+44999', '999'],
    ['GB', '933', undefined],
    ['NZ', '111', '111'],
    ['AU', '000', '000'],
    ['AU', '112', '112'],
    ['MX', '911', '911'],
    ['MX', '933', undefined],
    ['DE', '110', '110'],
  ])('in %s dialled as %s is %s', (country, dialled, number) => {
    expect(emergencyNumber(dialled, { country, areaCodes: [] })).toBe(number);
  });

  it('is read at once from any string, however long', () => {
    const cpu = cpuMs(() => {
      expect(emergencyNumber('1'.repeat(1_000_000), portland)).toBeUndefined();
      expect(emergencyNumber(`${'('.repeat(1_000_000)}911`, portland)).toBe('911');
    });
    expect(cpu).toBeLessThan(1000);
  });

  it('is read from any string without fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (dialled) => {
        expect([undefined, '911', '933']).toContain(emergencyNumber(dialled, portland));
      }),
    );
  });
});

describe('The emergency numbers of a country', () => {
  it.each([
    ['US', ['112', '911', '933']],
    ['GB', ['112', '999']],
    ['FR', ['112', '15', '17', '18']],
    ['IN', ['100', '101', '102', '108', '112', '1298', '2611']],
    ['SE', ['112', '90000']],
    ['ZA', ['10111', '10177', '112']],
  ])('%s are %p', (country, numbers) => {
    expect([...emergencyNumbers(country)].sort()).toEqual(numbers);
  });

  it.each(COUNTRIES)('%s leave out none of four or five digits', (country) => {
    const found = emergencyNumbers(country);
    const left = Array.from({ length: 11e4 }, (_, n) =>
      n < 1e4 ? String(n).padStart(4, '0') : String(n - 1e4).padStart(5, '0'),
    ).filter(
      (digits) =>
        shortNumbers.isEmergencyNumber(digits, country as RegionCode) && !found.includes(digits),
    );
    expect(left).toEqual([]);
  });
});

describe('The forms of an emergency number', () => {
  it('are all those of the specification', () => {
    const forms = emergencyForms({ country: 'US', areaCodes: ['503'] });
    expect(forms).toEqual(
      expect.arrayContaining([
        '911',
        '+911',
        '1911',
        '+1911',
        '503911',
        '+503911',
        '1503911',
        '+1503911',
        '933',
        '+1933',
        '112',
      ]),
    );
  });

  it.each(['US', 'GB'])('are all recognised in %s', (country) => {
    const numbering = { country, areaCodes: ['503', '971'] };
    const forms = emergencyForms(numbering);
    expect(forms.length).toBeGreaterThan(0);
    for (const form of forms) {
      expect([form, emergencyNumber(form, numbering)]).toEqual([form, expect.any(String)]);
    }
  });

  it('are the only ones but for those that are insisted on', () => {
    const forms = new Set(emergencyForms(portland));
    const repeated = /^\+?(1?(?:911|933|112))\1+$/;
    const nearly = fc
      .array(fc.constantFrom('911', '933', '112', '503', '971', '1', '+', '0', '9'), {
        maxLength: 5,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(nearly, (dialled) => {
        const isForm = forms.has(dialled) || repeated.test(dialled);
        expect(emergencyNumber(dialled, portland) !== undefined).toBe(isForm);
      }),
      { numRuns: runs(500, 2000) },
    );
  });
});

describe('A number that is insisted on', () => {
  it.each([
    ['US', '911'],
    ['CA', '933'],
    ['GB', '999'],
    ['GB', '112'],
    ['AU', '000'],
    ['IE', '999'],
    ['FR', '112'],
    ['DE', '110'],
  ])('is one in %s: %s', (country, number) => {
    for (const form of insistentForms(number, country)) {
      // 112112112 is a telephone in Ajaccio.
      if (typeof readPhoneNumber(form, country) !== 'string') continue;
      expect([form, emergencyNumber(form, { country, areaCodes: [] })]).toEqual([form, number]);
    }
  });

  it('is not 112 after a star in North America: a speed dial may be meant', () => {
    expect(emergencyNumber('*112', portland)).toBeUndefined();
    expect(emergencyNumber('*67112', portland)).toBe('911');
    expect(likelyEmergencyNumber('1122', portland)).toBeUndefined();
    expect(likelyEmergencyNumber('9111', portland)).toBe('911');
  });

  it('is never a number that can be called', () => {
    const keys = fc
      .array(fc.constantFrom('911', '933', '112', '999', '110', '1', '9', '141', '5'), {
        minLength: 1,
        maxLength: 7,
      })
      .map((parts) => parts.join(''));
    const countries = ['US', 'CA', 'GB', 'DE', 'IN', 'PL', 'FR'].map((country) => {
      const numbering = { country, areaCodes: [] };
      return { country, numbering, forms: new Set(emergencyForms(numbering)) };
    });
    fc.assert(
      fc.property(keys, fc.constantFrom(...countries), (dialled, { country, numbering, forms }) => {
        const isNumber =
          typeof readPhoneNumber(dialled, country) !== 'string' ||
          typeof readPhoneNumber(`+${dialled}`, country) !== 'string';
        if (!isNumber || forms.has(dialled)) return;
        expect(emergencyNumber(dialled, numbering)).toBeUndefined();
        expect(likelyEmergencyNumber(dialled, numbering)).toBeUndefined();
      }),
      { numRuns: runs(250, 1000) },
    );
  });
});

describe('The number for whoever needs help', () => {
  it.each([
    // Where Twilio places emergency calls.
    ['US', '911'],
    ['CA', '911'],
    ['GB', '999'],
    // Not 106, which is for text telephones.
    ['AU', '000'],
    ['IE', '112'],
    ['FR', '112'],
    // Not 110, which is the police.
    ['DE', '112'],
    ['AT', '112'],
    ['MX', '911'],
    ['NZ', '111'],
    // None for everything: the first of several.
    ['JP', '110'],
    // No such country.
    ['ZZ', '112'],
  ])('in %s is %s', (country, number) => {
    expect(generalEmergencyNumber(country)).toBe(number);
  });

  it('comes first of those that begin with a key', () => {
    expect(emergencyNumbersFrom('1', 'DE')).toEqual(['112', '110']);
    expect(emergencyNumbersFrom('1', 'FR')).toEqual(['112', '15', '17', '18']);
    expect(emergencyNumbersFrom('0', 'AU')).toEqual(['000']);
    expect(emergencyNumbersFrom('9', 'US')).toEqual(['911', '933']);
  });
});
