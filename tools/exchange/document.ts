/** TwiML as a tree of verbs and nouns. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { twimlFault } from '../../test/support/twiml';

export interface Verb {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Verb[];
}

/** @throws Error for what is not TwiML as Twilio's schema has it. */
export function readDocument(xml: string): readonly Verb[] {
  const fault = twimlFault(xml);
  if (fault !== undefined) throw new Error(fault);
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
