/** Reads the files back with parsers that have nothing to do with how they are written. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { ConfigFile } from '../../src/phones/phone';

export type Settings = ReadonlyMap<string, string>;

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  text: string;
}

/** Every setting that a file holds; fails where it is not well-formed or names one twice. */
export function readSettings(family: string, file: ConfigFile): Settings {
  if (family === 'yealink') return unique(yealink(file.content));
  const elements = readXml(file.content);
  if (family.startsWith('polycom') && !file.name.endsWith('-directory.xml')) {
    return unique(elements.flatMap(({ attributes }) => Object.entries(attributes)));
  }
  if (family === 'linphone') {
    return unique(
      elements
        .filter(({ name }) => name === 'entry')
        .map(({ attributes, path, text }) => [`${path.at(-1)}.${attributes['name']}`, text]),
    );
  }
  const depth = family === 'spa' ? 1 : 2;
  return unique(
    elements
      .filter(({ path, name }) => path.length === depth || name === 'mac')
      .map(({ name, text }) => [name, text]),
  );
}

/** Elements in order of their ends; a section of Linphone's is known by its `name`. */
export function readXml(content: string): readonly Element[] {
  const open: Element[] = [];
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const path = open.map((element) => element.attributes['name'] ?? element.name);
    open.push({ name, attributes, path, text: '' });
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) elements.push(element);
  });
  parser.write(content).close();
  return elements;
}

function yealink(content: string): [string, string][] {
  const [version, ...lines] = content.split(/[\n\r\u0085\u2028\u2029]/);
  expect(version).toBe('#!version:1.0.0.1');
  expect(lines.pop()).toBe('');
  return lines.map((line) => {
    const [, key = '', value = ''] = /^([a-z0-9_.]+) = ?(.*)$/s.exec(line) ?? [];
    expect(key).not.toBe('');
    return [key, value];
  });
}

function unique(pairs: readonly (readonly [string, string])[]): Settings {
  const settings = new Map(pairs);
  expect(settings.size).toBe(pairs.length);
  return settings;
}
