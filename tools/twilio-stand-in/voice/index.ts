/** Which countries the account may call (https://www.twilio.com/docs/voice/api/dialing-permissions-resources). */
import { type Call, notFound, type Product, type Route } from '../contract';
import { pageV1 } from '../paging';
import { bulkUpdate } from './bulkUpdate';
import { COUNTRIES, type Country } from './countries';

declare module '../contract' {
  interface State {
    voice: { countries: Country[]; dialingPermissionsInheritance: boolean };
  }
}

const HOST = 'voice.twilio.com';
const BASE = '/v1/DialingPermissions';
const SETTINGS = '/v1/Settings';

function route(method: Route['method'], path: string, handle: Route['handle']): Route {
  return { host: HOST, method, path, handle };
}

const routes: readonly Route[] = [
  route('GET', `${BASE}/Countries`, (call) =>
    pageV1(call, {
      key: 'content',
      items: call.state.voice.countries.filter((country) => isAskedFor(country, call)),
      id: ({ isoCode }) => isoCode,
      render,
    }),
  ),
  route('GET', `${BASE}/Countries/{IsoCode}`, (call) => ({
    status: 200,
    body: render(countryOf(call)),
  })),
  route('GET', `${BASE}/Countries/{IsoCode}/HighRiskSpecialPrefixes`, (call) =>
    pageV1(call, {
      key: 'content',
      items: countryOf(call).highRiskSpecialPrefixes,
      id: (prefix) => prefix,
      render: (prefix) => ({ prefix }),
    }),
  ),
  route('POST', `${BASE}/BulkCountryUpdates`, bulkUpdate),
  route('GET', SETTINGS, (call) => ({ status: 200, body: settings(call) })),
  route('POST', SETTINGS, (call) => {
    const inherit = call.values['DialingPermissionsInheritance'];
    if (inherit !== undefined) call.state.voice.dialingPermissionsInheritance = inherit === true;
    return { status: 202, body: settings(call) };
  }),
];

/** There is no entry for Canada: it is with the United States under US. */
function countryOf({ state, params, request }: Call): Country {
  const found = state.voice.countries.find(({ isoCode }) => isoCode === params['IsoCode']);
  if (!found) throw notFound(request.path);
  return found;
}

function isAskedFor(country: Country, { values }: Call): boolean {
  const code = values['CountryCode'];
  return (
    [
      ['IsoCode', country.isoCode],
      ['Continent', country.continent],
      ['LowRiskNumbersEnabled', country.lowRiskNumbersEnabled],
      ['HighRiskSpecialNumbersEnabled', country.highRiskSpecialNumbersEnabled],
      ['HighRiskTollfraudNumbersEnabled', country.highRiskTollfraudNumbersEnabled],
    ].every(([name, value]) => (values[name as string] ?? value) === value) &&
    (typeof code !== 'string' || country.countryCodes.includes(`+${code.replace('+', '')}`))
  );
}

function render(country: Country): object {
  const url = `https://${HOST}${BASE}/Countries/${country.isoCode}`;
  return {
    iso_code: country.isoCode,
    name: country.name,
    country_codes: country.countryCodes,
    continent: country.continent,
    low_risk_numbers_enabled: country.lowRiskNumbersEnabled,
    high_risk_special_numbers_enabled: country.highRiskSpecialNumbersEnabled,
    high_risk_tollfraud_numbers_enabled: country.highRiskTollfraudNumbersEnabled,
    url,
    links: { highrisk_special_prefixes: `${url}/HighRiskSpecialPrefixes` },
  };
}

function settings({ state }: Call): object {
  return {
    dialing_permissions_inheritance: state.voice.dialingPermissionsInheritance,
    url: `https://${HOST}${SETTINGS}`,
  };
}

export const voice: Product = {
  documents: ['twilio_voice_v1'],
  routes,
  emptyState: () => ({
    voice: {
      countries: COUNTRIES.map((country) => ({ ...country })),
      dialingPermissionsInheritance: true,
    },
  }),
};
