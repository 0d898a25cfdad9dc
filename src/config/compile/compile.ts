/** An operator's folder compiled to one plain value. */
import { areasIn } from './areas';
import { checkDirectory } from '../check';
import { type Context, makeContext } from '../check/context';
import { resolveClasses } from './classes';
import { COMPILED_VERSION, type CompiledDirectory } from '../../runtime/model/compiled';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Texts } from '../read/files';
import { loadDirectory, loadTexts, type Source } from '../read/load';
import { localOf } from './local';
import { compileMenus } from './menus';
import { numberRules, numbersElsewhere } from './numberRules';
import { compileOperator } from './operator';
import { allTaken } from './allTaken';
import {
  type EnvironmentProvisioning,
  type ExtensionProvisioning,
  type Provisioning,
  provisioningOf,
} from './provisioning';
import { NO_RECORDINGS, readRecordings, type Recordings } from '../recordings/recordings';
import type { EnvironmentSource, ExtensionSource, SiteSource, TargetSource } from '../schema';
import { compileSentences } from './sentences';
import { compileTarget, type PhoneTarget } from './targets';
import {
  type Environment,
  ENVIRONMENTS,
  type Extension,
  type MenuSettings,
  type Site,
} from '../../runtime/model/directory';

export type { CompiledDirectory };

export interface CompileOptions {
  /** Names of the TwiML assets that may be referred to. */
  readonly twimlAssets: readonly string[];
  /** The sound files there are; of a folder, those in it. */
  readonly recordings?: Recordings;
}

export interface Compiled {
  /** What the functions get; none when there is an error. */
  directory?: CompiledDirectory;
  /** What setting Twilio and the phones up needs beside it. */
  provisioning?: Provisioning;
  /** All errors and warnings, by file and line. */
  diagnostics: Diagnostic[];
}

/** Compiles the directory in `folder`. Never throws for what an operator wrote. */
export function compileDirectory(folder: string, options: CompileOptions): Compiled {
  const { recordings = readRecordings(folder) } = options;
  return compileLoaded(loadDirectory(folder), { ...options, recordings });
}

/** Compiles files that are not written yet. */
export function compileTexts(texts: Texts, options: CompileOptions): Compiled {
  return compileLoaded(loadTexts(texts), options);
}

function compileLoaded(
  { source, report }: ReturnType<typeof loadDirectory>,
  { twimlAssets, recordings = NO_RECORDINGS }: CompileOptions,
): Compiled {
  const context = makeContext(source, report, twimlAssets, recordings);
  checkDirectory(context);
  const diagnostics = [...report.diagnostics];
  if (report.failed) return { diagnostics };
  return { directory: compile(source, context), provisioning: provisioningOf(source), diagnostics };
}

function compile(source: Source, context: Context): CompiledDirectory {
  const { calling, site } = source;
  const operator = compileOperator(source, context.recordings);
  const entries = calling.block.filter((entry) => entry !== 'anonymous');
  return {
    version: COMPILED_VERSION,
    site: compileSite(site, context),
    extensions: Object.entries(source.extensions).map(([username, extension]) =>
      compileExtension(username, extension, source),
    ),
    numbers: numberRules(source, context),
    elsewhere: numbersElsewhere(source),
    classes: resolveClasses(calling.classes, site.country),
    serviceCodes: Object.fromEntries(
      Object.entries(calling.serviceCodes).map(([code, to]) => [
        code,
        typeof to === 'string' ? to : compileTarget(to, source),
      ]),
    ),
    rewrites: calling.rewrite,
    blocked: {
      numbers: entries.filter((entry) => !entry.endsWith('*')),
      prefixes: entries.filter((entry) => entry.endsWith('*')).map((entry) => entry.slice(0, -1)),
      anonymous: calling.block.includes('anonymous'),
    },
    premium: calling.premium,
    areas: areasIn(calling),
    newAreaCodes: calling.newAreaCodes,
    menus: compileMenus(source, context.recordings),
    ...(operator && { operator }),
  };
}

