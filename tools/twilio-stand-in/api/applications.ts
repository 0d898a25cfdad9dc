/** Applications that a number's calls may go to (https://www.twilio.com/docs/usage/api/applications). */
import type { Call, Route } from '../contract';
import { page2010 } from '../paging';
import { bySid, given, remove } from '../records';
import { API_VERSION, DELETED, newestFirst, rendered, route, uriOf } from './paths';
import type { Application } from './state';

const SETTINGS = [
  'ApiVersion',
  'FriendlyName',
  'VoiceUrl',
  'VoiceMethod',
  'VoiceFallbackUrl',
  'VoiceFallbackMethod',
  'VoiceCallerIdLookup',
  'StatusCallback',
  'StatusCallbackMethod',
  'SmsUrl',
  'SmsMethod',
  'SmsFallbackUrl',
  'SmsFallbackMethod',
  'SmsStatusCallback',
  'MessageStatusCallback',
  'PublicApplicationConnectEnabled',
];

export const applicationRoutes: readonly Route[] = [
  route('GET', '/Applications.json', (call) => {
    const name = call.values['FriendlyName'];
    return page2010(call, {
      key: 'applications',
      items: newestFirst(call.state.api.applications).filter(
        ({ friendlyName }) => (name ?? friendlyName) === friendlyName,
      ),
      id: ({ sid }) => sid,
      render: (application) => render(application, call),
    });
  }),
  // Two may have the same name.
  route('POST', '/Applications.json', (call) => {
    const sid = call.newSid('AP');
    const application: Application = {
      sid,
      friendlyName: sid,
      apiVersion: API_VERSION,
      voiceUrl: null,
      voiceMethod: 'POST',
      voiceFallbackUrl: null,
      voiceFallbackMethod: 'POST',
      voiceCallerIdLookup: false,
      statusCallback: null,
      statusCallbackMethod: 'POST',
      smsUrl: null,
      smsMethod: 'POST',
      smsFallbackUrl: null,
      smsFallbackMethod: 'POST',
      smsStatusCallback: null,
      messageStatusCallback: null,
      publicApplicationConnectEnabled: false,
      dateCreated: call.now,
      dateUpdated: call.now,
    };
    call.state.api.applications.push(Object.assign(application, given(call, SETTINGS)));
    return { status: 201, body: render(application, call) };
  }),
  route('GET', '/Applications/{Sid}.json', (call) => ({
    status: 200,
    body: render(applicationOf(call), call),
  })),
  route('POST', '/Applications/{Sid}.json', (call) => {
    const application = applicationOf(call);
    Object.assign(application, given(call, SETTINGS), { dateUpdated: call.now });
    return { status: 200, body: render(application, call) };
  }),
  route('DELETE', '/Applications/{Sid}.json', (call) => {
    remove(call.state.api.applications, applicationOf(call));
    return DELETED;
  }),
];

function applicationOf(call: Call): Application {
  return bySid(call.state.api.applications, call.params['Sid'], call);
}

function render(application: Application, call: Call): object {
  return rendered(call, application, { uri: uriOf(call, `/Applications/${application.sid}`) });
}
