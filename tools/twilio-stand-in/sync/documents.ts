/** Documents (https://www.twilio.com/docs/sync/api/document-resource). */
import type { Call, Route } from '../contract';
import { pageV1 } from '../paging';
import { remove } from '../records';
import { dataOf, living, named, newKept, revised, uniqueName } from './kept';
import { links, renderBelow, route, SERVICE, serviceOf } from './services';
import type { SyncDocument } from './state';

const OTHER_REVISION = 54103;
const ALL = `${SERVICE}/Documents`;
const ONE = `${ALL}/{Sid}`;

export const documentRoutes: readonly Route[] = [
  route('GET', ALL, (call) =>
    pageV1(call, {
      key: 'documents',
      items: living(serviceOf(call).documents, call),
      id: ({ sid }) => sid,
      render: (document) => render(document, call),
    }),
  ),
  route('POST', ALL, (call) => {
    const { documents } = serviceOf(call);
    const document: SyncDocument = {
      sid: call.newSid('ET'),
      uniqueName: uniqueName(documents, call),
      data: dataOf(call),
      ...newKept(call, 'Ttl'),
    };
    documents.push(document);
    return { status: 201, body: render(document, call) };
  }),
  route('GET', ONE, (call) => ({ status: 200, body: render(documentOf(call), call) })),
  route('POST', ONE, (call) => {
    const document = revised(documentOf(call), OTHER_REVISION, call, 'Ttl');
    return { status: 200, body: render(document, call) };
  }),
  route('DELETE', ONE, (call) => {
    remove(serviceOf(call).documents, documentOf(call));
    return { status: 204 };
  }),
];

function documentOf(call: Call): SyncDocument {
  return named(serviceOf(call).documents, call.params['Sid'], call);
}

function render(document: SyncDocument, call: Call): object {
  const path = `Documents/${document.sid}`;
  return renderBelow(call, document, path, {
    links: links(call, path, { permissions: 'Permissions' }),
  });
}
