/** Documents and maps in Sync, as https://www.twilio.com/docs/sync/limits and the error dictionary tell. */
import { heldStandIn, twilioError } from '../../../tools/twilio-stand-in/held';

let now = new Date('2026-06-01T12:00:00Z');
const standIn = heldStandIn({ now: () => now });
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1_000));
const service = (name = 'default') => standIn().client().sync.v1.services(name);

describe('a Sync service', () => {
  it('is there by the name of default, and by its SID', async () => {
    const byName = await service().fetch();
    expect(byName).toMatchObject({ uniqueName: 'default' });
    expect((await service(byName.sid).fetch()).sid).toBe(byName.sid);
  });

  it('is made, listed and deleted', async () => {
    const { services } = standIn().client().sync.v1;
    const { sid } = await services.create({ friendlyName: 'Phones' });
    expect(await services.list()).toHaveLength(2);
    await services(sid).remove();
    await expect(services(sid).fetch()).rejects.toMatchObject(twilioError(20404, 404));
  });
});

describe('a document', () => {
  it('lives: made, read by name, changed, deleted', async () => {
    const { documents } = service();
    const made = await documents.create({ uniqueName: 'one', data: { a: 1 } });
    expect(await documents('one').fetch()).toMatchObject({ sid: made.sid, data: { a: 1 } });
    const changed = await documents('one').update({ data: { b: 2 } });
    expect(changed.data).toEqual({ b: 2 });
    expect(changed.revision).not.toBe(made.revision);
    expect(await documents.list()).toHaveLength(1);
    await documents(made.sid).remove();
    await expect(documents('one').fetch()).rejects.toMatchObject(twilioError(20404, 404));
  });

  it('has a name that nobody else has', async () => {
    await service().documents.create({ uniqueName: 'one' });
    const again = service().documents.create({ uniqueName: 'one' });
    await expect(again).rejects.toMatchObject(twilioError(54301, 409));
  });

  it('is not changed by somebody who read an older one', async () => {
    const { documents } = service();
    const { revision: ifMatch } = await documents.create({ uniqueName: 'one', data: { n: 0 } });
    await documents('one').update({ data: { n: 1 }, ifMatch });
    const stale = documents('one').update({ data: { n: 2 }, ifMatch });
    await expect(stale).rejects.toMatchObject(twilioError(54103, 412));
    expect((await documents('one').fetch()).data).toEqual({ n: 1 });
  });

  it('is gone when its time is up, and its name is free', async () => {
    const { documents } = service();
    await documents.create({ uniqueName: 'one', ttl: 60 });
    later(59);
    await documents('one').update({ data: {}, ttl: 60 });
    later(59);
    await documents('one').fetch();
    later(2);
    await expect(documents('one').fetch()).rejects.toMatchObject(twilioError(20404, 404));
    await documents.create({ uniqueName: 'one' });
  });

  it.each([
    ['more than 16 KB', { data: { a: 'a'.repeat(16_400) } }, 54006, 413],
    ['a name that is too long', { uniqueName: 'n'.repeat(321) }, 54302, 400],
    ['a year and a second', { ttl: 31_536_001 }, 54011, 400],
  ])('is refused with %s', async (_, document, code, status) => {
    const made = service().documents.create(document);
    await expect(made).rejects.toMatchObject(twilioError(code, status));
  });
});

describe('a map', () => {
  it('has items by their keys, with revisions and times of their own', async () => {
    const { syncMaps } = service();
    const map = await syncMaps.create({ uniqueName: 'map' });
    const items = syncMaps('map').syncMapItems;
    const { revision: ifMatch } = await items.create({ key: 'a b', data: { n: 1 }, itemTtl: 60 });
    const again = items.create({ key: 'a b', data: {} });
    await expect(again).rejects.toMatchObject(twilioError(54208, 409));
    await items('a b').update({ data: { n: 2 }, ifMatch });
    const stale = items('a b').update({ data: { n: 3 }, ifMatch });
    await expect(stale).rejects.toMatchObject(twilioError(54205, 412));
    const unseen = items('a b').remove({ ifMatch });
    await expect(unseen).rejects.toMatchObject(twilioError(54205, 412));
    await items.create({ key: 'c', data: {} });
    expect((await items.list()).map(({ key }) => key)).toEqual(['a b', 'c']);
    later(61);
    expect((await items.list()).map(({ key }) => key)).toEqual(['c']);
    await items('c').remove();
    await expect(items('c').fetch()).rejects.toMatchObject(twilioError(20404, 404));
    expect(await syncMaps.list()).toHaveLength(1);
    await syncMaps(map.sid).remove();
    await expect(syncMaps('map').fetch()).rejects.toMatchObject(twilioError(20404, 404));
  });
});
