/** HTML from templates in which every value is escaped. */
import { escapeXml } from '../../runtime/model/xml';

/** Text that is HTML already; made by `html` alone. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = string | number | Html | undefined | false | readonly Value[];

/**
 * A piece of a page: html`<p>${name}</p>`. Text is escaped, pieces stand as they are, lists are
 * joined; undefined and false leave nothing.
 */
export function html(literals: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(String.raw({ raw: literals }, ...values.map(textOf)));
}

function textOf(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(textOf).join('');
  return escapeXml(String(value));
}
