/**
 * YAML text as a tree in which every scalar is a string and every value knows
 * its line. Only the plain part of YAML is taken: what reads like one thing and
 * means another (anchors, merge keys, tags) is refused.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { CONTROL_CHARACTER } from '../../diagnostics/printable';
import { type Diagnostic, errorAt } from '../../diagnostics/diagnostic';
import { formatPath, type Path } from './files';
import { NOT_YAML, yamlFix } from './yamlFix';

/** `comment` is what follows a plain scalar in its line, from the `#` on: it may have been meant as part of it. */
export type Tree = { readonly line: number } & (
  | { readonly kind: 'scalar'; readonly text: string; readonly comment?: string }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Tree> }
);

type AddError = (node: Node | Pair | null, path: Path, message: string, fix: string) => void;

/** Reads one document. Never throws: whatever is wrong with the text is an error. */
export function parseYaml(
  file: string,
  text: string,
): {
  readonly tree: Tree | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: lines,
      merge: false,
      // Looked for below: yaml's own search compares every key with every other.
      uniqueKeys: false,
      prettyErrors: false,
      // Nothing is printed; `silent` would also keep a second document to itself.
      logLevel: 'error',
    });
    for (const error of document.errors) {
      const line = lines.linePos(error.pos[0]).line;
      const message = `not YAML: ${error.message}`;
      // One slip often has the parser complain many times in one line.
      if (diagnostics.some(({ where }) => where.line === line)) continue;
      diagnostics.push(errorAt({ file, line, path: '' }, message, yamlFix(error, document, text)));
    }
    if (document.errors.length > 0) return { tree: undefined, diagnostics };
    for (const { code, pos } of document.warnings) {
      if (code !== 'TAG_RESOLVE_FAILED') continue;
      const line = lines.linePos(pos[0]).line;
      const tag = text.slice(...pos);
      const message = `a tag (\`${tag}\`) is not allowed here`;
      diagnostics.push(errorAt({ file, line, path: '' }, message, 'Remove the tag.'));
    }
    const addError: AddError = (node, path, message, fix) => {
      const where = { file, line: lineOf(node, lines), path: formatPath(path) };
      diagnostics.push(errorAt(where, message, fix));
    };
    return { tree: read(document.contents, [], { text, lines, addError }), diagnostics };
  } catch (cause) {
    // Such as ten thousand brackets in each other: too deep for the parser.
    const message = `cannot be read: ${cause instanceof Error ? cause.message : 'unknown cause'}`;
    diagnostics.push(errorAt(file, message, NOT_YAML));
    return { tree: undefined, diagnostics };
  }
}

const WRITE_OUT = 'Repeat the value in each place.';

interface Reading {
  readonly text: string;
  readonly lines: LineCounter;
  readonly addError: AddError;
}

function read(node: Node | null, path: Path, reading: Reading): Tree {
  const { lines, addError } = reading;
  const line = lineOf(node, lines);
  if (isAlias(node)) {
    addError(node, path, `an alias (\`*${node.source}\`) is not allowed here`, WRITE_OUT);
    return { kind: 'scalar', text: '', line };
  }
  if (node && 'anchor' in node && node.anchor) {
    addError(node, path, `an anchor (\`&${node.anchor}\`) is not allowed here`, WRITE_OUT);
  }
  if (isMap(node)) return readMap(node, path, reading);
  if (isSeq(node)) {
    const items = node.items.map((item, i) => read(item as Node, [...path, i], reading));
    return { kind: 'list', items, line };
  }
  const text = isScalar<string>(node) ? node.value : '';
  // By an escape such as `"\\e"`: in the file itself it is refused before.
  if (CONTROL_CHARACTER.test(text))
    addError(node, path, 'contains a control character', 'Remove it.');
  const comment = commentAfter(node, reading);
  return { kind: 'scalar', text, line, ...(comment !== undefined && { comment }) };
}

function commentAfter(node: Node | null, { text }: Reading): string | undefined {
  const end = isScalar(node) && node.type === 'PLAIN' ? node.range?.[1] : undefined;
  if (end === undefined) return undefined;
  const comment = /[^\S\r\n]*(#[^\r\n]*)/y;
  comment.lastIndex = end;
  return comment.exec(text)?.[1]?.trimEnd();
}

function readMap(map: YAMLMap, path: Path, reading: Reading): Tree {
  const { lines, addError } = reading;
  const entries = new Map<string, Tree>();
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const key = isScalar<string>(pair.key) ? pair.key.value : undefined;
    const here = [...path, key ?? '?'];
    if (key === undefined || key === '__proto__' || CONTROL_CHARACTER.test(key)) {
      addError(pair.key, path, 'a key must be plain text', 'Write the key as one word.');
    } else if (key === '<<') {
      addError(pair.key, path, 'a merge key (`<<`) is not allowed here', WRITE_OUT);
    } else if (entries.has(key)) {
      const first = entries.get(key)?.line ?? 0;
      const fix = `Merge the two; the first is on line ${first}.`;
      addError(pair.key, here, `\`${key}\` is listed twice`, fix);
    } else {
      // The line of an entry is that of its key, also where the value begins below it.
      entries.set(key, { ...read(pair.value, here, reading), line: lineOf(pair.key, lines) });
    }
  }
  return { kind: 'map', entries, line: lineOf(map, lines) };
}

function lineOf(node: Node | Pair | null, lines: LineCounter): number {
  const offset = node && 'range' in node ? node.range?.[0] : undefined;
  return offset === undefined ? 1 : lines.linePos(offset).line;
}
