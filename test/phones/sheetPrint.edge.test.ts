/** Sheets in a real browser: one side of paper, whatever the model, language and paper. */
import type { Browser, Page } from 'playwright-core';
import { SHEET_LANGUAGES } from '../../src/phones/sheet/language';
import { MODELS } from './example';
import { describeInBrowser, startBrowser } from '../support/browser';
import { ABOUT, KINDS, sheetOn } from './sheets';

/** The others are measured in sheet/layout.test.ts. */
const LONGEST = Object.entries(KINDS).filter(([kind]) =>
  ['both', 'keys alone', 'may not, hotline'].includes(kind),
);

describeInBrowser('printed', () => {
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
    page.on('request', (request) => asked.push(request.url()));
  });
  afterAll(() => browser?.close());

  const families = new Map(MODELS.map((model) => [`${model.family.id} ${model.lines > 1}`, model]));
  const cases = [...families.values()].flatMap((model) =>
    SHEET_LANGUAGES.map((language) => [model.id, language, model] as const),
  );

  it.each(cases)('%s in %s takes one page', async (_, language, model) => {
    const secure = { transport: 'tls', secureMedia: true } as const;
    const line = model.lines;
    for (const changes of [{}, { line, ...(model.srtp && secure) }]) {
      for (const [kind, { dial, emergency = true, help }] of LONGEST) {
        for (const fetchFrom of [undefined, ABOUT.fetchFrom]) {
          const answers = { ...ABOUT.answers, help };
          const about = { fetchFrom, answers };
          await page.setContent(sheetOn(model, language, { emergency, dial, ...changes }, about));
          for (const format of ['Letter', 'A4']) {
            const tried = { format, kind, changes, fetchFrom };
            expect({ ...tried, pages: await pages(format) }).toEqual({ ...tried, pages: 1 });
          }
        }
      }
    }
  });

  it('keeps everything within the paper, the longest names as well', async () => {
    await page.setViewportSize({ width: 718, height: 980 });
    await page.emulateMedia({ media: 'print' });
    const longest = 'x'.repeat(32);
    for (const model of families.values()) {
      await page.setContent(sheetOn(model, 'es', { username: longest, displayName: longest }));
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect([model.id, wide]).toEqual([model.id, 718]);
    }
  });

  it('asks for nothing', () => {
    expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([]);
  });

  async function pages(format: string): Promise<number> {
    const pdf = (await page.pdf({ format })).toString('latin1');
    return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  }
});
