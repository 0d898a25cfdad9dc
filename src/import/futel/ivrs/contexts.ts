/** Futel's `ivrs_*.json`: contexts by name, spread over files, as they have been written over the years. */
import { type Report, shown } from '../report';
import { FieldReader, isObject } from './fields';
import { type ContextKey, readKeys } from './keys';

/** What a caller hears in one place and where keys lead, by the names that stand there. */
export interface Context {
  readonly name: string;
  /** The file that has it, such as `ivrs_outgoing.json`. */
  readonly file: string;
  /** Asked first; what it answers is all that is heard. */
  readonly before?: string;
  /** One of them is played, then `next`. */
  readonly random: readonly string[];
  /** The same in every language, then `next`. */
  readonly sounds: readonly string[];
  /** In the caller's language, then `next`. */
  readonly statements: readonly string[];
  readonly next?: string;
  readonly keys: readonly ContextKey[];
  /** The folder of its recordings in each language. */
  readonly folder?: string;
}

const KNOWN = new Set([
  ...['pre_callable', 'random_sounds', 'intro_sounds', 'intro_statements', 'next_context'],
  ...['menu_entries', 'other_menu_entries', 'statement_dir'],
]);
/** Said once what stands elsewhere now, or nothing. */
const OLD = new Set(['name', 'parent', 'stanza']);

/**
 * Reads the contexts of all files together: of two with one name the last counts.
 *
 * @param files what each holds, by its name.
 */
export function readContexts(
  files: Readonly<Record<string, unknown>>,
  report: Report,
): ReadonlyMap<string, Context> {
  const contexts = new Map<string, Context>();
  for (const [file, json] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isObject(json)) {
      report.add(null, 'wrong', `${file} contains ${shown(json)} instead of contexts by name`);
      continue;
    }
    for (const [name, fields] of Object.entries(json)) {
      const other = contexts.get(name);
      if (other !== undefined) {
        const text = `is in ${other.file} and in ${file}: the last one is used`;
        report.addContext(name, 'wrong', text, 'Check which of them is right.');
      }
      if (isObject(fields)) {
        contexts.set(name, readContext(file, new FieldReader(name, fields, report)));
      } else report.addContext(name, 'wrong', `is ${shown(fields)}, not a context: left out`);
    }
  }
  return contexts;
}

function readContext(file: string, reader: FieldReader): Context {
  const { context, fields, report } = reader;
  for (const [field, value] of Object.entries(fields)) {
    if (KNOWN.has(field)) continue;
    const what = `its field ${shown(field)} (${shown(value)})`;
    if (OLD.has(field)) report.addContext(context, 'kept', `${what} is no longer needed`);
    else report.addContext(context, 'lost', `${what} has no place in a menu`);
  }
  const before = reader.name('pre_callable');
  const next = reader.name('next_context');
  const folder = reader.name('statement_dir');
  return {
    name: context,
    file,
    ...(before !== undefined && { before }),
    random: reader.names('random_sounds'),
    sounds: reader.names('intro_sounds'),
    statements: reader.names('intro_statements'),
    ...(next !== undefined && { next }),
    keys: readKeys(reader),
    ...(folder !== undefined && { folder }),
  };
}
