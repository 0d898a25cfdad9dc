/** Changes an operator's file in place: every comment, space and line ending stays as it is. */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { SourceFile } from './read/sourceFile';
import { nearest } from './read/suggest';
import { parseYaml } from './read/yaml';

const FILE = 'extensions.yaml';
const KEY = 'passwordGeneration';
const LAST_GENERATION = 9_999;

export interface Raised {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** How one entry is written. */
interface Entry {
  readonly text: string;
  readonly map: YAMLMap;
}

/**
 * Raises the password generation of an extension in the text of extensions.yaml by one.
 *
 * @param above the highest generation that was ever in use.
 * @throws Error when there is no such extension, or when it is written in a way that only a person
 *   should edit.
 */
export function raisePasswordGeneration(text: string, username: string, above = 0): Raised {
  const before = extensionsOf(text);
  if (!before || !Object.hasOwn(before, username)) throw unknown(username, before);
  const { contents } = parseDocument<Node>(text, { schema: 'failsafe', uniqueKeys: false });
  const map = isMap(contents) ? pairOf(contents, username)?.value : undefined;
  if (!isMap(map)) throw byHand(username);
  const written = pairOf(map, KEY)?.value;
  const from = written === undefined ? 1 : generationOf(written);
  if (from === undefined) throw byHand(username);
  const to = Math.max(from, above) + 1;
  if (to > LAST_GENERATION) {
    throw new Error(
      `${username} already has the highest ${KEY}, ${from}: give it another username`,
    );
  }
  const entry: Entry = { text, map };
  const raised =
    written === undefined ? added(entry, `${KEY}: ${to}`) : replaced(text, written as Node, to);
  // Whatever form the file has: what is read of it differs in this one key, or it is not touched.
  const expected = { ...before, [username]: { ...(before[username] as object), [KEY]: `${to}` } };
  if (!raised || !isDeepStrictEqual(extensionsOf(raised), expected)) throw byHand(username);
  return { text: raised, from, to };
}

/** What the directory reads; undefined when it finds an error, such as an alias. */
function extensionsOf(text: string): Record<string, unknown> | undefined {
  const { tree, diagnostics } = parseYaml(FILE, text);
  if (!tree || diagnostics.length > 0) return undefined;
  return new SourceFile(FILE, tree, true).value as Record<string, unknown>;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

function generationOf(value: unknown): number | undefined {
  const text = isScalar(value) ? String(value.value) : '';
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** The digits alone: quotes around them stay. */
function replaced(text: string, { range }: Node, to: number): string | undefined {
  if (!range) return undefined;
  const [start, end] = range;
  return text.slice(0, start) + text.slice(start, end).replace(/\d+/, `${to}`) + text.slice(end);
}

function added(entry: Entry, addition: string): string | undefined {
  const first = startOf(entry.map.items[0]);
  const last = startOf(entry.map.items.at(-1));
  const end = endOf(entry.map.items.at(-1));
  if (first === undefined || last === undefined || end === undefined) return undefined;
  if (entry.map.flow) return addedBeforeBrace(entry, last, end, addition);
  const indent = indentAt(entry.text, first);
  return indent === undefined ? undefined : insertLine(entry.text, end, indent + addition);
}

/** On a line of its own where the last key has one, else behind the last value. */
function addedBeforeBrace({ text }: Entry, last: number, end: number, addition: string): string {
  const [comma = ''] = /^\s*,/.exec(text.slice(end)) ?? [];
  const here = end + comma.length;
  const head = comma === '' ? `${text.slice(0, end)},` : text.slice(0, here);
  const [rest = ''] = /^[^\n]*/.exec(text.slice(here)) ?? [];
  const indent = indentAt(text, last);
  if (indent === undefined || !/^\s*(#.*)?\s*$/.test(rest)) {
    return `${head} ${addition}${text.slice(here)}`;
  }
  const line = `${indent}${addition}${comma && ','}`;
  return insertLine(head + text.slice(here), head.length, line);
}

/** Below the line that ends at `end` or holds it, with the line ending that is the file's. */
function insertLine(text: string, end: number, line: string): string {
  // A block scalar ends behind its line break.
  const lineBreak = text.indexOf('\n', Math.max(0, end - 1));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (lineBreak < 0) return text + newline + line;
  return text.slice(0, lineBreak + 1) + line + newline + text.slice(lineBreak + 1);
}

function startOf(pair: Pair | undefined): number | undefined {
  return (pair?.key as Node | undefined)?.range?.[0];
}

/** Behind the value of a pair, or behind its key where it has none. */
function endOf(pair: Pair | undefined): number | undefined {
  return ((pair?.value ?? pair?.key) as Node | undefined)?.range?.[1];
}

/** The white space before `offset`; undefined when it is not the first thing on its line. */
function indentAt(text: string, offset: number): string | undefined {
  const indent = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /\S/.test(indent) ? undefined : indent;
}

function unknown(username: string, extensions: object | undefined): Error {
  if (!extensions) return new Error('extensions.yaml has an error: see `dialtone check`');
  const near = nearest(username, Object.keys(extensions));
  const meant = near === undefined ? '' : `: did you mean ${near}?`;
  return new Error(`extensions.yaml has no extension ${username}${meant}`);
}

function byHand(username: string): Error {
  return new Error(`The entry of ${username} must be edited by hand: raise its ${KEY}`);
}
