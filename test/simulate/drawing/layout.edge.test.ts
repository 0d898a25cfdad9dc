/**
 * The drawing in a browser: every text is in its box and upon no other.
 *
 * `SCREENSHOTS=<folder> TIER=edge npx jest test/simulate/drawing` keeps pictures to look at.
 */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { drawCalls } from '../../../src/simulate/drawing/draw';
import type { Drawable } from '../../../src/simulate/drawing/box';
import { describeInBrowser, startBrowser } from '../../support/browser';
import { drawable, example, large } from './sites';

const SCREENSHOTS = process.env['SCREENSHOTS'];

/** Widest letters, other scripts, and words that fit on no line. */
const WIDE = [
  'W'.repeat(60),
  'MWM@%'.repeat(20),
  'iiii tttt ffff llll rrrr 1111 '.repeat(5),
  '日本語の電話番号案内'.repeat(6),
  'Телефонная будка на углу',
  '☎️ 📞 🚨 booth 👩‍👩‍👧‍👦',
  'Z̸̢̛̛͇̟̤͚͎̃̈́̽́̀͜͝algo',
  'ÀÉÎÕÜ ñ ß æ œ ł',
];

function wide(): Drawable {
  const names = WIDE.map(
    (name, i) => `p${i}: { name: ${JSON.stringify(name)}, hash: { menu: m${i} } }`,
  );
  const menus = WIDE.map(
    (text, i) =>
      `m${i}: { intro: { say: { en: ${JSON.stringify(text)}, es: x } }, next: { do: back } }`,
  );
  return drawable({
    'extensions.yaml': `${names.join('\n')}\n`,
    'menus/all.yaml': `${menus.join('\n')}\n`,
  });
}

/** In the page: which texts are beside their box, beside the picture, or upon another text. */
const MEASURE = `(() => {
  const boxOf = (element) => element.getBoundingClientRect();
  const inside = (text, box) =>
    text.left >= box.left && text.right <= box.right && text.top >= box.top - 1 && text.bottom <= box.bottom + 1;
  const upon = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  const outside = [], overlaps = [];
  let texts = 0;
  const picture = boxOf(document.querySelector('svg'));
  for (const group of document.querySelectorAll('g.graph, g.node')) {
    const all = [...group.children].filter((child) => child.tagName === 'text');
    const frames = [...group.children].filter((child) => child.tagName === 'polygon').map(boxOf);
    const frame = group.classList.contains('node')
      ? { left: Math.min(...frames.map((f) => f.left)), right: Math.max(...frames.map((f) => f.right)),
          top: Math.min(...frames.map((f) => f.top)), bottom: Math.max(...frames.map((f) => f.bottom)) }
      : picture;
    texts += all.length;
    const boxes = all.map(boxOf);
    all.forEach((text, i) => {
      if (!inside(boxes[i], frame)) outside.push(text.textContent);
      boxes.forEach((box, j) => {
        if (j > i && upon(boxes[i], box)) overlaps.push([text.textContent, all[j].textContent]);
      });
    });
  }
  return { outside, overlaps, texts };
})()`;

interface Measured {
  readonly outside: readonly string[];
  readonly overlaps: readonly (readonly [string, string])[];
  readonly texts: number;
}

describeInBrowser('A drawing in a browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  const measure = (): Promise<Measured> => page.evaluate(MEASURE);

  const sites: Readonly<Record<string, () => Drawable>> = {
    empty: () => example('examples/empty'),
    payphones: () => example('examples/payphones'),
    large,
    wide,
  };
  it.each(Object.keys(sites))(
    'has every text in its box, and none upon another: %s',
    async (name) => {
      await page.setContent(await drawCalls(sites[name]!(), 'en'));
      if (SCREENSHOTS !== undefined) {
        await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
      }
      const { outside, overlaps, texts } = await measure();
      expect({ outside, overlaps }).toEqual({ outside: [], overlaps: [] });
      expect(texts).toBeGreaterThan(name === 'empty' ? 3 : 40);
    },
  );

  it('notices a text that is beside its box, and one upon another', async () => {
    const svg = await drawCalls(example('examples/payphones'), 'en');
    await page.setContent(svg.replaceAll('font-size="11.00"', 'font-size="16.00"'));
    const { outside, overlaps } = await measure();
    expect(outside).not.toEqual([]);
    expect(overlaps).not.toEqual([]);
  });
});
