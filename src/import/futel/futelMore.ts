/** What lies beside Futel's extensions.json, or is named by an option: menus, operators, translations. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FutelMore } from './futel';
import type { ReportLine } from './report';
import { OwnFolder } from '../../config';
import { firstKey } from '../../config/read/files';
import { parseYaml } from '../../config/read/yaml';
import { UserError } from '../../diagnostics/errors';
import { printable } from '../../diagnostics/printable';

/** Files that an option names. */
export interface MoreOptions {
  /** JSON list of the operators' numbers; else `operator_numbers.json` beside extensions.json. */
  readonly operatorNumbers?: string | undefined;
  /** JSON: statement → `{ en, es }`. */
  readonly translations?: string | undefined;
  /** JSON: name → what it leads to. */
  readonly destinations?: string | undefined;
}

const OPERATORS = 'operator_numbers.json';

export interface ReadMore {
  readonly more: FutelMore;
  readonly repeated: readonly ReportLine[];
}

/** @throws UserError when a file that is named is not there, or is no JSON. */
export function readMore(extensions: string, options: MoreOptions): ReadMore {
  const folder = path.dirname(extensions);
  const own = new OwnFolder(folder);
  const names = own.names().filter((name) => /^ivrs?_.*\.json$/i.test(name));
  const texts = names.map((name) => [name, own.text(name)] as const);
  const ivrs = texts.map(([name, text]) => [name, parseJson(path.join(folder, name), text)]);
  const { operatorNumbers } = options;
  const beside = own.has(OPERATORS) && operatorNumbers === undefined;
  const { translations, destinations } = options;
  return {
    more: {
      ...(names.length > 0 && { ivrs: Object.fromEntries(ivrs) as Record<string, unknown> }),
      ...(operatorNumbers !== undefined && { operatorNumbers: readJson(operatorNumbers) }),
      ...(beside && {
        operatorNumbers: parseJson(path.join(folder, OPERATORS), own.text(OPERATORS)),
      }),
      ...(translations !== undefined && { translations: readJson(translations) }),
      ...(destinations !== undefined && { destinations: readJson(destinations) }),
    },
    repeated: texts.flatMap(([, text]) =>
      repeated(text).map(({ extension, ...line }) => ({
        ...line,
        extension: null,
        context: extension ?? '',
      })),
    ),
  };
}

/** JSON takes a key that is there twice, and forgets the first. */
export function repeated(text: string): ReportLine[] {
  return parseYaml('extensions.json', text)
    .diagnostics.filter(({ where, message }) => where.path && message.endsWith('is listed twice'))
    .map(({ where: { path, line }, message }) => ({
      extension: firstKey(path),
      severity: 'wrong',
      text: `${message}, again on line ${line}: the last one is used`,
      fix: 'Check that the right one was used.',
    }));
}

function parseJson(file: string, text: string, fix = 'It must be JSON.'): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new UserError(`${file}: ${printable(cause.message)}`, fix, { cause });
  }
}

function readJson(file: string): unknown {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new UserError(`There is no ${file}`, 'Name a JSON file.');
  }
  return parseJson(file, readFileSync(file, 'utf8'));
}
