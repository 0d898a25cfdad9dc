/** Pieces of a sheet. */
import type { Light, Page, Said } from './guide';
import { type Html, html } from './html';

export const MARK = '†';
const DAGGER = html`&nbsp;<sup>${MARK}</sup>`;
/** In characters: what fits into half a page. */
const LONGEST_UNBROKEN = 36;

/** What stands between backticks is a key to press or a word on the device. */
export function phrase(text: string): Html {
  const parts = text.split('`');
  return html`${parts.map((part, i) => (i % 2 === 1 ? html`<kbd>${part}</kbd>` : part))}`;
}

export function sentence({ text, unproven }: Said): Html {
  return html`${phrase(text)}${unproven && DAGGER}`;
}

export function steps(said: readonly Said[]): Html {
  return html`<ul>
    ${said.map((each) => html`<li>${sentence(each)}</li>`)}
  </ul>`;
}

export function valueTable({ name, values, unproven }: Page): Html {
  return html`<h3>${name}${unproven && DAGGER}</h3>
    <table>
      ${values.map(
        ({ field, value, unproven: unsure }) =>
          html`<tr>
            <th scope="row">${field}${unsure && DAGGER}</th>
            <td>${unbroken(value)}</td>
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

export function lightTable(lights: readonly Light[]): Html {
  return html`<table class="lights">
    ${lights.map(
      ({ light, meaning }) =>
        html`<tr>
          <th scope="row">${phrase(light)}</th>
          <td>${sentence(meaning)}</td>
        </tr> `,
    )}
  </table>`;
}
