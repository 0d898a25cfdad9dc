/** The page for the person who sets phones up: who gets it, and how it looks in a real browser. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, startBrowser } from '../../support/browser';
import { deviceOf, SECRETS, startSite, type TestServer } from './site';
import { ask, exchange, until } from './wire';

/** Set to keep what the page looks like: `SCREENSHOTS=<folder> npx jest page`. */
const SCREENSHOTS = process.env['SCREENSHOTS'];

jest.setTimeout(60_000);

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

describeInBrowser('in a browser', () => {
  let browser: Browser;
  let page: Page;
  const diagnostics: string[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
  }, 60_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1_100, height: 900 } });
    page.on('pageerror', (error) => diagnostics.push(error.message));
    page.on('console', (line) => line.type() === 'error' && diagnostics.push(line.text()));
    await page.goto(server.url);
    await page.locator('article').first().waitFor();
  });
  afterEach(async () => {
    await page.close();
    expect(diagnostics.splice(0)).toEqual([]);
  });

  const card = (extension: string) => page.locator(`[id="device-${deviceOf(extension).id}"]`);
  const picture = async (name: string) => {
    if (SCREENSHOTS === undefined) return;
    mkdirSync(SCREENSHOTS, { recursive: true });
    await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
  };

  it('shows a phone from closed to its file', async () => {
    const { token, id } = deviceOf('101');
    const agent = 'Yealink SIP-T46S 66.86.0.15 00:15:65:00:00:01';
    const phone = card('101');
    await expect(phone.locator('.state').textContent()).resolves.toBe('not open');
    await ask(server.port, `/p/${token}/${id}.cfg`, { agent });
    await phone.getByText('The phone is asking for its file').waitFor();

    await phone.getByRole('button', { name: 'Open for 15 minutes' }).click();
    await phone.getByText(`http://${server.server}/p/${token}/`, { exact: true }).waitFor();
    expect(await phone.locator('.state').textContent()).toMatch(/^open, 1[45]:\d\d left$/);

    await ask(server.port, `/p/${token}/y000000000066.cfg`, { agent });
    await phone.getByText('Wait until it has its file').waitFor();
    await ask(server.port, `/p/${token}/${id}.cfg`, { agent });
    await phone.getByText('933').waitFor();
    expect(await phone.locator('.state').textContent()).toBe('has its file');
    expect(await phone.locator('.good').textContent()).toContain('T46S 66.86.0.15');
    expect(await phone.getByText(token).count()).toBe(0);

    await phone.getByRole('button', { name: 'Disarm' }).click();
    await phone.getByText('not open', { exact: true }).waitFor();
  });

  it('speaks the site’s languages', async () => {
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByText('Banco de teléfonos').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await card('clinton').getByRole('button', { name: 'Abrir 15 minutos' }).click();
    await card('clinton').getByText('Dé esta dirección al teléfono').waitFor();
    await picture('spanish');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Phone provisioner').waitFor();
  });

  it('has the same sentences in every language', async () => {
    const keys = await page.evaluate(`
      const paths = (value, at) => typeof value === 'object'
        ? Object.entries(value).flatMap(([key, inner]) => paths(inner, at + '.' + key)) : [at];
      Object.fromEntries(Object.entries(TEXTS).map(([language, texts]) => [language, paths(texts, '')]));
    `);
    const { en, es } = keys as Record<string, string[]>;
    expect(es).toEqual(en);
    expect(en?.length).toBeGreaterThan(50);
  });

  it('shows what hostile devices say as text', async () => {
    const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    await ask(server.port, `/p/${markup.replaceAll(' ', '')}`, { agent: markup });
    await ask(server.port, '/cfg000b82ffffff.xml', { agent: `${markup}\x9b31m` });
    await page.getByText('phone: { model: grandstream-…, mac: 00:0b:82:ff:ff:ff').waitFor();
    expect(await page.locator('#strangers').textContent()).toContain('<img src=x onerror=');
    expect(await page.locator('#strangers img, #strangers script').count()).toBe(0);
    expect(dialogs).toBe(0);
  });

  it('warns of another model, and of the maker’s files that are missing', async () => {
    const { token, id } = deviceOf('operator-desk');
    server.provisioner.open('operator-desk', 15);
    const agent = 'FileTransport PolycomSoundPointIP-SPIP_601-UA/3.1.8.0070';
    for (const name of [`${id}.cfg`, 'sip.ld', `${id}-line.cfg`, 'phone1.cfg']) {
      await ask(server.port, `/p/${token}/${name}`, { agent });
    }
    await card('operator-desk').getByText('It calls itself SPIP_601').waitFor();
    await card('operator-desk').getByText('start with --files').waitFor();
    expect(await card('operator-desk').getByText(`${id}-line.cfg`).count()).toBe(1);
    server.provisioner.open('+15035550123', 15);
    server.provisioner.open('clinton', 15);
    await ask(server.port, '/cfg000b82ffffff.xml');
    await page.locator('#strangers').getByText('unknown phone').first().waitFor();
    await picture('provisioner');
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture('dark');
    await page.setViewportSize({ width: 390, height: 800 });
    await picture('narrow');
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('says when the server is gone', async () => {
    await server.stop();
    await page.getByText('The server does not answer').waitFor();
    diagnostics.splice(0); // the browser reports what it could not fetch
    server = await startSite();
  });
});
