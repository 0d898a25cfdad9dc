/** The directory changes while the server runs. */
import type { PhoneSource } from '../../../src/directory/provisioning';
import type { PhoneDirectory } from '../../../src/phones/settings';
import { deviceOf, SITE, startSite, type TestServer } from './site';
import { ask } from './wire';

let server: TestServer;
beforeEach(async () => {
  server = await startSite();
});
afterEach(() => server.stop());

/** The site with other phones; undefined takes one away. */
function withPhones(changes: Readonly<Record<string, PhoneSource | undefined>>): PhoneDirectory {
  const extensions = new Map(SITE.provisioning.extensions);
  for (const [username, phone] of Object.entries(changes)) {
    if (phone) extensions.set(username, { passwordGeneration: 1, phone });
    else extensions.delete(username);
  }
  return { ...SITE, provisioning: { ...SITE.provisioning, extensions } };
}

const SPA: PhoneSource = {
  model: 'cisco-spa2102',
  mac: '00:18:f8:00:00:01',
  line: 1,
  dial: 'hotline',
};

it('a phone that is new can be armed', async () => {
  const mac = '00:18:f8:00:00:77';
  expect(() => server.bench.arm('detroit', 15).id).not.toThrow();
  expect(server.renew(withPhones({ detroit: { ...SPA, mac } }))).toEqual([]);
  const device = server.bench.arm('detroit', 15);
  expect(device.id).toBe('0018f8000077');
  const { status } = await ask(server.port, `/p/${device.token}/spa0018f8000077.cfg`);
  expect(status).toBe(200);
});

it('a phone that is gone is closed, and stays so when it comes back', async () => {
  const { token, id } = server.bench.arm('clinton', 15);
  const file = `/p/${token}/spa${id}.cfg`;
  server.renew(withPhones({ clinton: undefined }));
  expect((await ask(server.port, file)).status).toBe(404);
  server.renew(SITE);
  expect((await ask(server.port, file)).status).toBe(404);
  server.bench.arm('clinton', 15);
  expect((await ask(server.port, file)).status).toBe(200);
});

it('a phone that is armed has the file of before, until it is armed again', async () => {
  const { token, id } = deviceOf('clinton');
  const get = async () => (await ask(server.port, `/p/${token}/spa${id}.cfg`)).body;
  server.bench.arm('clinton', 15);
  expect(server.renew(withPhones({ clinton: SPA }))).toEqual(['clinton']);
  expect(await get()).not.toContain('S0&lt;:#&gt;');
  server.bench.arm('clinton', 15);
  expect(await get()).toContain('S0&lt;:#&gt;');
});
