/** TwiML as a tree of verbs and nouns. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import type { Parameters } from '../../test/fixtures/twilio';
import { twimlError } from './twimlSchema';

export interface Verb {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Verb[];
}

/** What is to be followed: a URL with what Twilio says to it, or a document. */
export type Request =
  { readonly url: string; readonly parameters: Parameters } | { readonly twiml: string };

/** How a document ends: it leads elsewhere, is over, or is left (`Leave`). */
export type Ending = Request | 'over' | 'left';

/** @throws Error for what is not TwiML as Twilio's schema has it. */
export function readDocument(xml: string): readonly Verb[] {
  const error = twimlError(xml);
  if (error !== undefined) throw new Error(error);
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  return root ? verbOf(root).children : [];
}

function verbOf(element: Element): Verb {
  return {
    name: element.tagName,
    attributes: Object.fromEntries(
      Array.from(element.attributes, ({ name, value }) => [name, value]),
    ),
    text: (element.textContent ?? '').trim(),
    children: Array.from(element.childNodes)
      .filter((node): node is Element => node.nodeType === node.ELEMENT_NODE)
      .map(verbOf),
  };
}
