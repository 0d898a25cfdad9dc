/** Buying a number out of those that are for sale. */
import { badRequest, type Call } from '../contract';
import { text } from '../records';
import { national } from './shop';
import type { NumberForSale, OwnedNumber } from './state';

export function boughtNumber(call: Call): OwnedNumber {
  const { account, numbers } = call.state.api;
  if (account.type === 'Trial' && numbers.length > 0) {
    throw badRequest(21404, 'A trial account has one number');
  }
  const { phoneNumber, addressRequirements, capabilities } = chosen(call);
  if (addressRequirements !== 'none' && !text(call, 'AddressSid')) {
    throw badRequest(21631, 'Phone Number Requires an Address');
  }
  return {
    sid: call.newSid('PN'),
    phoneNumber,
    friendlyName: national(phoneNumber),
    addressRequirements,
    capabilities,
    voiceUrl: null,
    voiceMethod: 'POST',
    voiceFallbackUrl: null,
    voiceFallbackMethod: 'POST',
    voiceApplicationSid: null,
    voiceCallerIdLookup: false,
    voiceReceiveMode: 'voice',
    trunkSid: null,
    statusCallback: null,
    statusCallbackMethod: 'POST',
    smsUrl: null,
    smsMethod: 'POST',
    smsFallbackUrl: null,
    smsFallbackMethod: 'POST',
    smsApplicationSid: null,
    addressSid: null,
    bundleSid: null,
    identitySid: null,
    emergencyStatus: 'Inactive',
    emergencyAddressSid: null,
    emergencyAddressStatus: 'unregistered',
    emergencyPending: null,
    dateCreated: call.now,
    dateUpdated: call.now,
  };
}

/** That number, or any with that area code. */
function chosen(call: Call): NumberForSale {
  const { forSale } = call.state.api;
  const phoneNumber = text(call, 'PhoneNumber');
  if (phoneNumber) {
    if (!/^\+[1-9]\d{6,14}$/.test(phoneNumber)) {
      throw badRequest(21421, `${phoneNumber} is not a valid number`);
    }
    const found = forSale.find((one) => one.phoneNumber === phoneNumber);
    if (!found) throw badRequest(21422, `${phoneNumber} is not available`);
    return found;
  }
  const areaCode = text(call, 'AreaCode') ?? '';
  if (!/^[2-9]\d\d$/.test(areaCode)) throw badRequest(21451, 'Invalid area code');
  const found = forSale.find((one) => one.phoneNumber.startsWith(`+1${areaCode}`));
  if (!found) throw badRequest(21452, `No phone numbers found in area code ${areaCode}`);
  return found;
}
