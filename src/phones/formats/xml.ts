/** XML for devices, built as a tree. What XML cannot hold the serializer refuses. */
import { type Document, DOMImplementation, type Element, XMLSerializer } from '@xmldom/xmldom';

/** An element to be written: attributes and children, or text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children: string | readonly XmlElement[];
}

/** An element that holds text. Empty it is `<X></X>`: to an SPA `<X/>` means "as it was". */
export function textElement(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  return { name, attributes, children: text };
}

/**
 * A document as text.
 *
 * @param standalone As Polycom's own files have it.
 */
export function xmlDocument(root: XmlElement, { standalone = false } = {}): string {
  const document = new DOMImplementation().createDocument(null, '', null);
  document.appendChild(build(document, root, 0));
  const text = new XMLSerializer().serializeToString(document, { requireWellFormed: true });
  const alone = standalone ? ' standalone="yes"' : '';
  return `<?xml version="1.0" encoding="UTF-8"${alone}?>\n${text}\n`;
}

function build(document: Document, { name, attributes = {}, children }: XmlElement, depth: number) {
  const element: Element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (typeof children === 'string') {
    element.appendChild(document.createTextNode(children));
    return element;
  }
  for (const child of children) {
    element.appendChild(indent(document, depth + 1));
    element.appendChild(build(document, child, depth + 1));
  }
  if (children.length > 0) element.appendChild(indent(document, depth));
  return element;
}

function indent(document: Document, depth: number) {
  return document.createTextNode(`\n${'  '.repeat(depth)}`);
}
