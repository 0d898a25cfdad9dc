/** What the files do not say and the person who imports knows: `--destinations`, `--translations`. */
import { isE164 } from '../../../runtime/numbers/phoneNumber';
import { CALL_LANGUAGES, type CallLanguage } from '../../../runtime/model/directory';
import { type Report, shown } from '../report';
import type { Destination } from './destination';
import { type Fields, isObject } from './fields';
import { Names } from './names';

export type Sentences = Readonly<Partial<Record<CallLanguage, string>>>;

export interface Given {
  /** What names lead to that only the code knew. */
  readonly destinations: ReadonlyMap<string, { readonly to: Destination; readonly text: string }>;
  /** Contexts among them, in the form of the files. */
  readonly contexts: Fields;
  /** N11 and other codes of three digits, by what phones dial, with the number of each. */
  readonly serviceCodes: Readonly<Record<string, string>>;
  /** Of calling.yaml. */
  readonly numberLists: Readonly<Record<string, readonly string[]>>;
  /** What recordings say, by their names. */
  readonly sentences: ReadonlyMap<string, Sentences>;
}

/** Stands for the file of contexts that are given. */
export const GIVEN = '--destinations';

/**
 * @param destinations by name: a number in E.164, a list of them, `user@host`, or a context.
 * @param translations by statement: the sentence in each language.
 */
export function readGiven(destinations: unknown, translations: unknown, report: Report): Given {
  const contexts: Record<string, unknown> = {};
  const numberLists: Record<string, readonly string[]> = {};
  const names = new Names('list');
  const read = new Map<string, { to: Destination; text: string }>();
  const serviceCodes: Record<string, string> = {};
  for (const [name, value] of entriesOf(destinations, 'destinations', report)) {
    const to = readDestination(value);
    if (to && 'dial' in to && SERVICE_CODE.test(name)) serviceCodes[name] = to.dial;
    else if (to !== undefined) {
      const text =
        'dial' in to ? `dials ${to.dial}` : `is handed off to ${Object.values(to).join()}`;
      read.set(name, { to, text });
    } else if (Array.isArray(value) && value.length > 0 && value.every(isE164Value)) {
      const list = names.of(name.replace(/^dial_/, ''));
      numberLists[list] = [...new Set(value)];
      read.set(name, { to: { dial: list }, text: `dials one of the number list ${list}` });
    } else if (isObject(value)) contexts[name] = value;
    else {
      const text = `the destination ${shown(name)} is ${shown(value)}: left out`;
      report.add(null, 'wrong', text, 'Write +1…, a list of numbers, user@host, or a context.');
    }
  }
  const sentences = readSentences(translations, report);
  return { destinations: read, contexts, numberLists, serviceCodes, sentences };
}

const SERVICE_CODE = /^[2-9]\d\d$/;

function isE164Value(value: unknown): value is string {
  return typeof value === 'string' && isE164(value);
}

function readDestination(value: unknown): Destination | undefined {
  if (typeof value !== 'string') return undefined;
  if (isE164(value)) return { dial: value };
  return /^[A-Za-z0-9._+-]+@([a-z0-9.-]|\{environment\})+$/.test(value)
    ? { handOff: value }
    : undefined;
}

function readSentences(json: unknown, report: Report): Map<string, Sentences> {
  const sentences = new Map<string, Sentences>();
  for (const [name, value] of entriesOf(json, 'translations', report)) {
    const said = CALL_LANGUAGES.flatMap((language): [CallLanguage, string][] => {
      const text = isObject(value) ? sentenceOf(value[language]) : undefined;
      return text === undefined ? [] : [[language, text]];
    });
    if (said.length > 0) sentences.set(name, Object.fromEntries(said));
    else {
      const text = `the translation of ${shown(name)} is ${shown(value)}: left out`;
      report.add(null, 'wrong', text, 'Write `{ "en": "…", "es": "…" }`.');
    }
  }
  return sentences;
}

/** One line that a voice can say; undefined where it cannot. */
function sentenceOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = Buffer.from(value)
    .toString()
    .replace(/[\p{C}\p{Z}<>]+/gu, ' ')
    .trim();
  return text === '' || encodeURIComponent(text).length > 3_000 ? undefined : text;
}

function entriesOf(json: unknown, what: string, report: Report): [string, unknown][] {
  if (json === undefined) return [];
  if (isObject(json)) return Object.entries(json);
  report.add(null, 'wrong', `the ${what} are ${shown(json)} instead of names: left out`);
  return [];
}
