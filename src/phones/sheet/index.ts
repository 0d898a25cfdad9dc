/**
 * A sheet for the volunteer who sets a phone up: one page of HTML that needs nothing else, made to
 * be printed on one side of paper.
 */
import type { Language } from '../../runtime/model/directory';
import type { PhoneSettings } from '../phone';
import type { SheetAbout } from './about';
import { emergencyBox, emergencyTest } from './emergency';
import { type Guide, type Said, type Text, unprovenIn } from './guide';
import { guideFor } from './guides';
import { Html, html } from './html';
import { networkNotes } from './network';
import { command, lightTable, MARK, phrase, sentence, steps, valueTable } from './parts';
import { qrImage } from './qr';
import { STYLE } from './style';
import { tryOut } from './tryOut';
import { neverDial, pick, provisionCommand, title, WORDS } from './words';

export type { SheetAbout } from './about';

export function phoneSheet(settings: PhoneSettings, about: SheetAbout): string {
  const { language } = about;
  const guide = guideFor(settings);
  const tried = [...tryOut(settings, guide, about), ...emergencyTest(settings, guide, about)];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="referrer" content="no-referrer" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>${pick(title(settings.displayName), language)}</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        ${head(settings, about)}
        <main>
          <div>
            ${section(1, WORDS.plug, steps(guide.plug, language))}
            ${section(2, WORDS.reach, steps(guide.reach, language))}
            ${section(3, guide.fromFileOnly ? WORDS.fetchOnly : WORDS.fetch, fetching(settings, guide, about))}
            ${section(4, guide.fromFileOnly ? WORDS.check : WORDS.type, html`${guide.pages.map((page) => valueTable(page, language))}`)}
          </div>
          <div>
            ${section(5, WORDS.test, trying(tried, about))}
            ${section(undefined, WORDS.lights, lightTable(guide.lights, language))}
            ${section(undefined, WORDS.reset, steps(guide.reset, language))}
            ${section(undefined, WORDS.network, steps(networkNotes(settings), language))}
            ${emergencyBox(settings, guide, about)}
          </div>
        </main>
        ${foot(unprovenIn(guide) || tried.some(({ unproven }) => unproven), language)}
      </body>
    </html> `.text;

  function section(number: number | undefined, name: Text, body: Html): Html {
    return html`<section>
      <h2>${number !== undefined && html`<i>${number}</i>`}${name[language]}</h2>
      ${body}
    </section>`;
  }
}

function head(settings: PhoneSettings, { language, site, environment }: SheetAbout): Html {
  const { displayName, username, short, model, mac, line, number } = settings;
  const facts: [string, string | undefined][] = [
    [WORDS.extension[language], username],
    [WORDS.short[language], short],
    [WORDS.number[language], number],
    [WORDS.model[language], model.name],
    [WORDS.mac[language], mac?.toUpperCase()],
    [WORDS.line[language], model.lines > 1 ? String(line) : undefined],
    [WORDS.environment[language], environment],
  ];
  return html`<header>
    <h1>${displayName}</h1>
    <p class="facts">
      <span>${site}</span>${facts
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => html`<span>${name} <b>${value}</b></span> `)}
    </p>
  </header>`;
}

function fetching(
  { username, model }: PhoneSettings,
  { fetch }: Guide,
  { language, environment, fetchFrom }: SheetAbout,
): Html {
  const where = phrase(fetch, language);
  if (fetchFrom === undefined) {
    const run = provisionCommand(username, environment, model.stockFiles);
    return html`<p>
      ${WORDS.fetchRun[language]}
      <code>${command(run[language])}</code> ${WORDS.fetchThen[language]} ${where}.
    </p>`;
  }
  return html`<p>${WORDS.fetchGive[language]} ${where}:</p>
    <p><code>${fetchFrom}</code></p>
    ${model.softphone && qrImage(fetchFrom, WORDS.qr[language])}
    <p>${WORDS.fetchWhile[language]}</p>`;
}

function trying(all: readonly Said[], { language, emergencyNumber }: SheetAbout): Html {
  return html`<ol>
      ${all.map((each) => html`<li>${sentence(each, language)}</li>`)}
    </ol>
    <p class="never">${neverDial(emergencyNumber)[language]}</p>`;
}

function foot(marked: boolean, language: Language): Html {
  return html`<footer>
    <p>${WORDS.secret[language]}</p>
    ${marked && html`<p>${MARK} ${WORDS.unproven[language]}</p>`}
  </footer>`;
}
