/** The directory changes while the server runs. */
import type { PhoneSource } from '../../../src/config/compile/provisioning';
import type { PhoneDirectory } from '../../../src/phones/settings';
import { deviceOf, SITE, startSite, type TestServer } from './site';
import { ask } from './wire';
import { logLines } from '../../../src/phones/provision/logText';
import { viewOf } from '../../../src/phones/provision/view';

let server: TestServer;
beforeEach(async () => {
  server = await startSite();
});
afterEach(() => server.stop());

/** The site with other phones; undefined takes one away. */
function withPhones(
  changes: Readonly<Record<string, PhoneSource | undefined>>,
  passwordGeneration = 1,
): PhoneDirectory {
  const extensions = new Map(SITE.provisioning.extensions);
  for (const [username, phone] of Object.entries(changes)) {
    if (phone) extensions.set(username, { passwordGeneration, phone });
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

it('a phone that is new can be opened', async () => {
  const mac = '00:18:f8:00:00:77';
  expect(() => server.provisioner.open('detroit', 15).id).not.toThrow();
  expect(server.renew(withPhones({ detroit: { ...SPA, mac } }))).toEqual([]);
  const device = server.provisioner.open('detroit', 15);
  expect(device.id).toBe('0018f8000077');
  const { status } = await ask(server.port, `/p/${device.token}/spa0018f8000077.cfg`);
  expect(status).toBe(200);
});

it('a phone that is gone is closed, and stays so when it comes back', async () => {
  const { token, id } = server.provisioner.open('clinton', 15);
  const file = `/p/${token}/spa${id}.cfg`;
  server.renew(withPhones({ clinton: undefined }));
  expect((await ask(server.port, file)).status).toBe(404);
  server.renew(SITE);
  expect((await ask(server.port, file)).status).toBe(404);
  server.provisioner.open('clinton', 15);
  expect((await ask(server.port, file)).status).toBe(200);
});

it('a phone that is open has the file of before, until it is open again', async () => {
  const { token, id } = deviceOf('clinton');
  const get = async () => (await ask(server.port, `/p/${token}/spa${id}.cfg`)).body;
  server.provisioner.open('clinton', 15);
  expect(server.renew(withPhones({ clinton: SPA }))).toEqual(['clinton']);
  expect(await get()).not.toContain('S0&lt;:#&gt;');
  server.provisioner.open('clinton', 15);
  expect(await get()).toContain('S0&lt;:#&gt;');
});

describe('a phone whose password was rotated', () => {
  const PAP2: PhoneSource = { ...SPA, model: 'linksys-pap2', dial: 'dialtone' };
  const { token, id } = deviceOf('clinton');
  const former = `/p/${token}/spa${id}.cfg`;

  it('is closed, and its former address is dead and told apart, by its page and in the log', async () => {
    server.provisioner.open('clinton', 15);
    expect(server.renew(withPhones({ clinton: PAP2 }, 2))).toEqual([]);
    expect((await ask(server.port, former)).status).toBe(404);
    const device = server.provisioner.open('clinton', 15);
    expect(device.token).not.toBe(token);

    const strange = await ask(server.port, former.replace(/^.../, '/p/xx'));
    const refused = await ask(server.port, former);
    expect(refused.text.replace(/date.*/i, '')).toBe(strange.text.replace(/date.*/i, ''));
    const event = server.events.findLast(({ outcome }) => outcome === 'former-token');
    expect(event).toMatchObject({ device: id, passwords: { asked: '1', now: '2' }, status: 404 });
    const said = logLines(event!, device).map(({ text }) => text);
    expect(said.join()).toContain('It asks at the address of password 1; it has 2 now');
    expect(said.join() + JSON.stringify(event)).not.toMatch(new RegExp(`${token}|${device.token}`));
    expect(viewOf(server.provisioner, VIEW).devices.find((one) => one.id === id)?.next).toBe(
      'former',
    );
    expect((await ask(server.port, `/p/${device.token}/spa${id}.cfg`)).status).toBe(200);
  });
});

const VIEW = {
  site: 'Example',
  environment: 'prod',
  languages: ['en'],
  minutes: 15,
  loopbackOnly: true,
  server: '127.0.0.1:1',
} as const;
