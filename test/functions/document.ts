/** A TwiML document as the tests of paths read it. */
import { SaxesParser } from 'saxes';

export interface Document {
  /** The action of its Gather, where it waits for a key. */
  readonly gather: string | undefined;
  readonly played: readonly string[];
  readonly said: readonly string[];
  /** Of each sentence: `en`, `es`. */
  readonly voices: readonly string[];
  /** What is said, and what URLs carry on: `en`, `es`. */
  readonly languages: readonly string[];
  /** Numbers that are dialled. */
  readonly dialled: readonly string[];
  readonly redirects: boolean;
}

export function readDocument(twiml: string): Document {
  let gather: string | undefined;
  const texts: Record<string, string[]> = {};
  const languages: string[] = [];
  const voices: string[] = [];
  let open = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    open = name;
    texts[name] = [...(texts[name] ?? []), ''];
    const { action, waitUrl, language } = attributes as Record<string, string>;
    if (name === 'Gather') gather = action;
    if (name === 'Say') voices.push((language ?? '').slice(0, 2));
    for (const url of [action, waitUrl]) {
      if (url === undefined) continue;
      languages.push(new URL(url, 'http://localhost').searchParams.get('lang') ?? 'none');
    }
  });
  parser.on('text', (text) => {
    const all = texts[open];
    if (all) all[all.length - 1] += text;
  });
  parser.on('closetag', () => (open = ''));
  parser.write(twiml).close();
  return {
    gather,
    played: texts.Play ?? [],
    said: texts.Say ?? [],
    voices,
    languages: [...voices, ...languages],
    dialled: texts.Number ?? [],
    redirects: 'Redirect' in texts,
  };
}
