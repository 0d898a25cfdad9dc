/** What the cross checks share: every name and number of the directory. */
import { PhoneNumberUtil } from 'google-libphonenumber';
import {
  emergencyForms,
  insistentEmergencyForms,
  type Numbering,
} from '../../runtime/numbers/emergency';
import { isE164 } from '../../runtime/numbers/phoneNumber';
import { DEFAULT_CLASS } from '../../runtime/model/defaults';
import type { Diagnostics } from '../read/diagnostics';
import { isMenuFile } from '../read/files';
import type { Source } from '../read/load';
import type { Recordings } from '../recordings/recordings';
import type { ExtensionSource } from '../schema';
import { ENVIRONMENTS, type EnvironmentName } from '../../runtime/model/directory';

export interface Context {
  readonly source: Source;
  readonly report: Diagnostics;
  /** Names as written, also those of faulty entries; undefined when their file cannot be read. */
  readonly extensions: ReadonlySet<string> | undefined;
  readonly classes: ReadonlySet<string> | undefined;
  readonly environments: ReadonlySet<string> | undefined;
  /** Of every file in `menus/`; undefined when one of them cannot be read. */
  readonly menus: ReadonlySet<string> | undefined;
  readonly numberLists: ReadonlySet<string> | undefined;
  readonly twimlAssets: ReadonlySet<string>;
  readonly recordings: Recordings;
  readonly numbering: Numbering;
  /** Of the site's country, such as 1. */
  readonly countryCode: number;
  /** Every form in which an emergency number can be dialled here. */
  readonly emergencyForms: () => readonly string[];
  /** The same with what people press around it: `*67911`, `911911`. */
  readonly insistentForms: () => readonly string[];
  /** E.164 numbers of the site: of extensions, of `numbers.yaml`, and the house number. */
  readonly ownNumbers: ReadonlySet<string>;
  /** Under each number, the phones that call 911 as it, in the order in which they are written. */
  readonly sharers: ReadonlyMap<string, readonly string[]>;
  /** Remembers: libphonenumber takes 30 µs, and a number stands in several places. */
  readonly isE164: (text: string) => boolean;
}

export function makeContext(
  source: Source,
  report: Diagnostics,
  twimlAssets: readonly string[],
  recordings: Recordings,
): Context {
  const { files, site } = source;
  const isNumber = remember(isE164);
  const ownNumbers = numbersOf(source, isNumber);
  const numbering = { country: site.country, areaCodes: areaCodesOf(source, ownNumbers) };
  const classes = files['calling.yaml'].keys(['classes']);
  return {
    source,
    report,
    extensions: namesOf(files['extensions.yaml'].readable, files['extensions.yaml'].keys([])),
    classes: namesOf(
      files['calling.yaml'].readable,
      classes.length > 0 ? classes : [DEFAULT_CLASS],
    ),
    environments: namesOf(
      files['site.yaml'].has(['environments']),
      files['site.yaml'].keys(['environments']),
    ),
    menus: menuNames(source),
    numberLists: namesOf(
      files['calling.yaml'].readable,
      files['calling.yaml'].keys(['numberLists']),
    ),
    twimlAssets: new Set(twimlAssets),
    recordings,
    numbering,
    countryCode: countryCodeOf(site),
    emergencyForms: () => formsOf(numbering),
    insistentForms: () => insistentEmergencyForms(formsOf(numbering), numbering),
    ownNumbers,
    sharers: sharersOf(source),
    isE164: isNumber,
  };
}

/** The environments in which an extension lives: those it lists, else all that are set up. */
export function homesOf(extension: ExtensionSource, { environments }: Context): EnvironmentName[] {
  return ENVIRONMENTS.filter((name) =>
    extension.environments ? extension.environments.includes(name) : environments?.has(name),
  );
}

const forms = new Map<string, readonly string[]>();

/** Remembered: asking libphonenumber for every short number takes a third of a second. */
function formsOf(numbering: Numbering): readonly string[] {
  const key = JSON.stringify(numbering);
  const known = forms.get(key) ?? emergencyForms(numbering);
  forms.clear();
  forms.set(key, known);
  return known;
}

function namesOf(readable: boolean, names: readonly string[]): ReadonlySet<string> | undefined {
  return readable ? new Set(names) : undefined;
}

function menuNames({ files }: Source): ReadonlySet<string> | undefined {
  const written = Object.values(files).filter(({ name }) => isMenuFile(name));
  return namesOf(
    written.every(({ readable }) => readable),
    written.flatMap((file) => file.keys([])),
  );
}

function numbersOf(source: Source, isNumber: Context['isE164']): Set<string> {
  const numbers = [
    ...Object.values(source.extensions).map((extension) => extension.number),
    ...Object.keys(source.numbers),
    source.site.defaults.callerId,
  ];
  return new Set(numbers.filter((number) => number !== undefined && isNumber(number)) as string[]);
}

function sharersOf({ extensions }: Source): Map<string, string[]> {
  const sharers = new Map<string, string[]>();
  for (const [username, { emergency, number }] of Object.entries(extensions)) {
    if (!emergency || number === undefined) continue;
    const names = sharers.get(number) ?? [];
    sharers.set(number, names);
    names.push(username);
  }
  return sharers;
}

/** Area codes that an ATA here may put before 911. Only North American numbers have them. */
function areaCodesOf({ site, extensions }: Source, ownNumbers: ReadonlySet<string>): string[] {
  if (countryCodeOf(site) !== 1) return [];
  const codes = [...ownNumbers].filter((n) => n.startsWith('+1')).map((n) => n.slice(2, 5));
  const said = [site, ...Object.values(site.locations), ...Object.values(extensions)];
  const local = said.flatMap(({ areaCode }) => (areaCode === undefined ? [] : [areaCode]));
  return [...new Set([...local, ...codes])].sort();
}

function countryCodeOf({ country }: Source['site']): number {
  return PhoneNumberUtil.getInstance().getCountryCodeForRegion(country);
}

function remember(question: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>();
  return (text) => {
    const known = answers.get(text) ?? question(text);
    answers.set(text, known);
    return known;
  };
}
