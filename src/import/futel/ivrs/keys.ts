/** The keys of a context: what is said of each, and the name to which it leads. */
import { type Key, KEYS } from '../../../runtime/model/directory';
import { shown } from '../report';
import type { FieldReader } from './fields';

export interface ContextKey {
  readonly key: Key;
  /** Said before the sentence of the key itself; none: a silent key. */
  readonly statements: readonly string[];
  readonly destination: string;
}

/** In the order in which they are said: 1 to 9, then 0. */
export function readKeys(reader: FieldReader): ContextKey[] {
  const keys: ContextKey[] = [];
  for (const [key, entry] of [...reader.entries('menu_entries', 1), ...otherEntries(reader)]) {
    // An unused key.
    if (entry === null || entry === undefined) continue;
    const read = readKey(key, entry, reader);
    if (read === undefined) continue;
    const same = keys.findIndex((each) => each.key === read.key);
    if (same >= 0) reader.wrong(`its key ${key} is listed twice: the first one is used`);
    else keys.push(read);
  }
  return [...keys.filter(({ key }) => key !== '0'), ...keys.filter(({ key }) => key === '0')];
}

/** Only key 0 was ever honoured: `[statement, 0, destination]`. */
function otherEntries(reader: FieldReader): [string, unknown][] {
  return reader.entries('other_menu_entries', 0).flatMap(([, entry]): [string, unknown][] => {
    if (entry === null) return [];
    if (!Array.isArray(entry)) {
      reader.wrong(`its \`other_menu_entries\` contain ${shown(entry)}, not an entry: left out`);
      return [];
    }
    const [statement, key, destination] = entry as unknown[];
    if (key === 0 || key === '0') return [['0', [statement, destination]]];
    reader.wrong(`its other key ${shown(key)} never worked; only 0 did`);
    return [];
  });
}

function readKey(key: string, entry: unknown, reader: FieldReader): ContextKey | undefined {
  const known = KEYS.find((each) => each === key);
  if (known === undefined) {
    reader.wrong(`has an entry ${shown(entry)} for ${shown(key)}, which is not a key`);
    return undefined;
  }
  const [statement, destination] = Array.isArray(entry) ? (entry as unknown[]) : [];
  if (!Array.isArray(entry) || typeof destination !== 'string') {
    reader.wrong(`its key ${key} is ${shown(entry)}, which has no destination: left out`);
    return undefined;
  }
  return { key: known, statements: statementsOf(known, statement, reader), destination };
}

function statementsOf(key: Key, statement: unknown, reader: FieldReader): string[] {
  if (statement === null || statement === undefined) return [];
  if (typeof statement === 'string' && statement !== '') return [statement];
  return reader.namesIn(statement, `what its key ${key} says`);
}
