/** The mustache tags of a TwiML asset, and the XML documents that it can become. */
import Mustache from 'mustache';
import { type Diagnostic, errorAt } from '../../diagnostics/diagnostic';

/**
 * `[kind, name, start, end, children, end of children]` (mustache's own tokens). An
 * included file has its indentation where a section has children.
 */
export type Token = readonly [string, string, number, number, (Token[] | string)?, number?];

const KINDS: Readonly<Record<string, string>> = {
  '&': 'is not escaped: a caller could inject TwiML',
  '>': 'includes another file',
  '=': 'changes the delimiters',
};

const CLOSE = 'Close every {{tag}}, and every {{#section}} with {{/section}}.';

interface Documents {
  readonly documents: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws Error where a tag is not closed. */
export function tokensOf(text: string): readonly Token[] {
  return Mustache.parse(text) as unknown as Token[];
}

/**
 * The template with every section, with none, and with each name alone filled or
 * alone empty, so that what stands in nested sections is seen too. Tags are
 * replaced and every line stays where it was.
 *
 * @param word What stands for a name.
 * @param always Sections that are filled in each, if they are there.
 */
export function documentsOf(
  file: string,
  text: string,
  word: (name: string) => string = () => 'x',
  always: readonly string[] = [],
): Documents {
  let tokens: readonly Token[];
  try {
    tokens = tokensOf(text);
  } catch (error) {
    const { message, line } = positionOf(error, text);
    return { documents: [], diagnostics: [errorAt({ file, line, path: '' }, message, CLOSE)] };
  }
  const diagnostics = refusedTags(tokens).map(({ kind, name, start }) => {
    const fix = 'Only {{name}}, {{#section}}, {{^section}} and {{! comment }} may be used.';
    const where = { file, line: lineAt(text, start), path: '' };
    return errorAt(where, `{{${kind}${name}}} ${KINDS[kind]}`, fix);
  });
  if (diagnostics.length > 0) return { documents: [], diagnostics };
  const names = [...new Set(sectionNames(tokens))];
  const filled = [
    names,
    [],
    ...names.flatMap((name) => [[name], names.filter((other) => other !== name)]),
  ];
  const documents = filled.map((each) =>
    withoutTags(text, tokens, new Set([...each, ...always]), word),
  );
  return { documents: [...new Set(documents)], diagnostics };
}

function sectionNames(tokens: readonly Token[]): string[] {
  return tokens.flatMap(([, name, , , children]) =>
    Array.isArray(children) ? [name, ...sectionNames(children)] : [],
  );
}

function refusedTags(tokens: readonly Token[]): { kind: string; name: string; start: number }[] {
  return tokens.flatMap(([kind, name, start, , children]) => [
    ...(kind in KINDS ? [{ kind, name, start }] : []),
    ...(Array.isArray(children) ? refusedTags(children) : []),
  ]);
}

/** Text stays, a name becomes a letter, a section its content or nothing; line breaks always stay. */
function withoutTags(
  text: string,
  tokens: readonly Token[],
  filled: ReadonlySet<string>,
  word: (name: string) => string,
): string {
  let position = 0;
  let document = '';
  const skipTo = (end: number) => {
    document += text.slice(position, end).replace(/[^\n]/g, '');
    position = end;
  };
  const walk = (list: readonly Token[]) => {
    for (const [kind, name, start, end, children] of list) {
      skipTo(start);
      if (kind === 'text') document += text.slice(start, end);
      else if (kind === 'name') document += word(name);
      if (kind === 'text' || kind === 'name') position = end;
      if (Array.isArray(children) && filled.has(name) === (kind === '#')) walk(children);
    }
  };
  walk(tokens);
  skipTo(text.length);
  return document;
}

function positionOf(error: unknown, text: string): { message: string; line: number } {
  const said = error instanceof Error ? error.message : String(error);
  const [, message = said, at = '0'] = /^(.*?) at (\d+)$/.exec(said) ?? [];
  return { message, line: lineAt(text, Number(at)) };
}

export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
