/** What an account has at api.twilio.com. Names are those of the SDK. */
import type { Dated } from '../records';
import type { MessageRecord, QueueRecord, RecordingRecord } from './telephone';

declare module '../contract' {
  interface State {
    api: ApiState;
  }
  interface Switches {
    /** What a cleared URL or SID reads as: not documented, and seen both ways in Twilio's examples. */
    cleared: '' | null;
  }
}

interface ApiState {
  account: Account;
  domains: Domain[];
  /** SIP domains of other accounts: their names are taken. */
  takenDomainNames: string[];
  credentialLists: CredentialList[];
  ipAccessControlLists: { readonly sid: string; friendlyName: string }[];
  numbers: OwnedNumber[];
  forSale: NumberForSale[];
  addresses: Address[];
  /** Streets that are not what they seem, by how the request writes them. */
  streets: Streets;
  applications: Application[];
  calls: CallRecord[];
  /** Numbers that are not the account's, and may be shown as caller ID. */
  verifiedCallerIds: string[];
  queues: QueueRecord[];
  recordings: RecordingRecord[];
  messages: MessageRecord[];
}

interface Account extends Dated {
  friendlyName: string;
  status: 'active' | 'suspended' | 'closed';
  type: 'Trial' | 'Full';
  /** Of the account that it is a subaccount of; its own where it is none. */
  ownerAccountSid: string | null;
  /** In dollars. Null for a subaccount. */
  balance: string | null;
}

interface VoiceSettings {
  voiceUrl: string | null;
  voiceMethod: string;
  voiceFallbackUrl: string | null;
  voiceFallbackMethod: string;
}

export interface Domain extends Dated, VoiceSettings {
  readonly sid: string;
  domainName: string;
  friendlyName: string | null;
  voiceStatusCallbackUrl: string | null;
  voiceStatusCallbackMethod: string;
  sipRegistration: boolean;
  emergencyCallingEnabled: boolean;
  emergencyCallerSid: string | null;
  secure: boolean;
  byocTrunkSid: string | null;
  /** SIDs of credential lists, and of lists of IP addresses. */
  readonly mapped: Record<MappingKind, Mapping[]>;
}

export type MappingKind = 'calls' | 'registrations' | 'ipAddresses';

export interface Mapping extends Dated {
  readonly sid: string;
}

export interface CredentialList extends Dated {
  readonly sid: string;
  friendlyName: string;
  readonly credentials: Credential[];
}

export interface Credential extends Dated {
  readonly sid: string;
  username: string;
  passwordDigest: string;
}

export interface OwnedNumber extends Dated, VoiceSettings {
  readonly sid: string;
  readonly phoneNumber: string;
  friendlyName: string;
  addressRequirements: AddressRequirements;
  readonly capabilities: Capabilities;
  voiceApplicationSid: string | null;
  voiceCallerIdLookup: boolean;
  voiceReceiveMode: 'voice' | 'fax';
  trunkSid: string | null;
  statusCallback: string | null;
  statusCallbackMethod: string;
  smsUrl: string | null;
  smsMethod: string;
  smsFallbackUrl: string | null;
  smsFallbackMethod: string;
  smsApplicationSid: string | null;
  addressSid: string | null;
  bundleSid: string | null;
  identitySid: string | null;
  emergencyStatus: 'Active' | 'Inactive';
  emergencyAddressSid: string | null;
  emergencyAddressStatus: EmergencyAddressStatus;
  /** While Twilio is at work on the address: since when, and how often it was asked about it. */
  emergencyPending: { readonly since: Date; reads: number } | null;
}

type AddressRequirements = 'none' | 'any' | 'local' | 'foreign';

type EmergencyAddressStatus =
  | 'registered'
  | 'unregistered'
  | 'pending-registration'
  | 'registration-failure'
  | 'pending-unregistration'
  | 'unregistration-failure';

interface Capabilities {
  readonly voice: boolean;
  readonly sms: boolean;
  readonly mms: boolean;
  readonly fax: boolean;
}

export interface NumberForSale {
  readonly phoneNumber: string;
  readonly kind: 'Local' | 'TollFree';
  readonly isoCountry: string;
  readonly region: string | null;
  readonly locality: string | null;
  readonly postalCode: string | null;
  readonly rateCenter: string | null;
  readonly addressRequirements: AddressRequirements;
  readonly capabilities: Capabilities;
}

export interface Address extends Dated {
  readonly sid: string;
  friendlyName: string | null;
  customerName: string;
  street: string;
  streetSecondary: string | null;
  city: string;
  region: string;
  postalCode: string;
  readonly isoCountry: string;
  emergencyEnabled: boolean;
  validated: boolean;
  verified: boolean;
}

interface Streets {
  /** 21628 */
  unknown: string[];
  /** How Twilio would write them: 21629, unless it may correct them itself. */
  corrected: Record<string, string>;
  /** Addresses that emergency services do not take: registration-failure. */
  unregistrable: string[];
}

export interface Application extends Dated, VoiceSettings {
  readonly sid: string;
  friendlyName: string;
  apiVersion: string;
  voiceCallerIdLookup: boolean;
  statusCallback: string | null;
  statusCallbackMethod: string;
  smsUrl: string | null;
  smsMethod: string;
  smsFallbackUrl: string | null;
  smsFallbackMethod: string;
  smsStatusCallback: string | null;
  messageStatusCallback: string | null;
  publicApplicationConnectEnabled: boolean;
}

export interface CallRecord extends Dated {
  readonly sid: string;
  from: string;
  to: string;
  status: string;
  direction: string;
  startTime: Date | null;
  endTime: Date | null;
  /** Seconds, as text: Twilio writes them so. */
  duration: string | null;
  price: string | null;
  parentCallSid: string | null;
  phoneNumberSid: string | null;
  forwardedFrom: string | null;
  callerName: string | null;
  answeredBy: string | null;
  queueTime: string;
  trunkSid: string | null;
  /** What it was told to do by REST; null where it came by itself. Twilio does not show it. */
  instructions: Instructions | null;
}

export interface Instructions {
  /** How many instructions the call has had: a higher number means a new one to follow. */
  readonly count: number;
  readonly url: string | null;
  readonly method: string;
  readonly twiml: string | null;
  /** Seconds that it rings. */
  readonly timeout: number;
  readonly timeLimit: number | null;
  readonly statusCallback: string | null;
}
