/**
 * Which elements and attributes TwiML has, read from the typings of Twilio's own
 * SDK, so that it is nowhere typed twice. `npm run generate` writes it down.
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { type Children, RESPONSE, type Vocabulary } from '../config/templates/vocabulary';

const TYPINGS = require.resolve('twilio/lib/twiml/VoiceResponse').replace(/\.js$/, '.d.ts');

export function deriveVocabulary(): Vocabulary {
  const text = readFileSync(TYPINGS, 'utf8');
  const source = ts.createSourceFile(TYPINGS, text, ts.ScriptTarget.Latest, true);
  const classes: ts.ClassDeclaration[] = [];
  const attributes = new Map<string, string[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node)) classes.push(node);
    if (ts.isInterfaceDeclaration(node)) {
      attributes.set(node.name.text, node.members.map((member) => nameOf(member)).sort());
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return Object.fromEntries(
    classes.map((node) => [node.name?.text ?? RESPONSE, childrenOf(node, attributes)]),
  );
}

/** From `dial(attributes?: VoiceResponse.DialAttributes, …): VoiceResponse.Dial`. */
function childrenOf(node: ts.ClassDeclaration, attributes: Map<string, string[]>): Children {
  const children: Record<string, Children[string]> = {};
  for (const method of node.members.filter(ts.isMethodDeclaration)) {
    const element = /^VoiceResponse\.(\w+)$/.exec(method.type?.getText() ?? '')?.[1];
    if (element === undefined) continue;
    const tag = tagOf(method, children, element);
    const type = /VoiceResponse\.(\w+Attributes)/.exec(method.getText())?.[1];
    const named = attributes.get(type ?? '') ?? children[tag]?.attributes ?? [];
    children[tag] = { element, attributes: named };
  }
  return children;
}

/** Verbs and nouns are documented as `<Dial> TwiML Verb`; speech marks are methods of their own name. */
function tagOf(
  method: ts.MethodDeclaration,
  children: Record<string, Children[string]>,
  element: string,
): string {
  // Of an overloaded method only the first declaration is documented.
  const known = Object.keys(children).find((tag) => children[tag]?.element === element);
  const documented = /^\s*\* <([\w-]+)>/m.exec(method.getFullText())?.[1];
  const ownName = nameOf(method).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return known ?? documented ?? ownName;
}

function nameOf(member: ts.TypeElement | ts.ClassElement): string {
  return member.name?.getText().replaceAll('"', '') ?? '';
}
