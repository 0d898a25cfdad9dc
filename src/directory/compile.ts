/** An operator's folder compiled to one plain value. */
import { checkDirectory } from './check';
import { type Context, makeContext } from './check/context';
import { resolveClasses } from './classes';
import { COMPILED_VERSION, type CompiledDirectory } from './compiled';
import type { Fault } from './diagnostics';
import { loadDirectory, type Source } from './load';
import { numberRules } from './numberRules';
import type { ExtensionSource } from './schema';
import { ENVIRONMENTS, type Extension, type Site } from './types';

export type { CompiledDirectory };

/**
 * Compiles the directory in `folder`.
 *
 * @param options.twimlAssets names of the TwiML assets that may be referred to.
 * @returns all faults and warnings, by file and line; no directory when there is a fault.
 *   Never throws for what an operator wrote.
 */
export function compileDirectory(
  folder: string,
  options: { readonly twimlAssets: readonly string[] },
): { directory?: CompiledDirectory; faults: Fault[] } {
  const { source, report } = loadDirectory(folder);
  const context = makeContext(source, report, options.twimlAssets);
  checkDirectory(context);
  const faults = [...report.faults];
  return report.failed ? { faults } : { directory: compile(source, context), faults };
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
  };
}

function compileSite(site: Source['site'], { numbering }: Context): Site {
  return { ...site, areaCodes: numbering.areaCodes };
}

function compileExtension(
  username: string,
  source: ExtensionSource,
  { defaults }: Source['site'],
): Extension {
  const { hash = defaults.hash, zero = defaults.zero, ...extension } = source;
  // Setting the phone up is not the call path's business.
  delete extension.phone;
  return {
    ...extension,
    username,
    // The checks have seen that one of the two is there.
    callerId: extension.number ?? defaults.callerId ?? '',
    class: extension.class ?? defaults.class,
    environments: extension.environments ?? ENVIRONMENTS,
    ...(hash && { hash }),
    ...(zero && { zero }),
  };
}
