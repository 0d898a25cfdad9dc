/** SMS (https://www.twilio.com/docs/messaging/api/message-resource). */
import { badRequest, type Call, type Route } from '../contract';
import { page2010 } from '../paging';
import { bySid, text } from '../records';
import { API_VERSION, newestFirst, rendered, route, uriOf } from './paths';
import type { MessageRecord } from './telephone';

const LONGEST = 1_600;
const SEGMENT = 160;

export const messageRoutes: readonly Route[] = [
  route('GET', '/Messages.json', (call) =>
    page2010(call, {
      key: 'messages',
      items: newestFirst(call.state.api.messages).filter(
        ({ to, from }) =>
          (call.values['To'] ?? to) === to && (call.values['From'] ?? from) === from,
      ),
      id: ({ sid }) => sid,
      render: (message) => render(message, call),
    }),
  ),
  route('POST', '/Messages.json', (call) => {
    const message = writtenMessage(call);
    call.state.api.messages.push(message);
    return { status: 201, body: render(message, call) };
  }),
  route('GET', '/Messages/{Sid}.json', (call) => ({
    status: 200,
    body: render(bySid(call.state.api.messages, call.params['Sid'], call), call),
  })),
];

function writtenMessage(call: Call): MessageRecord {
  const to = text(call, 'To') ?? '';
  const from = text(call, 'From');
  const body = text(call, 'Body');
  if (!/^\+[1-9]\d{6,14}$/.test(to)) throw badRequest(21211, `The 'To' number ${to} is not valid`);
  if (!from) throw badRequest(21603, 'A From phone number is required');
  if (!call.state.api.numbers.some((one) => one.phoneNumber === from && one.capabilities.sms)) {
    throw badRequest(21606, `The From phone number ${from} is not yours, or takes no SMS`);
  }
  if (!body) throw badRequest(21602, 'Message body is required');
  if (body.length > LONGEST) throw badRequest(21617, 'The message body exceeds 1600 characters');
  return {
    sid: call.newSid('SM'),
    to,
    from,
    body,
    status: 'queued',
    errorCode: null,
    dateCreated: call.now,
    dateUpdated: call.now,
  };
}

function render(message: MessageRecord, call: Call): object {
  const path = `/Messages/${message.sid}`;
  return rendered(call, message, {
    api_version: API_VERSION,
    date_sent: null,
    direction: 'outbound-api',
    error_message: null,
    messaging_service_sid: null,
    num_media: '0',
    num_segments: String(Math.ceil(message.body.length / SEGMENT)),
    price: null,
    price_unit: 'USD',
    uri: uriOf(call, path),
    subresource_uris: { media: uriOf(call, `${path}/Media`) },
  });
}
