/** How to fix a text that is not YAML: what the parser trips over often lies some lines before. */
import { type Document, visit, type YAMLError } from 'yaml';

export const NOT_YAML = 'Compare the file with examples/payphones; indent with spaces.';

const QUOTE_VALUE =
  'Put it in quotes: `: `, ` #` and a sign at the beginning mean something to YAML.';

const FIXES: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  MULTIPLE_DOCS: 'Remove the `---`.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  BLOCK_AS_IMPLICIT_KEY: QUOTE_VALUE,
  BAD_SCALAR_START: QUOTE_VALUE,
  BAD_ALIAS: QUOTE_VALUE,
};

export function yamlFix(error: YAMLError, document: Document, text: string): string {
  const { code, message, pos } = error;
  const quote = openQuote(document, text, pos[0]) ?? (/closing .quote/.test(message) && pos[0]);
  if (quote !== false)
    return `Close the quote that begins in line ${lineAt(text, quote)}; ${TWICE}`;
  const cut = commentCutting(error, text);
  if (cut !== undefined) {
    return `In line ${cut} \`#\` begins a comment: put the value in quotes, or the comment on its own line.`;
  }
  const before = text.slice(0, pos[0]);
  if (/[:,[{-] *'[^'\n]*'$/.test(before))
    return `Write the quote that is part of the text twice: ${TWICE}`;
  if (/(^|\n)[ \t-]*[*&!%@`]\W*$/.test(before)) return QUOTE_VALUE;
  const [, bracket] = /end with a ([\]}])/.exec(message) ?? [];
  if (bracket) return `Add the \`${bracket}\` that closes it.`;
  return FIXES[code] ?? NOT_YAML;
}

const TWICE = "in single quotes `'` is written `''`, as in `'it''s'`.";

/** Where a quoted value begins that goes on over lines up to the error. */
function openQuote(document: Document, text: string, at: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (!range || !type?.startsWith('QUOTE')) return;
      const [start, end] = range;
      if (start <= at && lineAt(text, start) < lineAt(text, end)) {
        if (lineAt(text, at) <= lineAt(text, end)) found ??= start;
      }
    },
  });
  return found;
}

/** The line of a comment that took along what closes a bracket, or that stands in the midst of a value. */
function commentCutting({ code, pos: [at] }: YAMLError, text: string): number | undefined {
  const lines = text.split('\n');
  const here = lineAt(text, at);
  const before = lines.slice(0, here - 1).findLastIndex((line) => line.trim() !== '') + 1;
  return [here, before].find((line) => {
    const [, value, comment] = /^([^#]*\S\s+)#(.*)/.exec(lines[line - 1] ?? '') ?? [];
    if (value === undefined || comment === undefined) return false;
    const opens = (value.match(/[[{]/g) ?? []).length > (value.match(/[\]}]/g) ?? []).length;
    if (line === here) return opens;
    const comma = code === 'MISSING_CHAR' && /[,\]}]/.test(comment);
    return opens || comma || indentOf(lines[here - 1]) > indentOf(value);
  });
}

function indentOf(line = ''): number {
  return line.length - line.trimStart().length;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
