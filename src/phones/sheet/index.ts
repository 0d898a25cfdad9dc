/**
 * A sheet for the volunteer who sets a phone up: one page of HTML that needs nothing else, made to
 * be printed on one side of paper.
 */
import type { PhoneSettings } from '../phone';
import type { SheetAbout } from './about';
import { emergencyBox, emergencyTest } from './emergency';
import { type Said, unprovenIn } from './guide';
import { type Html, html } from './html';
import { CATALOGUES, type SheetCatalogue } from './language';
import { keypadBox, keypadSteps, resetSteps } from './keypad';
import { networkNotes } from './network';
import { command, lightTable, MARK, phrase, sentence, steps, valueTable } from './parts';
import { printed } from './printed';
import { provisionCommand } from './provisionCommand';
import { qrImage } from './qr';
import { tryOut } from './tryOut';

export type { SheetAbout } from './about';

/** Of one phone. */
export function phoneSheet(settings: PhoneSettings, about: SheetAbout): string {
  return phoneSheets([[settings, about]]);
}

/** Each on a page of its own, in one document. */
export function phoneSheets(
  sheets: readonly [SheetOf, ...SheetOf[]],
  title = CATALOGUES[sheets[0][1].language].title(sheets[0][0].displayName),
): string {
  return printed({
    title,
    language: sheets[0][1].language,
    pages: sheets.map(([settings, about]) => sheetPage(settings, about)),
  });
}

type SheetOf = readonly [settings: PhoneSettings, about: SheetAbout];

function sheetPage(settings: PhoneSettings, about: SheetAbout): Html {
  const { language } = about;
  const words = CATALOGUES[language];
  const { headings } = words;
  const guide = settings.model.family.guide(settings, language);
  const keypad = keypadSteps(settings, words);
  const tried = [...tryOut(settings, guide, about), ...emergencyTest(settings, guide, about)];
  return html`${head(settings, about)}
    <main>
      ${keypadBox(keypad, words)}
      <div class="steps">
        ${section(1, headings.plug, steps(guide.plug))}
        ${section(2, headings.openSettings, steps(guide.openSettings))}
        ${section(3, guide.fromFileOnly ? headings.fetchOnly : headings.fetch, fetching(settings, about))}
        ${section(4, guide.fromFileOnly ? headings.check : headings.type, html`${guide.pages.map((page) => valueTable(page))}`)}
      </div>
      <div>
        ${section(5, headings.test, trying(tried, about))}
        ${section(undefined, headings.lights, lightTable(guide.lights))}
        ${section(undefined, headings.reset, steps(resetSteps(guide, settings, words)))}
        ${section(undefined, headings.network, steps(networkNotes(settings, words)))}
        ${emergencyBox(settings, guide, about)}
      </div>
    </main>
    ${foot(unprovenIn(guide) || [...keypad, ...tried].some(({ unproven }) => unproven), words)}`;

  function section(number: number | undefined, name: string, body: Html): Html {
    return html`<section>
      <h2>${number !== undefined && html`<i>${number}</i>`}${name}</h2>
      ${body}
    </section>`;
  }
}

function head(settings: PhoneSettings, { language, site, environment }: SheetAbout): Html {
  const { displayName, username, short, model, mac, line, number } = settings;
  const { facts } = CATALOGUES[language];
  const rows: [string, string | undefined][] = [
    [facts.extension, username],
    [facts.short, short],
    [facts.number, number],
    [facts.model, model.name],
    [facts.mac, mac?.toUpperCase()],
    [facts.line, model.lines > 1 ? String(line) : undefined],
    [facts.environment, environment],
  ];
  return html`<header>
    <h1>${displayName}</h1>
    <p class="facts">
      <span>${site}</span>${rows
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => html`<span>${name} <b>${value}</b></span> `)}
    </p>
  </header>`;
}

function fetching(
  { username, model }: PhoneSettings,
  { language, environment, fetchFrom }: SheetAbout,
): Html {
  const { fetching: words } = CATALOGUES[language];
  const where = phrase(model.family.whereToType(language));
  if (fetchFrom === undefined) {
    const run = provisionCommand({ username, environment, files: model.vendorFiles }, words);
    return html`<p>${words.run} <code>${command(run)}</code> ${words.then} ${where}.</p>`;
  }
  return html`<p>${words.give} ${where}:</p>
    <p><code>${fetchFrom}</code></p>
    ${model.softphone && qrImage(fetchFrom, words.qr)}
    <p>${words.while}</p>`;
}

function trying(all: readonly Said[], { language, emergencyNumber }: SheetAbout): Html {
  return html`<ol>
      ${all.map((each) => html`<li>${sentence(each)}</li>`)}
    </ol>
    <p class="never">${CATALOGUES[language].tryOut.neverDial(emergencyNumber)}</p>`;
}

function foot(marked: boolean, words: SheetCatalogue): Html {
  return html`<footer>
    <p>${words.secret}</p>
    ${marked && html`<p>${MARK} ${words.unproven}</p>`}
  </footer>`;
}
