/** Pieces of a sheet, in one language. */
import type { Language } from '../../runtime/model/directory';
import type { Light, Page, Said, Text } from './guide';
import { type Html, html } from './html';
import { pick } from './words';

export const MARK = '†';
const DAGGER = html`&nbsp;<sup>${MARK}</sup>`;
/** In characters: what fits into half a page. */
const LONGEST_UNBROKEN = 36;

/** What stands between backticks is a key to press or a word on the device. */
export function phrase(text: string | Text, language: Language): Html {
  const parts = pick(text, language).split('`');
  return html`${parts.map((part, i) => (i % 2 === 1 ? html`<kbd>${part}</kbd>` : part))}`;
}

export function sentence({ text, unproven }: Said, language: Language): Html {
  return html`${phrase(text, language)}${unproven && DAGGER}`;
}

export function steps(said: readonly Said[], language: Language): Html {
  return html`<ul>
    ${said.map((each) => html`<li>${sentence(each, language)}</li>`)}
  </ul>`;
}

export function valueTable({ name, values, unproven }: Page, language: Language): Html {
  return html`<h3>${pick(name, language)}${unproven && DAGGER}</h3>
    <table>
      ${values.map(
        ({ field, value }) =>
          html`<tr>
            <th scope="row">${pick(field, language)}</th>
            <td>${unbroken(pick(value, language))}</td>
          </tr> `,
      )}
    </table>`;
}

/** A name broken at its hyphen would be typed with a space, or without the hyphen. */
function lineClass(text: string): 'long' | 'whole' {
  return text.length > LONGEST_UNBROKEN ? 'long' : 'whole';
}

/** A line ends between the rules of a dial plan only: within one it would be typed as a space. */
function unbroken(value: string): Html {
  const rules = value.split('|');
  if (rules.length === 1) return html`<span class="${lineClass(value)}">${value}</span>`;
  return html`${rules.map(
    (rule, i) =>
      html`<span class="${lineClass(rule)}">${rule}${i < rules.length - 1 && '|'}</span><wbr />`,
  )}`;
}

/** A line ends between the words of a command only: an option broken at its hyphens is none. */
export function command(line: string): Html {
  const [first = '', ...others] = line
    .split(' ')
    .map((word) => html`<span class="whole">${word}</span>`);
  return html`${first}${others.map((word) => html` ${word}`)}`;
}

export function lightTable(lights: readonly Light[], language: Language): Html {
  return html`<table class="lights">
    ${lights.map(
      ({ light, meaning }) =>
        html`<tr>
          <th scope="row">${phrase(light, language)}</th>
          <td>${sentence(meaning, language)}</td>
        </tr> `,
    )}
  </table>`;
}
