/** What XML can hold (XML 1.0 §2.2): TwiML is XML, and a document with anything else is none. */

/** Half of a surrogate pair, U+FFFE, U+FFFF and control characters: not even escaped. */
const NEVER_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The text without what XML cannot hold. */
export function forXml(text: string): string {
  return text.replace(NEVER_IN_XML, '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** For text and attributes of XML and HTML, without what neither can hold. */
export function escapeXml(text: string): string {
  return forXml(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Whether XML can hold the text as it is. */
export function fitsXml(text: string): boolean {
  return forXml(text) === text;
}
