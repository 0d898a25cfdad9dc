/** What a TwiML document asks Twilio to do next. */
import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Its elements in order; none where it is no XML. */
export function elementsOf(twiml: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  try {
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      const element = { name, attributes: attributes as Record<string, string>, text: '' };
      elements.push(element);
      open.push(element);
    });
    parser.on('text', (text) => {
      const last = open.at(-1);
      if (last) last.text += text;
    });
    parser.on('closetag', () => void open.pop());
    parser.write(twiml).close();
  } catch {
    return [];
  }
  return elements;
}

/** The first element of that name. */
export function find(twiml: string, name: string): Element | undefined {
  return elementsOf(twiml).find((element) => element.name === name);
}
