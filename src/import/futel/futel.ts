/**
 * Futel's extensions.json as a directory. What the directory would refuse is left out and reported, so
 * that what comes out compiles.
 */
import { compileTexts } from '../../config/compile/compile';
import type { Diagnostic, Problem } from '../../diagnostics/diagnostic';
import { formatPath, type Texts } from '../../config/read/files';
import { readEntries } from './futelEntries';
import { filesOf } from './futelFiles';
import { FutelMenus, type FutelMore } from './futelMenus';
import { findHouseNumber, type Phone, phonesOf } from './futelPhones';
import type { FutelOptions } from './futelSite';
import { reportCallers } from './futelCallers';
import { reportPhones, reportSite } from './futelReport';
import { Report, type ReportLine, shown } from './report';

export type { FutelMore, FutelOptions };

export interface Imported {
  readonly files: Texts;
  /** How many phones are in them. */
  readonly extensions: number;
  readonly report: readonly ReportLine[];
  /** What is wrong with the options, such as a SIP domain that cannot be one; else none. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Numbers ring with it, even where the operator has no TwiML asset of their own. */
const TWIML_ASSETS = ['incoming'];

/**
 * Makes a directory of what extensions.json holds, and the files beside it.
 *
 * @throws Error when it holds no extensions by name.
 */
export function futelDirectory(
  json: unknown,
  options: FutelOptions = {},
  more: FutelMore = {},
): Imported {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Error(`extensions.json contains ${shown(json)} instead of extensions by name`);
  }
  const report = new Report();
  const entries = readEntries(json, report);
  const house = options.houseNumber ?? findHouseNumber(entries, report);
  let phones = phonesOf(entries, house, report);
  const menus = FutelMenus.read(options, more, report);
  for (;;) {
    const beside = menus?.write(phones);
    const files = filesOf(phones, house, options, beside);
    const { diagnostics, refused } = compileAll(files, phones);
    if (refused.size === 0 && menus?.fix(diagnostics)) continue;
    if (refused.size === 0) {
      reportPhones(phones, options, report, beside?.hash);
      reportSite(phones, report);
      reportCallers(phones, house, options, report, beside);
      menus?.reportTo();
      return { files, extensions: phones.length, report: report.lines, diagnostics };
    }
    for (const [{ username }, { message, fix }] of refused) {
      const text = `cannot be taken over: ${message}`;
      report.addForCallers({ extension: username, severity: 'lost', text, fix });
    }
    phones = phones.filter((phone) => !refused.has(phone));
  }
}

/** The first error of each phone that has one, and the errors that are no phone's. */
function compileAll(files: Imported['files'], phones: readonly Phone[]) {
  const compiled = compileTexts(files, { twimlAssets: TWIML_ASSETS });
  const diagnostics = compiled.diagnostics.filter(({ severity }) => severity === 'error');
  const refused = new Map<Phone, Problem>();
  for (const phone of phones) {
    const diagnostic = UNREADABLE.has(phone.username)
      ? { message: 'YAML would read its username as something else', fix: 'Use another username.' }
      : diagnostics.find((each) => isOf(each, phone.username));
    if (diagnostic) refused.set(phone, diagnostic);
  }
  const usernames = [...refused.keys()].map(({ username }) => username);
  return {
    diagnostics: diagnostics.filter((each) => !usernames.some((name) => isOf(each, name))),
    refused,
  };
}

/** Keys that the directory refuses before it knows whose they are. */
const UNREADABLE = new Set(['__proto__', '<<']);

function isOf({ where: { file, path } }: Diagnostic, username: string): boolean {
  const own = formatPath([username]);
  if (file !== 'extensions.yaml' || !path.startsWith(own)) return false;
  return path.length === own.length || ['.', '['].includes(path.charAt(own.length));
}
