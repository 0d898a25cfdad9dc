/** The page for the person who sets phones up, in a real browser. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, startBrowser } from '../../support/browser';
import { create } from 'qrcode';
import { darkSquares } from '../sheet/measure';
import { deviceOf, DEVICES, startSite, type TestServer } from './site';
import { ask } from './wire';

/** Set to keep what the page looks like: `SCREENSHOTS=<folder> npm run test:edge -- provision/page`. */
const SCREENSHOTS = process.env['SCREENSHOTS'];

let server: TestServer;
beforeEach(async () => {
  server = await startSite();
});
afterEach(() => server.stop());

describeInBrowser('in a browser', () => {
  let browser: Browser;
  let page: Page;
  const diagnostics: string[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
  });
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

  it('opens all at once, and shows the address of each to scan', async () => {
    await page.getByRole('button', { name: 'Open all for 15 minutes' }).click();
    await page
      .getByRole('button', { name: 'Open all for 15 minutes' })
      .waitFor({ state: 'hidden' });
    const states = await page.locator('.state').allTextContents();
    expect(states).toHaveLength(DEVICES.length);
    for (const state of states) expect(state).toMatch(/^open, /);
    const { address } = server.provisioningUrl(deviceOf('101'));
    const code = card('101').locator('svg.qr');
    await code.scrollIntoViewIfNeeded();
    await picture('bench-all-open');
    const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules;
    const seen = await darkSquares(page, await code.screenshot(), size + 8);
    expect(
      seen
        .slice(4, -4)
        .map((row) => row.slice(4, -4))
        .flat(),
    ).toEqual([...data].map(Boolean));
  });

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

    await phone.getByRole('button', { name: 'Close' }).click();
    await phone.getByText('not open', { exact: true }).waitFor();
  });

  it('speaks the site’s languages', async () => {
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByText('Puesto de configuración').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await card('clinton').getByRole('button', { name: 'Abrir durante 15 minutos' }).click();
    await card('clinton').getByText('Escriba esta dirección en el teléfono').waitFor();
    await picture('spanish');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Set up phones').waitFor();
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
    expect(await page.locator('#unknownDevices').textContent()).toContain('<img src=x onerror=');
    expect(await page.locator('#unknownDevices img, #unknownDevices script').count()).toBe(0);
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
    await page.locator('#unknownDevices').getByText('unknown phone').first().waitFor();
    await picture('phones');
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
