/** Numbers for sale (https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource). */
import { type ApiReply, type Call, notFound, type Route } from '../contract';
import { text } from '../records';
import { route, uriOf } from './paths';
import type { NumberForSale } from './state';

const COUNTRIES: Readonly<Record<string, string>> = { CA: 'Canada', US: 'United States' };
const KINDS = { Local: 'local', TollFree: 'toll_free' } as const;
const DEFAULT_SIZE = 50;
const KEYPAD = ['', '', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

export const shopRoutes: readonly Route[] = [
  route('GET', '/AvailablePhoneNumbers.json', (call) => ({
    status: 200,
    body: {
      countries: Object.keys(COUNTRIES).map((code) => renderCountry(code, call)),
      uri: uriOf(call, '/AvailablePhoneNumbers'),
    },
  })),
  route('GET', '/AvailablePhoneNumbers/{CountryCode}.json', (call) => ({
    status: 200,
    body: renderCountry(countryOf(call), call),
  })),
  route('GET', '/AvailablePhoneNumbers/{CountryCode}/Local.json', (call) => search(call, 'Local')),
  route('GET', '/AvailablePhoneNumbers/{CountryCode}/TollFree.json', (call) =>
    search(call, 'TollFree'),
  ),
];

/** Fictional numbers: of every area code, 555-0100 to 555-0119. */
export function fictionalNumbers(): NumberForSale[] {
  const local = { kind: 'Local', isoCountry: 'US' } as const;
  const areas = [
    { ...local, code: '503', region: 'OR', locality: 'Portland', postalCode: '97201' },
    { ...local, code: '212', region: 'NY', locality: 'New York', postalCode: '10001' },
    {
      ...local,
      code: '604',
      region: 'BC',
      locality: 'Vancouver',
      postalCode: null,
      isoCountry: 'CA',
    },
    { ...local, code: '800', region: null, locality: null, postalCode: null, kind: 'TollFree' },
  ] as const;
  return areas.flatMap(({ code, ...area }) =>
    Array.from({ length: 20 }, (_, index) => ({
      ...area,
      phoneNumber: `+1${code}55501${String(index).padStart(2, '0')}`,
      rateCenter: area.locality?.toUpperCase() ?? null,
      addressRequirements: 'none' as const,
      capabilities: { voice: true, sms: true, mms: true, fax: false },
    })),
  );
}

/** `+15035550123` → `(503) 555-0123` */
export function national(phoneNumber: string): string {
  return phoneNumber.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
}

/** They come on one page. */
function search(call: Call, kind: NumberForSale['kind']): ApiReply {
  const country = countryOf(call);
  const size = Number(call.values['PageSize'] ?? DEFAULT_SIZE);
  const found = call.state.api.forSale
    .filter((one) => one.kind === kind && one.isoCountry === country)
    .filter((one) => isAskedFor(one, call));
  return {
    status: 200,
    body: {
      available_phone_numbers: found.slice(0, size).map(render),
      uri: uriOf(call, `/AvailablePhoneNumbers/${country}/${kind}`),
    },
  };
}

function isAskedFor(one: NumberForSale, call: Call): boolean {
  const { capabilities, addressRequirements } = one;
  const areaCode = call.values['AreaCode'] as number | undefined;
  const places = [
    ['InRegion', one.region],
    ['InLocality', one.locality],
    ['InPostalCode', one.postalCode],
    ['InRateCenter', one.rateCenter],
    ['VoiceEnabled', capabilities.voice],
    ['SmsEnabled', capabilities.sms],
    ['MmsEnabled', capabilities.mms],
    ['FaxEnabled', capabilities.fax],
  ] as const;
  return (
    (areaCode === undefined || one.phoneNumber.startsWith(`+1${areaCode}`)) &&
    containing(text(call, 'Contains') ?? '').test(one.phoneNumber) &&
    places.every(([name, value]) => (call.values[name] ?? value) === value) &&
    (call.values['ExcludeAllAddressRequired'] !== true || addressRequirements === 'none') &&
    (call.values['ExcludeLocalAddressRequired'] !== true || addressRequirements !== 'local') &&
    (call.values['ExcludeForeignAddressRequired'] !== true || addressRequirements !== 'foreign')
  );
}

/** Digits, letters as on a dial, and `*` for any. */
function containing(pattern: string): RegExp {
  const digits = [...pattern.toLowerCase()].map((sign) => {
    if (/[a-z]/.test(sign)) return KEYPAD.findIndex((letters) => letters.includes(sign));
    if (sign === '*') return '\\d';
    return /\d/.test(sign) ? sign : '';
  });
  return new RegExp(digits.join(''));
}

function countryOf({ params, request }: Call): string {
  const code = params['CountryCode']!;
  if (!COUNTRIES[code]) throw notFound(request.path);
  return code;
}

function renderCountry(code: string, call: Call): object {
  const path = `/AvailablePhoneNumbers/${code}`;
  const kinds = Object.entries(KINDS).map(([kind, name]) => [name, uriOf(call, `${path}/${kind}`)]);
  return {
    country_code: code,
    country: COUNTRIES[code],
    beta: false,
    uri: uriOf(call, path),
    subresource_uris: Object.fromEntries(kinds) as Record<string, string>,
  };
}

function render(one: NumberForSale): object {
  return {
    phone_number: one.phoneNumber,
    friendly_name: national(one.phoneNumber),
    iso_country: one.isoCountry,
    region: one.region,
    locality: one.locality,
    postal_code: one.postalCode,
    rate_center: one.rateCenter,
    lata: null,
    latitude: null,
    longitude: null,
    address_requirements: one.addressRequirements,
    beta: false,
    capabilities: one.capabilities,
  };
}
