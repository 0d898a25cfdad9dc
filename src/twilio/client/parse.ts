/**
 * Replies of Twilio's REST API as the account's records. The SDK types every text as a string, and an
 * unset one is null on the wire: past this file it is the empty text.
 */
import type {
  ActualAddress,
  ActualCredential,
  ActualDomain,
  ActualNumber,
  ActualPermission,
} from '../actual';

/** As Twilio sends it: a text may be null. */
export type Wire<T> = {
  readonly [Name in keyof T]: T[Name] extends string ? string | null | undefined : T[Name];
};

export function parseDomain(reply: Wire<ActualDomain>): ActualDomain {
  const { dateUpdated, sipRegistration, emergencyCallingEnabled, secure } = reply;
  return {
    ...texts(reply, [
      'sid',
      'domainName',
      'authType',
      'emergencyCallerSid',
      'voiceUrl',
      'voiceMethod',
      'voiceFallbackUrl',
      'voiceFallbackMethod',
      'voiceStatusCallbackUrl',
    ]),
    ...(dateUpdated && { dateUpdated }),
    ...{ sipRegistration, emergencyCallingEnabled, secure },
  };
}

export function parseNumber(reply: Wire<ActualNumber>): ActualNumber {
  const { voiceCallerIdLookup, capabilities } = reply;
  return {
    ...texts(reply, [
      'sid',
      'phoneNumber',
      'voiceUrl',
      'voiceMethod',
      'voiceFallbackUrl',
      'voiceFallbackMethod',
      'voiceApplicationSid',
      'trunkSid',
      'voiceReceiveMode',
      'emergencyAddressSid',
      'emergencyAddressStatus',
      'statusCallback',
    ]),
    voiceCallerIdLookup: voiceCallerIdLookup === true,
    // What Twilio does not say is not complained about.
    capabilities: { voice: capabilities?.voice !== false, sms: capabilities?.sms !== false },
  };
}

export function parseAddress(reply: Wire<ActualAddress>): ActualAddress {
  const { emergencyEnabled } = reply;
  return {
    ...texts(reply, [
      'sid',
      'friendlyName',
      'customerName',
      'street',
      'streetSecondary',
      'city',
      'region',
      'postalCode',
      'isoCountry',
    ]),
    emergencyEnabled,
  };
}

export function parseCredential({
  sid,
  username,
  dateUpdated,
}: ActualCredential): ActualCredential {
  return { sid, username, dateUpdated };
}

export function parsePermission(reply: ActualPermission): ActualPermission {
  const { isoCode, lowRiskNumbersEnabled } = reply;
  const { highRiskSpecialNumbersEnabled, highRiskTollfraudNumbersEnabled } = reply;
  return {
    ...{ isoCode, lowRiskNumbersEnabled },
    ...{ highRiskSpecialNumbersEnabled, highRiskTollfraudNumbersEnabled },
  };
}

function texts<Name extends string>(
  reply: Readonly<Record<Name, string | null | undefined>>,
  names: readonly Name[],
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, reply[name] ?? ''])) as Record<Name, string>;
}
