/**
 * The page of `npm start` in a browser: what it shows, in light and dark, and that nothing in it acts.
 *
 * `SCREENSHOTS=<folder> TIER=edge npx jest test/cli/startPage` keeps pictures to look at.
 */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { freePort } from '../../src/build/twilioRun';
import { examplesOf } from '../../src/cli/commands/serve/examples';
import { startPage } from '../../src/cli/commands/serve/startPage';
import { readProject, type Project } from '../../src/config/project';
import { describeInBrowser, startBrowser } from '../support/browser';
import { projectCopy, Running } from './commandLine';

const SCREENSHOTS = process.env['SCREENSHOTS'];
const copy = projectCopy();
afterAll(() => copy.remove());

describeInBrowser('The start page', () => {
  let browser: Browser;
  let server: Running;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://localhost:${port}/`;
    server = new Running(['serve', '--port', String(port)], { cwd: copy.folder });
    [browser] = await Promise.all([startBrowser(), server.printed('Ctrl-C stops it.')]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** With all that it asked for, and complained of. */
  async function opened(colorScheme: 'light' | 'dark', width: number) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(url);
    return { page, asked, complaints };
  }

  it.each(['light', 'dark'] as const)(
    'can be read in %s, on a narrow screen too',
    async (scheme) => {
      for (const width of [1000, 360]) {
        const { page, asked, complaints } = await opened(scheme, width);
        if (SCREENSHOTS !== undefined) {
          const file = path.join(SCREENSHOTS, `start-${scheme}-${width}.png`);
          await page.screenshot({ path: file, fullPage: true });
        }
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
          width,
        );
        expect(await contrasts(page)).toEqual([]);
        // A browser asks for its icon by itself.
        expect(asked.filter((each) => !each.endsWith('/favicon.ico'))).toEqual([url]);
        expect(complaints.filter((each) => !each.includes('favicon'))).toEqual([]);
      }
    },
  );

  it('names every field, and has one heading above all others', async () => {
    const { page } = await opened('light', 1000);
    const unnamed = `[...document.querySelectorAll('input, select')].filter((field) => field.labels.length === 0).length`;
    expect(await page.evaluate(unnamed)).toBe(0);
    expect(await page.locator('h1').allTextContents()).toEqual(['Example Phones']);
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  });

  it('shows what Twilio would be given: for a phone that dials, and for a number that is called', async () => {
    const { page } = await opened('light', 1000);
    await page.selectOption('select[name=From]', { label: 'SE Clinton booth' });
    await page.fill('input[name=To]', '0');
    expect(await answer(page, 0)).toContain('sip:operator-desk@direct-example-dev.sip.twilio.com');
    await page.selectOption('select[name=To]', { label: '503-555-0123' });
    expect(await answer(page, 1)).toContain('sip:+15035550123@direct-example-dev.sip.twilio.com');
  });

  async function answer(page: Page, button: number): Promise<string> {
    const popup = page.context().waitForEvent('page');
    await page.locator('button').nth(button).click();
    const shown = await popup;
    await shown.waitForLoadState();
    return shown.content();
  }

  it('shows what an operator writes as text, and nothing else', async () => {
    const said = '"><img src=x onerror="document.title=1"></td><script>document.title=1</script>';
    const { project } = readProject('examples/payphones');
    const { directory } = project!;
    const phones = [...directory.extensions].map(
      ([username, phone]) => [username, { ...phone, name: said }] as const,
    );
    const hostile: Project = {
      ...project!,
      folder: said,
      directory: {
        ...directory,
        site: { ...directory.site, name: said },
        extensions: new Map(phones),
      },
    };
    const page = await browser.newPage();
    const count = `document.querySelectorAll('*').length`;
    await page.setContent(startPage(project!, examplesOf(project!, 3000, {})).html);
    const harmless = await page.evaluate(count);
    await page.setContent(startPage(hostile, examplesOf(hostile, 3000, {})).html);
    expect(await page.evaluate(count)).toBe(harmless);
    expect(await page.title()).toBe(`${said} on this computer`);
  });
});

/** Texts with less contrast than 4.5 to 1 (WCAG 2.2, 1.4.3). */
function contrasts(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const rgb = (color) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = (color) => {
      const [r, g, b] = rgb(color).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element) => {
      const color = getComputedStyle(element).backgroundColor;
      return rgb(color)[3] === 255 || !element.parentElement ? color : behind(element.parentElement);
    };
    const texts = [...document.querySelectorAll('body *')].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()),
    );
    return texts
      .filter((element) => {
        const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
      })
      .map((element) => element.textContent.trim().slice(0, 40));
  })()`);
}
