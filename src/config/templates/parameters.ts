/** What Twilio sends with a voice request (https://www.twilio.com/docs/voice/twiml#request-parameters and the pages of each verb). */
const REGIONS = ['City', 'State', 'Zip', 'Country'];

const PARAMETERS: ReadonlySet<string> = new Set([
  ...['From', 'To', 'Caller', 'Called'].flatMap((who) => [
    who,
    ...REGIONS.map((region) => who + region),
  ]),
  ...'CallSid AccountSid CallStatus CallDuration Direction ApiVersion ForwardedFrom CallerName ParentCallSid'.split(
    ' ',
  ),
  ...'CallToken StirVerstat StirPassportToken Timestamp SequenceNumber CallbackSource AddOns'.split(
    ' ',
  ),
  // SIP
  ...'SipDomain SipDomainSid SipCallId SipSourceIp SipResponseCode'.split(' '),
  // <Dial>
  ...'DialCallStatus DialCallSid DialCallDuration DialBridged DialSipCallId DialSipResponseCode'.split(
    ' ',
  ),
  // <Gather>
  ...'Digits FinishedOnKey SpeechResult Confidence msg'.split(' '),
  // <Record>
  ...'RecordingUrl RecordingSid RecordingDuration RecordingStatus RecordingChannels RecordingSource'.split(
    ' ',
  ),
  ...'RecordingTrack RecordingStartTime TranscriptionSid TranscriptionText TranscriptionStatus TranscriptionUrl'.split(
    ' ',
  ),
  // <Enqueue>
  ...'QueueSid QueueTime QueueResult QueuePosition AvgQueueTime CurrentQueueSize DequeingCallSid'.split(
    ' ',
  ),
  // The fallback URL
  ...'ErrorCode ErrorUrl'.split(' '),
]);

export const PARAMETER_NAMES: readonly string[] = [...PARAMETERS];

/** Of the requests that an asset may have Twilio send with a query of its own, those names count too. */
export function isParameter(name: string, texts: readonly string[]): boolean {
  if (PARAMETERS.has(name) || /^SipHeader_[\w-]+$/.test(name)) return true;
  return texts.some((text) =>
    [...text.matchAll(/[?&](?:amp;)?([\w.-]+)=/g)].some(([, sent]) => sent === name),
  );
}
