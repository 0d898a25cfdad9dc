/**
 * How a sheet of each family looks on paper. Not compared with a picture, which would be another
 * one with other fonts: nothing beside the paper, nothing upon another, nothing cut off.
 *
 * `SCREENSHOTS=<folder> npm run test:edge -- test/phones/sheet` keeps pictures to look at.
 */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { create } from 'qrcode';
import { SHEET_LANGUAGES } from '../../../src/phones/sheet/language';
import { model, MODELS } from '../example';
import { ABOUT, KINDS, sheetOn } from '../sheets';
import { describeInBrowser, startBrowser } from '../../support/browser';
import { darkSquares, measure } from './measure';

const SCREENSHOTS = process.env.SCREENSHOTS;
/** In CSS pixels, without the margins. */
const PAPERS = { letter: { width: 733, height: 988 }, a4: { width: 710, height: 1054 } };
/** As long as the longest name of a SIP domain here. */
const ONE_LINE = 34;

describeInBrowser('A sheet on paper', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage({ deviceScaleFactor: 2 });
    await page.emulateMedia({ media: 'print' });
  });
  afterAll(() => browser?.close());

  const families = new Map([...MODELS].reverse().map((each) => [each.family.id, each]));
  const cases = [...families.values(), model('polycom-soundstation-4000')].flatMap((each) =>
    SHEET_LANGUAGES.map((language) => [each.id, language, each] as const),
  );

  it.each(cases)(
    '%s in %s has nothing beside the paper, over another or cut off',
    async (id, language, each) => {
      for (const [paper, size] of Object.entries(PAPERS)) {
        for (const [kind, { dial, emergency = true, help }] of Object.entries(KINDS)) {
          const answers = { ...ABOUT.answers, help };
          await page.setViewportSize(size);
          await page.setContent(sheetOn(each, language, { emergency, dial }, { answers }));
          await photograph(`${id}-${language}-${kind}`);
          const { smallestFont, ...layout } = await measure(page, ONE_LINE);
          const height: number = await page.evaluate('document.body.scrollHeight');
          expect({ paper, kind, ...layout, fits: height <= size.height }).toEqual({
            paper,
            kind,
            outside: [],
            overlaps: [],
            clipped: [],
            broken: [],
            fits: true,
          });
          // 8 points, which is small and can be read.
          expect(smallestFont).toBeGreaterThan(10.6);
        }
      }
    },
  );

  it('notices text beside the paper, over another, cut off and broken', async () => {
    await page.setContent(`<style>body { margin: 0 }</style>
      <p style="margin-left: -40px">beside</p><p>one</p><p style="margin-top: -30px">two</p>
      <p style="overflow: hidden; width: 20px; white-space: nowrap">cut off here</p>
      <table><tr><td style="width: 1px">bro ken</td></tr></table>`);
    const { outside, overlaps, clipped, broken } = await measure(page, ONE_LINE);
    expect(outside).toEqual(['beside']);
    expect(overlaps).toEqual([['one', 'two']]);
    expect(clipped).toEqual(['cut off here']);
    expect(broken).toEqual(['bro ken']);
  });

  it('shows every module of its QR code', async () => {
    await page.setContent(sheetOn(model('linphone'), 'en'));
    const shot = await page.locator('svg.qr').screenshot();
    const { size, data } = create(ABOUT.fetchFrom ?? '', { errorCorrectionLevel: 'M' }).modules;
    await page.goto('about:blank');
    const seen = await darkSquares(page, shot, size + 8);
    const inner = seen.slice(4, -4).map((row) => row.slice(4, -4));
    expect(inner.flat()).toEqual([...data].map(Boolean));
    // Readers need the white around it.
    expect(seen.flat().filter(Boolean)).toHaveLength(inner.flat().filter(Boolean).length);
  });

  async function photograph(name: string): Promise<void> {
    if (SCREENSHOTS === undefined) return;
    await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
  }
});
