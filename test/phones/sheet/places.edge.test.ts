/**
 * Sheets of phones that are not as others on paper: in a public place, and with a dial.
 *
 * `SCREENSHOTS=<folder> npm run test:edge -- test/phones/sheet/places` keeps pictures to look at.
 */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { PhoneSettings } from '../../../src/phones/phone';
import { onDial } from '../../../src/phones/dialplan/entry';
import { SHEET_LANGUAGES } from '../../../src/phones/sheet/language';
import { cardOf, listedPhones, sheetsOf } from '../../../src/cli/commands/phones/sheetOf';
import { type Project, readProject } from '../../../src/config/project';
import { extensionList } from '../../../src/phones/sheet/card';
import { KEY, model, phone } from '../example';
import { desks } from './desks';
import { ABOUT, KINDS, sheetOn } from '../sheets';
import { describeInBrowser, startBrowser } from '../../support/browser';
import { measure } from './measure';

const SCREENSHOTS = process.env.SCREENSHOTS;
const PAPERS = { letter: { width: 733, height: 988 }, a4: { width: 710, height: 1054 } };
const ONE_LINE = 34;
const keypad = { settings: 'closed', reset: 'closed', ipCalls: 'closed' } as const;

const CASES: readonly (readonly [string, string, Partial<PhoneSettings>, keyof typeof KINDS])[] = [
  ['public booth', 'grandstream-ht801', { keypad, dial: 'hotline' }, 'hotline'],
  ['public booth, worst', 'grandstream-ht802', { keypad }, 'both'],
  ['public booth', 'linksys-pap2t', { keypad }, 'both'],
  ['public booth', 'cisco-spa2102', { keypad }, 'both'],
  ['lobby', 'yealink-t46s', { keypad }, 'both'],
  ['lobby', 'grandstream-grp2612', { keypad }, 'both'],
  ['lobby', 'polycom-vvx-411', { keypad }, 'both'],
  ['dial', 'grandstream-ht801', { rotary: true }, 'dialled'],
  [
    'dial, public, hotline',
    'grandstream-ht802',
    { rotary: true, keypad, dial: 'hotline' },
    'hotline',
  ],
  ['dial', 'linksys-pap2', { rotary: true }, 'dialled'],
];

describeInBrowser('On paper', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage({ deviceScaleFactor: 2 });
    await page.emulateMedia({ media: 'print' });
  });
  afterAll(() => browser?.close());

  it.each(CASES)(
    'the sheet of a %s on a %s is whole, and on one page',
    async (name, id, changes, kind) => {
      const each = model(id);
      const { dialPlan } = phone(each);
      const dial = changes.dial ?? 'dialtone';
      const plan = changes.rotary ? { dialPlan: onDial(dialPlan, dial) } : {};
      const answers = {
        ...ABOUT.answers,
        ...(changes.rotary && dial === 'dialtone' && { hash: 'refused' as const }),
        help: KINDS[kind]!.help,
      };
      for (const language of SHEET_LANGUAGES) {
        for (const [paper, size] of Object.entries(PAPERS)) {
          await page.setViewportSize(size);
          await page.setContent(
            sheetOn(
              each,
              language,
              { dial, ...changes, ...plan },
              { answers, fetchFrom: undefined },
            ),
          );
          if (SCREENSHOTS !== undefined && paper === 'letter') {
            await page.screenshot({
              path: path.join(SCREENSHOTS, `${name}-${id}-${language}.png`),
              fullPage: true,
            });
          }
          const { smallestFont, ...layout } = await measure(page, ONE_LINE);
          const height: number = await page.evaluate('document.body.scrollHeight');
          expect({ language, paper, ...layout, fits: height <= size.height }).toEqual({
            language,
            paper,
            outside: [],
            overlaps: [],
            clipped: [],
            broken: [],
            fits: true,
          });
          expect(smallestFont).toBeGreaterThan(10.6);
        }
      }
    },
  );

  const wish = { now: new Date('2026-11-21T12:00-08:00') };
  const { project } = readProject('examples/payphones');
  const { questions } = desks(KEY);
  const ofDesks = questions[0]!.project;
  const DOCUMENTS: readonly (readonly [string, number, () => string])[] = [
    ['sheets of twelve desks', 12, () => sheetsOf(questions, wish)],
    ['list of twelve desks', 1, () => listOf(ofDesks)],
    ['list of the example', 1, () => listOf(project!)],
    ['card of a booth', 1, () => card('+15035550124')],
    ['card of a hotline', 1, () => card('+13135550150')],
    ['card of a phone without 911', 1, () => card('clinton')],
  ];
  const card = (username: string) =>
    cardOf({ username, environment: 'prod', project: project! }, wish);
  const listOf = (of: Project) =>
    extensionList({ site: of.directory.site.name, language: 'en' }, listedPhones(of, 'prod'));

  it.each(DOCUMENTS)('%s: on %i pages, and whole', async (name, pages, make) => {
    await page.setViewportSize(PAPERS.letter);
    await page.setContent(make());
    if (SCREENSHOTS !== undefined) {
      await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
    }
    const { outside, overlaps, clipped } = await measure(page, ONE_LINE);
    expect({ outside, overlaps, clipped }).toEqual({ outside: [], overlaps: [], clipped: [] });
    for (const format of ['Letter', 'A4']) {
      const pdf = (await page.pdf({ format })).toString('latin1');
      expect([format, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([format, pages]);
    }
  });
});
