/** Names in a TwiML asset that nothing has: they would be rendered as nothing, and no caller would hear why. */
import type { Ring } from '../../runtime/calls/decision';
import { DEFAULT_VOICES } from '../../runtime/model/defaults';
import { CALL_LANGUAGES } from '../../runtime/model/directory';
import { templateView } from '../../runtime/twiml/template';
import { type Diagnostic, errorAt } from '../../diagnostics/diagnostic';
import { nearest } from '../read/suggest';
import { isParameter, PARAMETER_NAMES } from './parameters';
import { lineAt, type Token, tokensOf } from './tags';

/** A call that has a value for every name. */
const RINGING: Ring = {
  kind: 'ring',
  leg: 'incoming',
  twiml: 'incoming',
  extensions: ['clinton'],
  sipDomain: 'direct-example',
  callerId: '+15035550100',
  ringSeconds: 25,
  timeLimitSeconds: 3600,
};

type Value = unknown;

/** @param texts all assets of the directory: what one sends in the query of a URL, another may print. */
export function checkNames(file: string, text: string, texts: readonly string[]): Diagnostic[] {
  const view: Value = templateView(RINGING, {
    site: { country: 'US', languages: [...CALL_LANGUAGES], voices: DEFAULT_VOICES },
    parameters: {},
  });
  const diagnostics: Diagnostic[] = [];
  const addError = (start: number, message: string, fix: string) =>
    diagnostics.push(errorAt({ file, line: lineAt(text, start), path: '' }, message, fix));
  const walk = (tokens: readonly Token[], contexts: readonly Value[]) => {
    for (const [kind, name, start, , children] of tokens) {
      if (kind !== 'name' && kind !== '#' && kind !== '^') continue;
      const known = isParameter(name, texts) ? '' : valueOf(name, contexts);
      if (known === undefined) {
        addError(
          start,
          `\`{{${kind === 'name' ? '' : kind}${name}}}\` has no value`,
          fixOf(name, contexts),
        );
      } else if (kind === 'name' && typeof known !== 'string' && typeof known !== 'number') {
        const section = `\`{{#${name}}}…{{/${name}}}\``;
        addError(start, `\`{{${name}}}\` prints nothing: it is for a section`, `Write ${section}.`);
      }
      // Within a section that nothing has, nothing is rendered.
      if (Array.isArray(children) && known !== undefined) {
        walk(children, kind === '#' ? [...contexts, itemOf(known)] : contexts);
      }
    }
  };
  walk(tokensOf(text), [view]);
  return diagnostics;
}

/** As mustache looks a name up: in the innermost section that has it. */
function valueOf(name: string, contexts: readonly Value[]): Value {
  if (name === '.') return contexts.length > 1 ? '' : undefined;
  const steps = name.split('.');
  for (const context of [...contexts].reverse()) {
    const found = steps.reduce<Value>((here, step) => ownOf(here, step), context);
    if (found !== undefined) return found;
  }
  return undefined;
}

function ownOf(value: Value, name: string): Value {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, Value>)[name] : undefined;
}

function itemOf(value: Value): Value {
  return Array.isArray(value) ? (value as Value[])[0] : value;
}

function fixOf(name: string, contexts: readonly Value[]): string {
  const known = contexts.flatMap((context) => namesIn(context, ''));
  const near = nearest(name, [...known, ...PARAMETER_NAMES]);
  const section = sectionsWith(name, contexts[0], '')[0];
  if (section !== undefined) {
    const only = section.startsWith('say.') ? 'say.…' : section;
    return `It has one only between \`{{#${only}}}\` and \`{{/${only}}}\`.`;
  }
  return near === undefined
    ? 'Names are in docs/twiml-assets.md and https://www.twilio.com/docs/voice/twiml#request-parameters.'
    : `Did you mean \`${near}\`?`;
}

function namesIn(value: Value, before: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => [
    before + name,
    ...namesIn(each, `${before}${name}.`),
  ]);
}

/** Lists whose items have a value of this name. */
function sectionsWith(name: string, value: Value, before: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    Array.isArray(each)
      ? ownOf(each[0], name) === undefined
        ? []
        : [before + key]
      : sectionsWith(name, each, `${before}${key}.`),
  );
}
