/** Queues of calls (https://www.twilio.com/docs/voice/api/queue-resource). */
import { badRequest, type Call, notFound, type Route } from '../contract';
import { page2010 } from '../paging';
import { bySid, given, remove, rfc2822, without } from '../records';
import { DELETED, newestFirst, rendered, route, uriOf } from './paths';
import type { Member, QueueRecord } from './telephone';

const MAX_SIZE = 1_000;

export const queueRoutes: readonly Route[] = [
  route('GET', '/Queues.json', (call) =>
    page2010(call, {
      key: 'queues',
      items: newestFirst(call.state.api.queues),
      id: ({ sid }) => sid,
      render: (queue) => render(queue, call),
    }),
  ),
  route('POST', '/Queues.json', (call) => {
    const fields = given(call, ['FriendlyName', 'MaxSize']);
    const queue = { ...queueNamed('', call.newSid('QU'), call.now), ...fields };
    call.state.api.queues.push(queue);
    return { status: 201, body: render(queue, call) };
  }),
  route('GET', '/Queues/{Sid}.json', (call) => ({
    status: 200,
    body: render(queueOf(call), call),
  })),
  route('POST', '/Queues/{Sid}.json', (call) => {
    const fields = given(call, ['FriendlyName', 'MaxSize']);
    const queue = Object.assign(queueOf(call), fields, { dateUpdated: call.now });
    return { status: 200, body: render(queue, call) };
  }),
  route('DELETE', '/Queues/{Sid}.json', (call) => {
    const queue = queueOf(call);
    if (queue.members.length > 0) throw badRequest(20001, 'The queue is not empty');
    remove(call.state.api.queues, queue);
    return DELETED;
  }),
  route('GET', '/Queues/{QueueSid}/Members.json', (call) => {
    const queue = queueOf(call);
    return page2010(call, {
      key: 'queue_members',
      items: queue.members,
      id: ({ callSid }) => callSid,
      render: (member) => renderMember(member, queue, call),
    });
  }),
  route('GET', '/Queues/{QueueSid}/Members/{CallSid}.json', (call) => {
    const queue = queueOf(call);
    const sid = call.params['CallSid'];
    const member = queue.members.find((one) => sid === 'Front' || one.callSid === sid);
    if (!member) throw notFound(call.request.path);
    return { status: 200, body: renderMember(member, queue, call) };
  }),
];

/** As Enqueue makes one that there is not yet. */
export function queueNamed(friendlyName: string, sid: string, now: Date): QueueRecord {
  const dates = { dateCreated: now, dateUpdated: now };
  return { sid, friendlyName, maxSize: MAX_SIZE, members: [], ...dates };
}

function queueOf(call: Call): QueueRecord {
  return bySid(call.state.api.queues, call.params['QueueSid'] ?? call.params['Sid'], call);
}

function render(queue: QueueRecord, call: Call): object {
  const waits = queue.members.map((member) => waitOf(member, call));
  const sum = waits.reduce((all, wait) => all + wait, 0);
  return rendered(call, without(queue, 'members'), {
    current_size: waits.length,
    average_wait_time: waits.length > 0 ? Math.round(sum / waits.length) : 0,
    uri: uriOf(call, `/Queues/${queue.sid}`),
  });
}

function renderMember(member: Member, queue: QueueRecord, call: Call): object {
  return {
    call_sid: member.callSid,
    date_enqueued: rfc2822(member.dateEnqueued),
    position: queue.members.indexOf(member) + 1,
    queue_sid: queue.sid,
    uri: uriOf(call, `/Queues/${queue.sid}/Members/${member.callSid}`),
    wait_time: waitOf(member, call),
  };
}

/** Seconds. */
function waitOf({ dateEnqueued }: Member, { now }: Call): number {
  return Math.round((now.getTime() - dateEnqueued.getTime()) / 1_000);
}
