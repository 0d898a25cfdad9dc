/** Whether a TwiML asset is one, at build time: no caller should be the first to find out. */
import { SaxesParser, type SaxesTag } from 'saxes';
import { type Diagnostic, errorAt } from '../../diagnostics/diagnostic';
import type { Decision } from '../../runtime/calls';
import { nearest } from '../read/suggest';
import { DEFAULT_VOICES } from '../../runtime/model/defaults';
import { CALL_LANGUAGES } from '../../runtime/model/directory';
import type { Numbering } from '../../runtime/numbers/emergency';
import { checkAskedAgain } from './askedAgain';
import { destinationsOf } from './destinations';
import { renderTemplate } from '../../runtime/twiml/template';
import { documentsOf } from './tags';
import { type Children, RESPONSE, VOCABULARY } from './vocabulary';

/** Twilio's limit (https://www.twilio.com/docs/voice/limitations-and-edge-cases). */
const LARGEST_DOCUMENT = 64 * 1024;

/** Where nothing is known of the site. */
const ANYWHERE: Numbering = { country: 'US', areaCodes: [] };

/** All that is wrong with a template: its tags, the documents that it can become, and where they lead. */
export function checkTemplate(
  file: string,
  text: string,
  numbering: Numbering = ANYWHERE,
): Diagnostic[] {
  if (Buffer.byteLength(text) > LARGEST_DOCUMENT) {
    return [errorAt(file, 'larger than 64 KB, which Twilio refuses', 'Shorten it.')];
  }
  const { documents, diagnostics } = documentsOf(file, text);
  const found = [...diagnostics, ...documents.flatMap((document) => checkTrimmed(file, document))];
  // What is wrong outside sections is wrong in every document.
  const distinct = new Map(found.map((each) => [`${each.where.line} ${each.message}`, each]));
  const sorted = [...distinct.values()].sort((one, other) => one.where.line - other.where.line);
  if (sorted.length > 0) return sorted;
  return [
    ...destinationsOf(file, text, numbering).diagnostics,
    ...checkAskedAgain(file, text),
    ...tryOut(file, text),
  ];
}

/** Renders it as a call would: what only then goes wrong has no line. */
function tryOut(file: string, text: string): Diagnostic[] {
  const site = { country: 'US', languages: [...CALL_LANGUAGES], voices: DEFAULT_VOICES };
  const rendering = { site, template: () => text, parameters: { From: '+15035550199' } };
  return TRIALS.flatMap((decision) => {
    try {
      const document = renderTemplate(decision, rendering) ?? '';
      return checkDocument(file, document).map(({ message, fix }) => errorAt(file, message, fix));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return [
        errorAt(
          file,
          `cannot be rendered: ${message}`,
          'Use only the names in docs/twiml-assets.md.',
        ),
      ];
    }
  }).slice(0, 1);
}

const TRIALS: readonly Decision[] = [
  {
    kind: 'ring',
    leg: 'incoming',
    twiml: 'trial',
    extensions: ['one', 'two'],
    sipDomain: 'trial',
    callerId: '+15035550100',
    ringSeconds: 25,
    timeLimitSeconds: 3600,
  },
  { kind: 'answer', twiml: 'trial' },
];

/** As it is rendered: what comes before the XML declaration, such as a comment tag, goes. */
function checkTrimmed(file: string, document: string): Diagnostic[] {
  const trimmed = document.trimStart();
  const linesBefore = document.slice(0, document.length - trimmed.length).split('\n').length - 1;
  return checkDocument(file, trimmed).map(({ where, ...rest }) => ({
    ...rest,
    where: { ...where, line: where.line + linesBefore },
  }));
}

/** One document, without template tags: well-formed XML in TwiML's own words. */
export function checkDocument(file: string, document: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const parser = new SaxesParser({ position: true });
  const add = (message: string, fix: string) =>
    diagnostics.push(errorAt({ file, line: parser.line, path: '' }, message, fix));
  /** What may stand in the elements that are open; undefined below an unknown one. */
  const open: (Children | undefined)[] = [];

  parser.on('error', ({ message }) => add(notWellFormed(message), 'Write well-formed XML.'));
  parser.on('doctype', () => add('a DOCTYPE', 'Remove it: TwiML has none.'));
  parser.on('processinginstruction', ({ target }) =>
    add(`a processing instruction <?${target}?>`, 'Remove it: TwiML has none.'),
  );
  parser.on('opentag', (tag) => {
    if (open.length === 0) {
      if (tag.name !== 'Response') add(`<${tag.name}> is the root`, 'The root is <Response>.');
      checkAttributes(tag, [], add);
      open.push(VOCABULARY[RESPONSE]);
    } else {
      open.push(checkElement(tag, open.at(-1), add));
    }
  });
  parser.on('closetag', () => open.pop());
  parser.write(document).close();
  return diagnostics;
}

/** @returns what may stand in the element; undefined when it is unknown itself. */
function checkElement(
  tag: SaxesTag,
  allowed: Children | undefined,
  add: (message: string, fix: string) => void,
): Children | undefined {
  if (!allowed) return undefined;
  const { name } = tag;
  // Its own, or <constructor> would be known.
  const known = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
  if (!known) {
    add(`<${name}> is not allowed here`, suggestion(name, Object.keys(allowed), 'Allowed here'));
    return undefined;
  }
  checkAttributes(tag, known.attributes, add);
  return VOCABULARY[known.element];
}

function checkAttributes(
  { name, attributes }: SaxesTag,
  allowed: readonly string[],
  add: (message: string, fix: string) => void,
): void {
  for (const attribute of Object.keys(attributes).filter((each) => !allowed.includes(each))) {
    const fix = suggestion(attribute, allowed, `<${name}> has`);
    add(`<${name}> has no attribute ${attribute}`, fix);
  }
}

function suggestion(word: string, candidates: readonly string[], otherwise: string): string {
  const near = nearest(word, candidates);
  if (near !== undefined) return `Did you mean ${near}?`;
  return `${otherwise}: ${candidates.join(', ') || 'nothing'}.`;
}

/** Without the position that the parser puts before it. */
function notWellFormed(message: string): string {
  return `not well-formed: ${message.replace(/^\d+:\d+: /, '')}`;
}
