/**
 * What Twilio holds, as far as one environment is concerned: read anew each time, kept nowhere. A text
 * that Twilio leaves empty or null is the empty text here (`parse.ts`).
 */
import type { Deployment } from './deploy/deployment';

export interface Actual {
  readonly deployment?: Deployment | undefined;
  readonly domain?: ActualDomain | undefined;
  /** Those that bear our name, in order, and others that are mapped to our domain. */
  readonly lists: readonly ActualList[];
  /** Lists that our domain does not ask, with phones whose password was set by hand and that are on none it asks. */
  readonly unusedLists: readonly UnusedList[];
  /** The account's numbers that the directory names, by E.164 number. */
  readonly numbers: ReadonlyMap<string, ActualNumber>;
  readonly addresses: readonly ActualAddress[];
  /** All numbers of the account that have an emergency address, also those that the directory does not name. */
  readonly addressed: readonly ActualNumber[];
  /** All numbers of the account, in E.164. */
  readonly owned: ReadonlySet<string>;
  /** Other SIP domains that this environment's functions answer. */
  readonly otherDomains: readonly string[];
  /** Only read where asked for. */
  readonly permissions?: readonly ActualPermission[];
}

export interface ActualDomain {
  readonly dateUpdated?: Date;
  readonly sid: string;
  readonly domainName: string;
  readonly authType: string;
  readonly sipRegistration: boolean;
  readonly emergencyCallingEnabled: boolean;
  readonly emergencyCallerSid: string;
  readonly secure: boolean;
  readonly voiceUrl: string;
  readonly voiceMethod: string;
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: string;
  readonly voiceStatusCallbackUrl: string;
}

export interface ActualList {
  readonly sid: string;
  readonly name: string;
  /** 1 for the first of ours, 2 for the one named `… #2`; undefined for one that is not ours. */
  readonly ordinal?: number | undefined;
  readonly credentials: readonly ActualCredential[];
  /** Phones with its credentials may call. */
  readonly calls: boolean;
  /** Phones with its credentials may register. */
  readonly registrations: boolean;
  /** Other SIP domains of the account that ask it too. */
  readonly elsewhere: readonly string[];
}

/** A list made by hand that another SIP domain asks, or none. */
export interface UnusedList {
  readonly name: string;
  /** Of the directory's phones, those on it. */
  readonly usernames: readonly string[];
  /** SIP domains that ask it. */
  readonly elsewhere: readonly string[];
}

export interface ActualCredential {
  readonly sid: string;
  readonly username: string;
  readonly dateUpdated: Date;
}

export interface ActualNumber {
  readonly sid: string;
  readonly phoneNumber: string;
  readonly voiceUrl: string;
  readonly voiceMethod: string;
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: string;
  readonly voiceApplicationSid: string;
  readonly trunkSid: string;
  readonly voiceReceiveMode: string;
  readonly emergencyAddressSid: string;
  readonly emergencyAddressStatus: string;
  readonly statusCallback: string;
  /** Twilio looks up the name of each caller, for a fee. */
  readonly voiceCallerIdLookup: boolean;
  readonly capabilities: { readonly voice: boolean; readonly sms: boolean };
}

export interface ActualAddress {
  readonly sid: string;
  readonly friendlyName: string;
  readonly customerName: string;
  readonly street: string;
  readonly streetSecondary: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly isoCountry: string;
  readonly emergencyEnabled: boolean;
}

export interface ActualPermission {
  readonly isoCode: string;
  readonly lowRiskNumbersEnabled: boolean;
  readonly highRiskSpecialNumbersEnabled: boolean;
  readonly highRiskTollfraudNumbersEnabled: boolean;
}
