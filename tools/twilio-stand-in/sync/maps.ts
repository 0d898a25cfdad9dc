/** Maps and their items (https://www.twilio.com/docs/sync/api/map-resource). */
import { ApiError, badRequest, type Call, notFound, type Route } from '../contract';
import { pageV1 } from '../paging';
import { remove, text, without } from '../records';
import { dataOf, living, named, newKept, refuseOther, revised, uniqueName } from './kept';
import { links, renderBelow, route, SERVICE, serviceOf } from './services';
import type { MapItem, SyncMap } from './state';

const OTHER_REVISION = 54205;
const KEY_TAKEN = 54208;
const MAPS = `${SERVICE}/Maps`;
const ITEMS = `${MAPS}/{MapSid}/Items`;

export const mapRoutes: readonly Route[] = [
  route('GET', MAPS, (call) =>
    pageV1(call, {
      key: 'maps',
      items: living(serviceOf(call).maps, call),
      id: ({ sid }) => sid,
      render: (map) => render(map, call),
    }),
  ),
  route('POST', MAPS, (call) => {
    const { maps } = serviceOf(call);
    const map: SyncMap = {
      sid: call.newSid('MP'),
      uniqueName: uniqueName(maps, call),
      items: [],
      ...newKept(call, 'CollectionTtl', 'Ttl'),
    };
    maps.push(map);
    return { status: 201, body: render(map, call) };
  }),
  route('GET', `${MAPS}/{Sid}`, (call) => ({ status: 200, body: render(mapOf(call), call) })),
  route('DELETE', `${MAPS}/{Sid}`, (call) => {
    remove(serviceOf(call).maps, mapOf(call));
    return { status: 204 };
  }),
  route('GET', ITEMS, (call) => {
    const map = mapOf(call);
    return pageV1(call, {
      key: 'items',
      items: living(map.items, call),
      id: ({ key }) => key,
      render: (item) => renderItem(item, map, call),
    });
  }),
  route('POST', ITEMS, (call) => {
    const map = mapOf(call);
    const key = text(call, 'Key') ?? '';
    if (living(map.items, call).some((item) => item.key === key)) {
      throw new ApiError(call.switches.syncTaken, KEY_TAKEN, 'Map Item already exists');
    }
    if (key.includes('/')) throw badRequest(54209, 'Invalid Map Item key');
    const item: MapItem = { key, data: dataOf(call), ...newKept(call, 'ItemTtl', 'Ttl') };
    map.items.push(item);
    return { status: 201, body: renderItem(item, map, call) };
  }),
  route('GET', `${ITEMS}/{Key}`, (call) => {
    const map = mapOf(call);
    return { status: 200, body: renderItem(itemOf(map, call), map, call) };
  }),
  route('POST', `${ITEMS}/{Key}`, (call) => {
    const map = mapOf(call);
    const item = revised(itemOf(map, call), OTHER_REVISION, call, 'ItemTtl', 'Ttl');
    return { status: 200, body: renderItem(item, map, call) };
  }),
  route('DELETE', `${ITEMS}/{Key}`, (call) => {
    const map = mapOf(call);
    const item = itemOf(map, call);
    refuseOther(item, OTHER_REVISION, call);
    remove(map.items, item);
    return { status: 204 };
  }),
];

function mapOf(call: Call): SyncMap {
  const name = call.params['MapSid'] ?? call.params['Sid'];
  return named(serviceOf(call).maps, name, call);
}

function itemOf(map: SyncMap, call: Call): MapItem {
  const found = living(map.items, call).find(({ key }) => key === call.params['Key']);
  if (!found) throw notFound(call.request.path);
  return found;
}

function render(map: SyncMap, call: Call): object {
  const path = `Maps/${map.sid}`;
  return renderBelow(call, without(map, 'items'), path, {
    links: links(call, path, { items: 'Items', permissions: 'Permissions' }),
  });
}

function renderItem(item: MapItem, map: SyncMap, call: Call): object {
  const path = `Maps/${map.sid}/Items/${encodeURIComponent(item.key)}`;
  return renderBelow(call, item, path, { map_sid: map.sid });
}
