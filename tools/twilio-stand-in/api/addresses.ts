/** Street addresses (https://www.twilio.com/docs/usage/api/address). */
import { ApiError, badRequest, type Call, type Route } from '../contract';
import { page2010 } from '../paging';
import { bySid, given, remove } from '../records';
import { DELETED, newestFirst, rendered, route, uriOf } from './paths';
import type { Address } from './state';

declare module '../contract' {
  interface Switches {
    /**
     * Changing or deleting an address that a number uses: documented as not possible, without
     * saying how it is refused.
     */
    addressInUse: 'refused' | 'allowed';
  }
}

const CHANGEABLE = [
  'FriendlyName',
  'CustomerName',
  'Street',
  'StreetSecondary',
  'City',
  'Region',
  'PostalCode',
  'EmergencyEnabled',
];
const CREATED = [...CHANGEABLE, 'IsoCountry'];

export const addressRoutes: readonly Route[] = [
  route('GET', '/Addresses.json', (call) =>
    page2010(call, {
      key: 'addresses',
      items: newestFirst(call.state.api.addresses).filter((address) => isAskedFor(address, call)),
      id: ({ sid }) => sid,
      render: (address) => render(address, call),
    }),
  ),
  route('POST', '/Addresses.json', (call) => {
    const blank = {
      friendlyName: null,
      streetSecondary: null,
      emergencyEnabled: false,
      verified: false,
      dateCreated: call.now,
      dateUpdated: call.now,
    };
    // What is required of an address, the document has asked for.
    const fields = given(call, CREATED) as unknown as Address;
    const address: Address = { ...blank, ...fields, sid: call.newSid('AD') };
    const checked = validated(address, call);
    call.state.api.addresses.push(checked);
    return { status: 201, body: render(checked, call) };
  }),
  route('GET', '/Addresses/{Sid}.json', (call) => ({
    status: 200,
    body: render(addressOf(call), call),
  })),
  route('POST', '/Addresses/{Sid}.json', (call) => {
    const address = addressOf(call);
    refuseInUse(address, call);
    const changed = validated({ ...address, ...given(call, CHANGEABLE) }, call);
    Object.assign(address, changed, { dateUpdated: call.now });
    return { status: 200, body: render(address, call) };
  }),
  route('DELETE', '/Addresses/{Sid}.json', (call) => {
    const address = addressOf(call);
    refuseInUse(address, call);
    remove(call.state.api.addresses, address);
    return DELETED;
  }),
];

function addressOf(call: Call): Address {
  return bySid(call.state.api.addresses, call.params['Sid'], call);
}

function isAskedFor(address: Address, { values }: Call): boolean {
  return [
    ['CustomerName', address.customerName],
    ['FriendlyName', address.friendlyName],
    ['IsoCountry', address.isoCountry],
    ['EmergencyEnabled', address.emergencyEnabled],
  ].every(([name, value]) => (values[name as string] ?? value) === value);
}

/** Only addresses for emergency calls are looked up. */
function validated(address: Address, call: Call): Address {
  if (!address.emergencyEnabled) return { ...address, validated: false };
  const { unknown, corrected } = call.state.api.streets;
  if (unknown.includes(address.street)) {
    throw badRequest(21628, 'The address could not be validated');
  }
  const street = corrected[address.street] ?? address.street;
  if (street !== address.street && call.values['AutoCorrectAddress'] === false) {
    const { city, region, postalCode } = address;
    const suggestion = `${street}, ${city}, ${region} ${postalCode}`;
    throw badRequest(21629, `The address could not be validated. Suggested: ${suggestion}`);
  }
  return { ...address, street, validated: true };
}

function refuseInUse({ sid }: Address, { state, switches }: Call): void {
  const inUse = state.api.numbers.some((number) =>
    [number.emergencyAddressSid, number.addressSid].includes(sid),
  );
  if (inUse && switches.addressInUse === 'refused') {
    throw new ApiError(409, 20409, 'The address is in use by a phone number');
  }
}

function render(address: Address, call: Call): object {
  return rendered(call, address, { uri: uriOf(call, `/Addresses/${address.sid}`) });
}
