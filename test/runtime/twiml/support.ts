/** TwiML as tests ask for it and read it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import type { Decision } from '../../../src/runtime/calls';
import { type Rendering, twimlFor } from '../../../src/runtime/twiml';
import { site } from '../../fixtures/directory';

const ASSETS = 'src/assets';
/** Where a build finds templates: those that are shipped, and the example's. */
const FOLDERS = [`${ASSETS}/twiml`, 'examples/payphones/twiml'];

/** Every shipped template and the example's, by its file. */
export const TEMPLATES: readonly (readonly [file: string, text: string])[] = FOLDERS.flatMap(
  (folder) => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.xml'));
    return names.map((name) => [path.posix.join(folder, name), readText(folder, name)] as const);
  },
);

export const FALLBACK = readText(ASSETS, 'fallback.xml');

/** A shipped template by the name that a directory gives it; undefined when there is none. */
export function shipped(name: string): string | undefined {
  return TEMPLATES.find(([file]) => file === `${ASSETS}/twiml/${name}.private.xml`)?.[1];
}

/** In English and Spanish, with the shipped templates, for a request without parameters. */
export function rendering(settings: Partial<Rendering> = {}): Rendering {
  return { site, template: shipped, parameters: {}, ...settings };
}

/** The document, with a line for every tag so that it can be read. */
export function document(decision: Decision, settings: Partial<Rendering> = {}): string {
  return twimlFor(decision, rendering(settings)).replaceAll('><', '>\n<');
}

/** What a template becomes, for a call that is answered or rings. */
export function rendered(
  text: string,
  parameters: Rendering['parameters'] = {},
  decision: Decision = { kind: 'answer', twiml: 'menu' },
): string {
  return twimlFor(decision, rendering({ template: () => text, parameters }));
}

export interface Structure {
  /** `<Say voice language>` and `</Say>`, in their order. */
  readonly tags: readonly string[];
  readonly texts: readonly string[];
  /** Of all attributes, in their order. */
  readonly values: readonly string[];
}

/** What an XML parser makes of a document; throws when it is not well-formed. */
export function structureOf(xml: string): Structure {
  const tags: string[] = [];
  const texts: string[] = [];
  const values: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    tags.push(`<${[name, ...Object.keys(attributes)].join(' ')}>`);
    values.push(...Object.values(attributes));
  });
  parser.on('closetag', ({ name }) => tags.push(`</${name}>`));
  parser.on('text', (text) => {
    if (text.trim() !== '') texts.push(text);
  });
  parser.on('comment', () => tags.push('<!---->'));
  parser.on('cdata', () => tags.push('<![CDATA[]]>'));
  parser.on('processinginstruction', ({ target }) => tags.push(`<?${target}?>`));
  parser.write(xml).close();
  return { tags, texts, values };
}

function readText(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}
