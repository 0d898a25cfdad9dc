/** The page for the person who sets phones up: who gets it. */
import { SHEET_LANGUAGES } from '../../../src/phones/sheet/language';
import { TEXTS } from '../../../src/phones/provision/page/language';
import { deviceOf, SECRETS, startSite, type TestServer } from './site';
import { ask, exchange, until } from './wire';

let server: TestServer;
beforeEach(async () => {
  server = await startSite();
});
afterEach(() => server.stop());

const at = (method: string, target: string, headers: readonly string[], body = '') =>
  exchange(
    server.port,
    [`${method} ${target} HTTP/1.1`, ...headers, `Content-Length: ${body.length}`, '', body].join(
      '\r\n',
    ),
  );
const host = () => `Host: 127.0.0.1:${server.port}`;
const csrfOf = (html: string) => /name="csrf" content="([^"]+)"/.exec(html)?.[1] ?? '';

describe('the page', () => {
  it('is there for a browser on this machine, and says nothing to others', async () => {
    expect((await at('GET', '/', [host()])).status).toBe(200);
    expect((await at('GET', '/', [`Host: localhost:${server.port}`])).status).toBe(200);
    for (const headers of [
      ['Host: phones.example'], // a name that leads here
      [`Host: 127.0.0.1.phones.example:${server.port}`],
      [host(), 'Origin: http://phones.example'],
      [host(), 'Origin: null'],
      [host(), 'Sec-Fetch-Site: cross-site'],
      [host(), 'Sec-Fetch-Site: same-site'],
    ]) {
      for (const target of ['/', '/state', '/page.js']) {
        expect([headers, (await at('GET', target, headers)).status]).toEqual([headers, 404]);
      }
    }
  });

  it('may hold nothing from elsewhere, and be in no frame', async () => {
    const { headers, body } = await at('GET', '/', [host()]);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(body).not.toMatch(/https?:\/\//);
  });

  it('opens and closes for whoever has the page alone', async () => {
    const device = deviceOf('clinton');
    const csrf = csrfOf((await at('GET', '/', [host()])).body);
    const body = '{"extension":"clinton"}';
    const press = (headers: readonly string[], target = '/open') =>
      at('POST', target, headers, body);
    const isOpen = () => server.provisioner.windowOf(device).left > 0;

    expect((await press([host()])).status).toBe(404);
    expect((await press([host(), 'X-Csrf: guess'])).status).toBe(404);
    expect((await press([host(), `X-Csrf: ${csrf}`, 'Origin: http://phones.example'])).status).toBe(
      404,
    );
    expect((await press(['Host: phones.example', `X-Csrf: ${csrf}`])).status).toBe(404);
    expect(isOpen()).toBe(false);
    expect((await press([host(), `X-Csrf: ${csrf}`])).status).toBe(200);
    expect(isOpen()).toBe(true);
    expect((await press([host(), `X-Csrf: ${csrf}`], '/close')).status).toBe(200);
    expect(isOpen()).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a number', '{"extension":1}'],
    ['too much', 'x'.repeat(5_000)],
  ])('refuses %s', async (_, body) => {
    const csrf = csrfOf((await at('GET', '/', [host()])).body);
    const { status } = await at('POST', '/open', [host(), `X-Csrf: ${csrf}`], body);
    expect(status).toBe(400);
  });

  it('says which phone there is not', async () => {
    const csrf = csrfOf((await at('GET', '/', [host()])).body);
    const headers = [host(), `X-Csrf: ${csrf}`];
    const { status, body } = await at('POST', '/open', headers, '{"extension":"nobody"}');
    expect([status, body]).toEqual([409, expect.stringContaining('nobody')]);
  });

  it('shows no password, and an address only while it is open', async () => {
    const { token } = deviceOf('clinton');
    const state = async () => (await at('GET', '/state', [host()])).body;
    expect(await state()).not.toContain(token);
    server.provisioner.open('clinton', 15);
    expect(await state()).toContain(token);
    await ask(server.port, `/p/${token}/spa0018f8000001.cfg`);
    await until(() => server.provisioner.windowOf(deviceOf('clinton')).handedOver);
    const after = await state();
    expect(after).not.toContain(token);
    expect(SECRETS.filter((secret) => after.includes(secret))).toEqual([]);
  });
});

it('has the same sentences in every language', () => {
  const texts = JSON.parse(TEXTS.replace(/^globalThis.TEXTS = |;\n$/g, '')) as Record<
    string,
    object
  >;
  const paths = (value: unknown, at: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${at}.${key}`))
      : [at];
  const [english = [], ...others] = Object.values(texts).map((each) => paths(each, ''));
  expect(Object.keys(texts)).toEqual([...SHEET_LANGUAGES]);
  for (const other of others) expect(other).toEqual(english);
  expect(english.length).toBeGreaterThan(50);
});
