/** An operator's folder compiled to one plain value. */
import { checkDirectory } from './check';
import { type Context, makeContext } from './check/context';
import { resolveClasses } from './classes';
import { COMPILED_VERSION, type CompiledDirectory } from './compiled';
import { DEFAULT_MENUS } from './defaults';
import type { Fault } from './diagnostics';
import { loadDirectory, loadTexts, type Source, type Texts } from './load';
import { numberRules } from './numberRules';
import { type Provisioning, provisioningOf } from './provisioning';
import type { ExtensionSource } from './schema';
import { ENVIRONMENTS, type Extension, type Site } from './types';

export type { CompiledDirectory };

export interface CompileOptions {
  /** Names of the TwiML assets that may be referred to. */
  readonly twimlAssets: readonly string[];
}

export interface Compiled {
  /** What the functions get; none when there is a fault. */
  directory?: CompiledDirectory;
  /** What setting Twilio and the phones up needs beside it. */
  provisioning?: Provisioning;
  /** All faults and warnings, by file and line. */
  faults: Fault[];
}

/** Compiles the directory in `folder`. Never throws for what an operator wrote. */
export function compileDirectory(folder: string, options: CompileOptions): Compiled {
  return compileLoaded(loadDirectory(folder), options);
}

/** Compiles files that are not written yet. */
export function compileTexts(texts: Texts, options: CompileOptions): Compiled {
  return compileLoaded(loadTexts(texts), options);
}

function compileLoaded(
  { source, report }: ReturnType<typeof loadDirectory>,
  options: CompileOptions,
): Compiled {
  const context = makeContext(source, report, options.twimlAssets);
  checkDirectory(context);
  const faults = [...report.faults];
  if (report.failed) return { faults };
  return { directory: compile(source, context), provisioning: provisioningOf(source), faults };
}

function compile(source: Source, context: Context): CompiledDirectory {
  const { calling, site } = source;
  const entries = calling.block.filter((entry) => entry !== 'anonymous');
  return {
    version: COMPILED_VERSION,
    site: compileSite(site, context),
    extensions: Object.entries(source.extensions).map(([username, extension]) =>
      compileExtension(username, extension, site),
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
    menus: [],
  };
}

function compileSite(site: Source['site'], { numbering }: Context): Site {
  const environments = Object.fromEntries(
    Object.entries(site.environments).map(([name, { sipDomain, edge, emergency }]) => [
      name,
      { sipDomain, ...(edge && { edge }), ...(emergency && { emergency }) },
    ]),
  );
  return { ...site, environments, areaCodes: numbering.areaCodes, menus: DEFAULT_MENUS };
}

function compileExtension(
  username: string,
  source: ExtensionSource,
  { defaults }: Source['site'],
): Extension {
  const { hash = defaults.hash, zero = defaults.zero, name, number, emergency, edge } = source;
  return {
    name,
    ...(number && { number }),
    emergency,
    ...(edge && { edge }),
    username,
    // The checks have seen that one of the two is there.
    callerId: number ?? defaults.callerId ?? '',
    class: source.class ?? defaults.class,
    environments: source.environments ?? ENVIRONMENTS,
    ...(hash && { hash }),
    ...(zero && { zero }),
  };
}
