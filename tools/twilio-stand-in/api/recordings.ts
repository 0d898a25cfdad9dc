/**
 * Recordings and what can be heard of them (https://www.twilio.com/docs/voice/api/recording). The
 * media is asked for with the account's credentials, as an account can be set to demand.
 */
import type { ApiReply, Call, Route } from '../contract';
import { page2010 } from '../paging';
import { bySid, remove, without } from '../records';
import { API_VERSION, DELETED, HOST, newestFirst, rendered, route, uriOf } from './paths';
import type { RecordingRecord } from './telephone';

const MEDIA_TYPES = { '.mp3': 'audio/mpeg', '.wav': 'audio/x-wav', '': 'audio/x-wav' };

export const recordingRoutes: readonly Route[] = [
  route('GET', '/Recordings.json', (call) =>
    page2010(call, {
      key: 'recordings',
      items: newestFirst(call.state.api.recordings).filter((one) => isAskedFor(one, call)),
      id: ({ sid }) => sid,
      render: (recording) => render(recording, call),
    }),
  ),
  route('GET', '/Recordings/{Sid}.json', (call) => ({
    status: 200,
    body: render(recordingOf(call), call),
  })),
  route('DELETE', '/Recordings/{Sid}.json', (call) => {
    remove(call.state.api.recordings, recordingOf(call));
    return DELETED;
  }),
  ...Object.entries(MEDIA_TYPES).map(([ending, type]) => ({
    ...route('GET', `/Recordings/{Sid}${ending}`, (call) => media(recordingOf(call), type)),
    undocumented: true as const,
  })),
];

function recordingOf(call: Call): RecordingRecord {
  return bySid(call.state.api.recordings, call.params['Sid'], call);
}

function media(recording: RecordingRecord, type: string): ApiReply {
  return { status: 200, body: recording.media, headers: { 'content-type': type } };
}

/** A day, or the time between two moments. */
function isAskedFor({ callSid, dateCreated }: RecordingRecord, { values }: Call): boolean {
  const [day, until, from] = ['', '<', '>'].map((sign) => values[`DateCreated${sign}`]);
  const time = dateCreated.getTime();
  return (
    (values['CallSid'] ?? callSid) === callSid &&
    (typeof day !== 'string' || dateCreated.toISOString().slice(0, 10) === day.slice(0, 10)) &&
    (typeof until !== 'string' || time <= Date.parse(until)) &&
    (typeof from !== 'string' || time >= Date.parse(from))
  );
}

function render(recording: RecordingRecord, call: Call): object {
  const path = `/Recordings/${recording.sid}`;
  return rendered(call, without(recording, 'media'), {
    api_version: API_VERSION,
    conference_sid: null,
    encryption_details: null,
    error_code: null,
    media_url: mediaUrlOf(recording.sid, call.accountSid),
    price: null,
    price_unit: 'USD',
    uri: uriOf(call, path),
    subresource_uris: {
      add_on_results: uriOf(call, `${path}/AddOnResults`),
      transcriptions: uriOf(call, `${path}/Transcriptions`),
    },
  });
}

/** What callbacks call RecordingUrl: WAV as it is, and with `.mp3`. */
export function mediaUrlOf(sid: string, accountSid: string): string {
  return `https://${HOST}/${API_VERSION}/Accounts/${accountSid}/Recordings/${sid}`;
}
