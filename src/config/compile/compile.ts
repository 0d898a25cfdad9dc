/** An operator's folder compiled to one plain value. */
import { areasIn } from './areas';
import { checkDirectory } from '../check';
import { type Context, makeContext } from '../check/context';
import { resolveClasses } from './classes';
import { COMPILED_VERSION, type CompiledDirectory } from '../../runtime/model/compiled';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Texts } from '../read/files';
import { loadDirectory, loadTexts, type Source } from '../read/load';
import { compileMenus } from './menus';
import { numberRules } from './numberRules';
import { compileOperator } from './operator';
import { type Provisioning, provisioningOf } from './provisioning';
import { NO_RECORDINGS, readRecordings, type Recordings } from '../recordings/recordings';
import type { ExtensionSource, TargetSource } from '../schema';
import { compileTarget } from './targets';
import { ENVIRONMENTS, type Extension, type Site } from '../../runtime/model/directory';

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
    classes: resolveClasses(calling.classes, site.country),
    serviceCodes: calling.serviceCodes,
    rewrites: calling.rewrite,
    blocked: {
      numbers: entries.filter((entry) => !entry.endsWith('*')),
      prefixes: entries.filter((entry) => entry.endsWith('*')).map((entry) => entry.slice(0, -1)),
      anonymous: calling.block.includes('anonymous'),
    },
    premium: calling.premium,
    areas: areasIn(calling),
    menus: compileMenus(source, context.recordings),
    ...(operator && { operator }),
  };
}

function compileSite(source: Source['site'], { numbering, source: all }: Context): Site {
  const { menus, ...site } = source;
  const { waitSeconds, rounds, hash, dialTone } = menus;
  const environments = Object.fromEntries(
    Object.entries(site.environments).map(([name, { sipDomain, edge, emergency }]) => [
      name,
      { sipDomain, ...(edge && { edge }), ...(emergency && { emergency }) },
    ]),
  );
  return {
    ...site,
    environments,
    defaults: { ...site.defaults, ...compileTargets(site.defaults, all) },
    areaCodes: numbering.areaCodes,
    menus: { waitSeconds, rounds, hash, dialTone },
  };
}

function compileExtension(username: string, extension: ExtensionSource, source: Source): Extension {
  const { defaults } = source.site;
  const {
    hash = defaults.hash,
    zero = defaults.zero,
    name,
    short,
    number,
    emergency,
    edge,
  } = extension;
  const { callerId = number ?? defaults.callerId ?? '' } = extension;
  return {
    name,
    ...(short && { short }),
    ...(number && { number }),
    emergency,
    ...(extension.dial911As && { dial911As: extension.dial911As }),
    ...(edge && { edge }),
    username,
    // The checks have seen that one of them is there.
    callerId,
    class: extension.class ?? defaults.class,
    environments: extension.environments ?? ENVIRONMENTS,
    ...compileTargets({ hash, zero }, source),
    ...(extension.language && { language: extension.language }),
  };
}

function compileTargets(
  { hash, zero }: { hash?: TargetSource | undefined; zero?: TargetSource | undefined },
  source: Source,
): Pick<Extension, 'hash' | 'zero'> {
  return {
    ...(hash && { hash: compileTarget(hash, source) }),
    ...(zero && { zero: compileTarget(zero, source) }),
  };
}
