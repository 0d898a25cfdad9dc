import fc from 'fast-check';
import { PhoneNumberFormat, PhoneNumberUtil } from 'google-libphonenumber';
import { isE164, readPhoneNumber } from '../../../src/runtime/numbers/phoneNumber';
import { runs } from '../../support/runs';

const util = PhoneNumberUtil.getInstance();

/** In North America the form, elsewhere what the library says, where it says anything. */
function validE164(digits: string): string | undefined {
  try {
    const number = util.parse(digits, 'US');
    const e164 = util.format(number, PhoneNumberFormat.E164).replace(/^\+521(\d{10})$/, '+52$1');
    const valid = e164.startsWith('+1') ? FORM.test(e164) : util.isValidNumber(util.parse(e164));
    return valid ? e164 : undefined;
  } catch {
    return undefined;
  }
}

/** NXX-NXX-XXXX, where the first three digits are not N11, N9X, 37X, 96X, or dialled for something else. */
const FORM = /^\+1(?!.11|.9|37|96|555|950|976|933|988)[2-9]\d\d[2-9]\d{6}$/;

const digits = fc
  .tuple(
    fc.constantFrom('', '+', '011', '1', '+1', '+52', '52', '+503', '+44'),
    fc.array(fc.constantFrom(...'0123456789'), { maxLength: 18 }),
  )
  .map(([prefix, rest]) => prefix + rest.join(''));

describe('A telephone number', () => {
  it.each([
    ['5035550199', '+15035550199', 'US', 'ordinary'],
    ['15035550199', '+15035550199', 'US', 'ordinary'],
    ['+15035550199', '+15035550199', 'US', 'ordinary'],
    ['6045550199', '+16045550199', 'CA', 'ordinary'],
    ['8765550199', '+18765550199', 'JM', 'ordinary'],
    ['7875550199', '+17875550199', 'PR', 'ordinary'],
    ['8005550199', '+18005550199', 'US', 'tollFree'],
    ['9005550199', '+19005550199', 'US', 'premium'],
    ['5005550199', '+15005550199', 'US', 'personal'],
    ['5885550199', '+15885550199', 'US', 'personal'],
    ['6225550199', '+16225550199', 'CA', 'personal'],
    ['6005550199', '+16005550199', 'CA', 'ordinary'],
    ['011525555550123', '+525555550123', 'MX', 'ordinary'],
    ['+5215555550123', '+525555550123', 'MX', 'ordinary'],
    ['4365550142', '+14365550142', 'new-area-codes', 'ordinary'],
    ['+15655550142', '+15655550142', 'new-area-codes', 'ordinary'],
    ['4725550142', '+14725550142', 'US', 'ordinary'],
    ['2425550142', '+12425550142', 'BS', 'ordinary'],
    ['5245210142', '+15245210142', 'US', 'personal'],
    ['+442079460123', '+442079460123', 'GB', 'ordinary'],
    ['+447012345678', '+447012345678', 'GB', 'personal'],
    ['+449061234567', '+449061234567', 'GB', 'premium'],
    ['+448431234567', '+448431234567', 'GB', 'premium'],
    ['+881612345678', '+881612345678', '001', 'ordinary'],
  ])('%s is %s in %s (%s)', (dialled, e164, region, charge) => {
    expect(readPhoneNumber(dialled, 'US')).toMatchObject({ e164, region, charge });
  });

  it('knows its parts', () => {
    expect(readPhoneNumber('5035550199', 'US')).toEqual({
      e164: '+15035550199',
      region: 'US',
      charge: 'ordinary',
      national: '5035550199',
      countryCode: '1',
    });
  });

  it.each([
    ['5035550', 'US', 'too-short'],
    ['503555019', 'US', 'too-short'],
    ['+5255123', 'US', 'too-short'],
    ['9', 'US', 'too-short'],
    ['+52', 'US', 'too-short'],
    ['011', 'US', 'too-short'],
    ['01152', 'US', 'too-short'],
    ['150355501999', 'US', 'too-long'],
    ['50355501995035550199', 'US', 'too-long'],
    ['5555550199', 'US', 'no-such-number'],
    ['5031550199', 'US', 'no-such-number'],
    ['+5035550199', 'US', 'no-such-number'],
    ['+999123456', 'US', 'no-such-number'],
    ['pizza', 'US', 'not-a-number'],
    ['', 'US', 'not-a-number'],
  ])('%s is none in %s: %s', (dialled, country, fault) => {
    expect(readPhoneNumber(dialled, country)).toBe(fault);
  });

  it('is valid, not merely possible', () => {
    fc.assert(
      fc.property(digits, (dialled) => {
        const number = readPhoneNumber(dialled, 'US');
        const e164 = typeof number === 'string' ? undefined : number.e164;
        expect(e164).toBe(validE164(dialled));
      }),
      { numRuns: runs(1000, 3000) },
    );
  });
});

describe('E.164', () => {
  it.each(['+15035550199', '+525555550123', '+442079460123', '+6834000', '+8613912345678'])(
    'is %s',
    (text) => {
      expect(isE164(text)).toBe(true);
    },
  );

  it.each([
    '',
    '15035550199',
    '5035550199',
    '+1 503 555 0199',
    '+1-503-555-0199',
    '+15555550199',
    '+5255123',
    '+5035550199',
    '+911',
    '+1911',
    '+266696687',
    '+0',
    '+05035550199',
    '++15035550199',
    '+15035550199 ',
    ' +15035550199',
    '+15035550199\n',
    '+15035550199x12',
    '+１５０３５５５０１９９',
    'tel:+15035550199',
  ])('is not %j', (text) => {
    expect(isE164(text)).toBe(false);
  });

  it('is exactly a valid number as the library writes it', () => {
    fc.assert(
      fc.property(digits, (text) => {
        expect(isE164(text)).toBe(text.startsWith('+') && validE164(text) === text);
      }),
      { numRuns: runs(1000, 3000) },
    );
  });
});
