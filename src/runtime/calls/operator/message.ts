/** A message has been left, and can be heard. */
import { readCallSid } from '../../model/callSid';
import type { Directory, EnvironmentName, CallLanguage } from '../../model/directory';
import { SPEECH } from '../../model/language';
import type { Decision } from '../decision';
import { sentence } from '../sentences';
import type { Message, Notify } from '../effects';
import { callerIdOn, phoneOn } from './line';

/** Below this nobody has said anything. Seconds. */
const SHORTEST = 2;

/** @param directory null when it cannot be read. */
export function routeMessageLeft(language: CallLanguage, directory: Directory | null): Decision {
  return {
    kind: 'hangUp',
    language,
    preamble: [sentence('thanks', language, directory && directory.site)],
    trace: [{ step: 'message', outcome: 'left' }],
  };
}

/** https://www.twilio.com/docs/voice/twiml/record#recordingstatuscallback */
export interface Recorded {
  readonly environment: EnvironmentName;
  readonly call?: string | undefined;
  /** `RecordingSid`. */
  readonly recording?: string | undefined;
  /** `RecordingUrl`. */
  readonly url?: string | undefined;
  /** `RecordingStatus`. */
  readonly status?: string | undefined;
  /** `RecordingDuration`: seconds. */
  readonly seconds?: string | undefined;
  readonly line?: string | undefined;
  readonly language: CallLanguage;
}

/** Nobody hears the answer; what counts is that somebody is notified. */
export function routeMessageReady(
  recorded: Recorded,
  directory: Directory | null,
): Decision<Notify> {
  const message = messageOf(recorded, directory);
  const desk = directory?.operator;
  return {
    kind: 'hangUp',
    trace: [{ step: 'message', outcome: recorded.status ?? 'no status' }],
    effects:
      message && desk
        ? [
            {
              kind: 'notify',
              message,
              text: smsText(message, recorded.environment),
              notice: desk.notice,
              from: directory.site.defaults.callerId ?? callerIdOn(message.line, directory),
              keepDays: desk.message.keepDays,
              limits: desk.limits,
            },
          ]
        : [],
  };
}

function messageOf(recorded: Recorded, directory: Directory | null): Message | undefined {
  const { recording = '', status, url = '', line = '', language } = recorded;
  const call = readCallSid(recorded.call);
  if (status !== 'completed' || call === undefined) return undefined;
  if (!/^RE[0-9a-f]{32}$/.test(recording)) return undefined;
  const phone = directory ? phoneOn(line, directory)?.name : undefined;
  const seconds = /^\d{1,6}$/.test(recorded.seconds ?? '') ? Number(recorded.seconds) : SHORTEST;
  return {
    recording,
    call,
    line,
    ...(phone !== undefined && { phone }),
    language,
    seconds,
    url: isTwilios(url) ? `${url}.mp3` : '',
    empty: seconds < SHORTEST,
  };
}

/** What the SMS says: no number of the caller's, and a link only to Twilio. */
function smsText(message: Message, environment: EnvironmentName): string {
  const { phone = 'a call from outside', language, seconds, url, recording } = message;
  const where = environment === 'prod' ? '' : ` (${environment})`;
  const what = `Message for the operator${where}: ${seconds} s in ${SPEECH[language].name}, from ${phone}.`;
  return `${what} ${url || `dialtone messages play ${recording}`}`;
}

function isTwilios(url: string): boolean {
  return /^https:\/\/[a-z0-9.-]+\.twilio\.com\/[\w./-]+$/.test(url);
}
