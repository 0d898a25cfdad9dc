/** The mustache tags of a TwiML asset, and the XML documents that it can become. */
import Mustache from 'mustache';

export interface TemplateFault {
  readonly file: string;
  /** Counted from 1; 0 means the file as a whole. */
  readonly line: number;
  readonly message: string;
  readonly mend: string;
  readonly severity: 'fault';
}

/** `[kind, name, start, end, children, end of children]` (mustache's own tokens). */
type Token = readonly [string, string, number, number, Token[]?, number?];

const KINDS: Readonly<Record<string, string>> = {
  '&': 'is not escaped, so that a caller could write TwiML',
  '>': 'includes another file',
  '=': 'changes the delimiters',
};

/**
 * The template with every section once and with none, tags replaced and every
 * line where it was.
 */
export function documentsOf(
  file: string,
  text: string,
): { readonly documents: readonly string[]; readonly faults: readonly TemplateFault[] } {
  let tokens: Token[];
  try {
    tokens = Mustache.parse(text) as unknown as Token[];
  } catch (error) {
    const { message, line } = positionOf(error, text);
    return { documents: [], faults: [tagFault(file, line, message, 'Close every {{#section}}.')] };
  }
  const faults = refusedTags(tokens).map(({ kind, name, start }) => {
    const mend = 'Only {{name}}, {{#section}}, {{^section}} and {{! comment }} may be used.';
    return tagFault(file, lineAt(text, start), `{{${kind}${name}}} ${KINDS[kind]}`, mend);
  });
  if (faults.length > 0) return { documents: [], faults };
  return { documents: [true, false].map((on) => withoutTags(text, tokens, on)), faults };
}

function refusedTags(tokens: readonly Token[]): { kind: string; name: string; start: number }[] {
  return tokens.flatMap(([kind, name, start, , children]) => [
    ...(kind in KINDS ? [{ kind, name, start }] : []),
    ...(children ? refusedTags(children) : []),
  ]);
}

/** Text stays, a name becomes a letter, a section its content or nothing; line breaks always stay. */
function withoutTags(text: string, tokens: readonly Token[], on: boolean): string {
  let position = 0;
  let document = '';
  const skipTo = (end: number) => {
    document += text.slice(position, end).replace(/[^\n]/g, '');
    position = end;
  };
  const walk = (list: readonly Token[]) => {
    for (const [kind, , start, end, children] of list) {
      skipTo(start);
      if (kind === 'text') document += text.slice(start, end);
      else if (kind === 'name') document += 'x';
      if (kind === 'text' || kind === 'name') position = end;
      if (children && on === (kind === '#')) walk(children);
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

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

function tagFault(file: string, line: number, message: string, mend: string): TemplateFault {
  return { file, line, message, mend, severity: 'fault' };
}