/** `locations` are in their phones. */
function compileSite(
  source: Omit<SiteSource, 'locations'>,
  { numbering, recordings, source: all }: Context,
): Site {
  const { name, country, timeZone, languages, voices, areaCode, dial911As, ...others } = source;
  const { environments, defaults, menus, sentences, strangers, handOffHosts, ...rest } = others;
  allTaken(rest);
  return {
    name,
    country,
    timeZone,
    languages,
    voices,
    ...(areaCode !== undefined && { areaCode }),
    environments: Object.fromEntries(
      Object.entries(environments).map(([each, settings]) => [each, compileEnvironment(settings)]),
    ),
    ...(dial911As && { dial911As }),
    defaults: compileDefaults(defaults, all),
    strangers,
    handOffHosts,
    areaCodes: numbering.areaCodes,
    menus: compileMenuSettings(menus),
    ...compileSentences(sentences, all.site, recordings),
  };
}

/** The rest is for setting up; the account is read where somebody logs in. */
function compileEnvironment(
  source: Omit<EnvironmentSource, keyof EnvironmentProvisioning | 'accountSid'>,
): Environment {
  const { sipDomain, edge, emergency, ...rest } = source;
  allTaken(rest);
  return {
    sipDomain,
    ...(edge && { edge }),
    ...(emergency && { emergency }),
  };
}

/** `maxIncomingMinutes` is in the rules of the numbers. */
function compileDefaults(
  source: Omit<SiteSource['defaults'], 'maxIncomingMinutes'>,
  all: Source,
): Site['defaults'] {
  const { callerId, class: klass, ringSeconds, dialSeconds, busy, ...others } = source;
  const { hash, hashAtDialTone, zero, ...rest } = others;
  allTaken(rest);
  return {
    ...(callerId !== undefined && { callerId }),
    class: klass,
    ringSeconds,
    dialSeconds,
    ...(busy === 'tone' && { busy }),
    ...compileTargets({ hash, hashAtDialTone, zero }, all),
  };
}

/** `recordings` is in the URLs of the prompts. */
function compileMenuSettings(source: Omit<SiteSource['menus'], 'recordings'>): MenuSettings {
  const { waitSeconds, rounds, intro, hash, dialTone, ...rest } = source;
  allTaken(rest);
  return { waitSeconds, rounds, intro, hash, dialTone };
}

/** The rest is for setting up. */
function compileExtension(
  username: string,
  extension: Omit<ExtensionSource, keyof ExtensionProvisioning>,
  source: Source,
): Extension {
  const { defaults } = source.site;
  const { name, short, number, emergency, dial911As, edge, ...others } = extension;
  const {
    // The checks have seen that one of them is there.
    callerId = number ?? defaults.callerId ?? '',
    class: klass = defaults.class,
    environments = ENVIRONMENTS,
    hash = defaults.hash,
    hashAtDialTone = defaults.hashAtDialTone,
    zero = defaults.zero,
    location,
    areaCode,
    timeZone,
    language,
    ...rest
  } = others;
  allTaken(rest);
  return {
    name,
    ...(short && { short }),
    ...(number && { number }),
    emergency,
    ...(dial911As && { dial911As }),
    ...(edge && { edge }),
    username,
    callerId,
    class: klass,
    environments,
    ...compileTargets({ hash, hashAtDialTone, zero }, source),
    ...localOf({ location, areaCode, timeZone, language }, source),
  };
}

function compileTargets(
  targets: Partial<Record<PhoneTarget, TargetSource | undefined>>,
  source: Source,
): Pick<Extension, PhoneTarget> {
  return Object.fromEntries(
    Object.entries(targets).flatMap(([key, target]) =>
      target ? [[key, compileTarget(target, source)]] : [],
    ),
  );
}
