/** What hangs beside a phone for whoever uses it, and the list of all: no password, nothing that is refused. */
import { directoryAt } from '../../runtime/model/local';
import type { SheetAbout } from './about';
import { type Answered, dialler, isLifted } from './answers';
import type { Asked } from './asked';
import { emergencyCard, type Handset } from './emergency';
import { type Html, html } from './html';
import { CATALOGUES, type SheetLanguage } from './language';
import { phrase } from './parts';
import { printed } from './printed';

/** Another phone, by what is dialled for it. */
export interface Listed {
  readonly name: string;
  readonly dialled: string;
}

export interface CardAbout extends SheetAbout {
  readonly asked: Asked;
  /** Of them those that can be dialled here. */
  readonly phones: readonly Listed[];
}

/** As many as can be read at a glance. */
const MOST_PHONES = 12;

export function dialCard(about: CardAbout): string {
  const { asked, language, site } = about;
  const { settings } = asked;
  const words = CATALOGUES[language];
  const { card } = words;
  const guide = settings.model.family.guide(settings, language);
  const page = html`<header>
      <h1>${settings.displayName}</h1>
      <p class="facts">
        <span>${site}</span>${
          settings.number !== undefined &&
          html`<span>${words.facts.number} <b>${settings.number}</b></span>`
        }
      </p>
    </header>
    <section class="card">
      <h2>${card.heading}</h2>
      ${rowsOf(isLifted(settings) ? [lifting(guide, about)] : dialling(about))}
      ${emergencyCard(settings, guide, about)}
    </section>`;
  return printed({ title: settings.displayName, language, pages: [page] });
}

type Row = readonly [dialled: string, comes: string];

function lifting({ noHandset }: Handset, { answers, language }: CardAbout): Row {
  const { card, tryOut } = CATALOGUES[language];
  const words: Readonly<Partial<Record<Answered, string>>> = tryOut.lifted;
  return [noHandset ? card.handsFree : card.lift, words[answers.hash] ?? ''];
}

function dialling({ asked, answers, phones, language }: CardAbout): readonly Row[] {
  const { card } = CATALOGUES[language];
  const dial = dialler(asked);
  const { site } = directoryAt(
    asked.directory.extensions.get(asked.settings.username),
    asked.directory,
  );
  const reaches = (to: string) => dial(to) === 'outside';
  const key = (keys: string, answered: Answered): readonly Row[] => {
    const what: Readonly<Partial<Record<Answered, string>>> = card.keys;
    const said = what[answered];
    return said === undefined ? [] : [[`\`${keys}\``, said]];
  };
  const ours = phones.filter(({ dialled }) => dial(dialled) === 'phone');
  return [
    ...key('0', answers.zero),
    ...key('#', answers.hash),
    ...(site.areaCode !== undefined && reaches(`${SAMPLE}`)
      ? [[card.sevenDigits, card.inAreaCode(site.areaCode)] as const]
      : []),
    ...(reaches(`${site.areaCode ?? '212'}${SAMPLE}`)
      ? [[card.tenDigits, card.northAmerica] as const]
      : []),
    ...(asked.settings.dialPlan.entries.some(({ kind }) => kind === 'international')
      ? [[card.international, card.abroad] as const]
      : []),
    ...ours.slice(0, MOST_PHONES).map(({ name, dialled }): Row => [`\`${dialled}\``, name]),
    ...(ours.length > MOST_PHONES ? [['…', card.more] as const] : []),
  ];
}

/** A number of nobody, kept for examples. */
const SAMPLE = '5550199';

/** Of all phones of an environment. */
export function extensionList(
  { site, language }: { readonly site: string; readonly language: SheetLanguage },
  phones: readonly Listed[],
): string {
  const { card } = CATALOGUES[language];
  const sorted = [...phones].sort((a, b) =>
    a.name.localeCompare(b.name, language, { numeric: true }),
  );
  const rows = rowsOf(sorted.map(({ name, dialled }) => [`\`${dialled}\``, name]));
  const page = html`<header>
      <h1>${card.listTitle}</h1>
      <p class="facts"><span>${site}</span></p>
    </header>
    <section class="card">${rows}</section>`;
  return printed({ title: card.listTitle, language, pages: [page] });
}

function rowsOf(rows: readonly Row[]): Html {
  return html`<table>
    ${rows.map(
      ([dialled, comes]) =>
        html`<tr>
          <th scope="row">${phrase(dialled)}</th>
          <td>${phrase(comes)}</td>
        </tr> `,
    )}
  </table>`;
}
