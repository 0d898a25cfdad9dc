/** YAML as a person would write it: few quotes, comments, a blank line between entries. */
import { Document, parse, Scalar, type YAMLMap, YAMLSeq } from 'yaml';
import { SCHEMA_FOLDER } from '../../config/read/files';

/** Text, a list on one line, or a map. */
export type Value = string | Scalar | Block | readonly Value[] | { readonly [key: string]: Value };

/** Keys in an order of their own, each on a line. */
export class Block {
  constructor(readonly entries: readonly (readonly [string, Value])[]) {}
}

export interface Entry {
  readonly key: string;
  readonly value: Value;
  /** Comment above it. */
  readonly before?: string;
  /** Comment below its keys. */
  readonly after?: string;
  /** A blank line above it. */
  readonly apart?: boolean;
  /** `{ … }` on one line. */
  readonly flow?: boolean;
}

/** A file: a comment, then entries. Whatever they hold, the directory reads just that. */
export function yamlText(head: string, entries: readonly Entry[]): string {
  // As the directory reads: every scalar is text, so `+15035550123` and `101` need no quotes.
  const document = new Document({}, { schema: 'failsafe' });
  const root = document.contents as unknown as YAMLMap;
  for (const { key, value, before, after, apart, flow = false } of entries) {
    const pair = document.createPair<Scalar, YAMLMap>(key, nodeOf(document, value, flow));
    // Below the head there is a blank line anyhow.
    if (apart && root.items.length > 0) pair.key.spaceBefore = true;
    if (before !== undefined) pair.key.commentBefore = comment(before);
    if (after !== undefined && pair.value) pair.value.comment = comment(after);
    // Not `set`, which looks for the same key in all that are there.
    root.items.push(pair);
  }
  // Nothing but comments is a file without entries.
  if (entries.length === 0) return comment(head).replace(/^/gm, '#').replace(/ +$/gm, '') + '\n';
  document.commentBefore = comment(head);
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/** Words for people, with quotes where an editor would take them for a number or the like. */
export function words(given: string): Scalar {
  // A name in the directory stands on one line and moves no terminal.
  const text = /\p{Cc}/u.test(given) ? given.replace(/\p{Cc}+/gu, ' ').trim() || 'Unnamed' : given;
  const scalar = new Scalar(text);
  const guessed = /^[~\w.+-]+$/.test(text) && typeof parse(text) !== 'string';
  if (guessed) scalar.type = Scalar.QUOTE_SINGLE;
  return scalar;
}

/** Gives completion in editors, for a file of the directory or, with `up`, of a folder in it. */
export function schemaLine(file: string, up = ''): string {
  return `yaml-language-server: $schema=${up}${SCHEMA_FOLDER}/${file}.schema.json`;
}

function nodeOf(document: Document, value: Value, flow: boolean): unknown {
  if (typeof value === 'string' || value instanceof Scalar) return document.createNode(value);
  if (Array.isArray(value)) return lineOf(document, value as readonly Value[]);
  const block = value instanceof Block;
  const map = document.createNode({}, { flow: flow && !block }) as YAMLMap;
  const entries = block ? value.entries : Object.entries(value as Readonly<Record<string, Value>>);
  for (const [key, each] of entries) {
    // What is within an entry stands on one line, as in the example.
    map.add(document.createPair(key, nodeOf(document, each, true)));
  }
  return map;
}

/** `[en, es]`, as prettier has it. */
class Line extends YAMLSeq {
  override toString(...all: Parameters<YAMLSeq['toString']>): string {
    return super.toString(...all).replace(/^\[ (.*) \]$/s, '[$1]');
  }
}

function lineOf(document: Document, values: readonly Value[]): Line {
  const line = new Line(document.schema);
  line.flow = true;
  line.items = values.map((each) => nodeOf(document, each, true));
  return line;
}

/** A space after each `#`. */
function comment(text: string): string {
  return text.replace(/^/gm, ' ');
}
