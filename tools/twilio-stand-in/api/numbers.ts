/** The account's phone numbers (https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource). */
import { badRequest, type Call, notFound, type Route } from '../contract';
import { page2010 } from '../paging';
import { bySid, given, remove, text, without } from '../records';
import { setEmergencyAddress, decideRegistration } from './emergency';
import { API_VERSION, DELETED, newestFirst, rendered, route, uriOf } from './paths';
import { boughtNumber } from './purchase';
import type { OwnedNumber } from './state';

const SETTINGS = [
  'FriendlyName',
  'VoiceUrl',
  'VoiceMethod',
  'VoiceFallbackUrl',
  'VoiceFallbackMethod',
  'VoiceCallerIdLookup',
  'VoiceReceiveMode',
  'StatusCallback',
  'StatusCallbackMethod',
  'SmsUrl',
  'SmsMethod',
  'SmsFallbackUrl',
  'SmsFallbackMethod',
  'SmsApplicationSid',
  'AddressSid',
  'BundleSid',
  'IdentitySid',
];

export const numberRoutes: readonly Route[] = [
  route('GET', '/IncomingPhoneNumbers.json', (call) =>
    page2010(call, {
      key: 'incoming_phone_numbers',
      items: newestFirst(call.state.api.numbers).filter((number) => isAskedFor(number, call)),
      id: ({ sid }) => sid,
      render: (number) => read(number, call),
    }),
  ),
  route('POST', '/IncomingPhoneNumbers.json', (call) => {
    const number = boughtNumber(call);
    apply(number, call);
    const { api } = call.state;
    api.forSale = api.forSale.filter(({ phoneNumber }) => phoneNumber !== number.phoneNumber);
    api.numbers.push(number);
    return { status: 201, body: render(number, call) };
  }),
  route('GET', '/IncomingPhoneNumbers/{Sid}.json', (call) => ({
    status: 200,
    body: read(numberOf(call), call),
  })),
  route('POST', '/IncomingPhoneNumbers/{Sid}.json', (call) => {
    const number = numberOf(call);
    const changed = { ...number };
    apply(changed, call);
    Object.assign(number, changed, { dateUpdated: call.now });
    return { status: 200, body: render(number, call) };
  }),
  route('DELETE', '/IncomingPhoneNumbers/{Sid}.json', (call) => {
    remove(call.state.api.numbers, numberOf(call));
    return DELETED;
  }),
];

function numberOf(call: Call): OwnedNumber {
  return bySid(call.state.api.numbers, call.params['Sid'], call);
}

/** A part of a number is enough, with `*` for any digit. */
function isAskedFor({ phoneNumber, friendlyName }: OwnedNumber, call: Call): boolean {
  const requested = text(call, 'PhoneNumber') ?? '';
  const pattern = requested.replace(/[^\d*]/g, '').replaceAll('*', '\\d');
  return (
    new RegExp(pattern).test(phoneNumber) &&
    (text(call, 'FriendlyName') ?? friendlyName) === friendlyName &&
    call.values['Beta'] !== true
  );
}

/** `EmergencyStatus` has done nothing since October 2021; nor does it here. */
function apply(number: OwnedNumber, call: Call): void {
  if (call.values['AccountSid'] !== undefined && text(call, 'AccountSid') !== call.accountSid) {
    throw notFound(call.request.path);
  }
  Object.assign(number, given(call, SETTINGS));
  setDestination(number, call);
  if (number.voiceFallbackUrl && !number.voiceUrl) {
    throw badRequest(21405, 'VoiceFallbackUrl without VoiceUrl');
  }
  const emergencyAddress = text(call, 'EmergencyAddressSid');
  if (emergencyAddress !== undefined) setEmergencyAddress(number, emergencyAddress, call);
}

/** An application and a trunk shut each other out. */
function setDestination(number: OwnedNumber, call: Call): void {
  const { voiceApplicationSid, trunkSid } = given(call, ['VoiceApplicationSid', 'TrunkSid']) as {
    readonly voiceApplicationSid?: string | null;
    readonly trunkSid?: string | null;
  };
  if (voiceApplicationSid !== undefined) {
    const { applications } = call.state.api;
    if (voiceApplicationSid && !applications.some(({ sid }) => sid === voiceApplicationSid)) {
      throw badRequest(21420, 'The application is not of this account');
    }
    number.voiceApplicationSid = voiceApplicationSid;
    if (voiceApplicationSid) number.trunkSid = null;
  }
  if (trunkSid !== undefined) {
    number.trunkSid = trunkSid;
    if (trunkSid) number.voiceApplicationSid = null;
  }
}

function read(number: OwnedNumber, call: Call): object {
  decideRegistration(number, call);
  return render(number, call);
}

function render(number: OwnedNumber, call: Call): object {
  return rendered(call, without(number, 'emergencyPending'), {
    api_version: API_VERSION,
    beta: false,
    origin: 'twilio',
    status: 'in-use',
    uri: uriOf(call, `/IncomingPhoneNumbers/${number.sid}`),
  });
}
