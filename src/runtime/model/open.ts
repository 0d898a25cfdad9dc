/** The compiled directory as the functions hold it in memory. */
import { COMPILED_VERSION, type CompiledClass, type CompiledDirectory } from './compiled';
import {
  builtInClass,
  DEFAULT_AREAS,
  DEFAULT_MENUS,
  DEFAULT_PREMIUM,
  DEFAULT_VOICES,
} from './defaults';
import { openRewriteLater } from './rewrite';
import type { ClassOfService, Directory } from './directory';

/**
 * Indexes a compiled directory. Once per process.
 *
 * @throws Error when the asset is none or was compiled by another version.
 */
export function openDirectory(compiled: CompiledDirectory): Directory {
  const version = (compiled as Partial<CompiledDirectory> | null)?.version as unknown;
  if (version !== COMPILED_VERSION) {
    throw new Error(
      `compiled directory: version ${JSON.stringify(version) ?? 'missing'}, ` +
        `expected ${COMPILED_VERSION}; build and deploy again`,
    );
  }
  const { site, blocked, premium, areas } = compiled;
  return {
    site,
    extensions: new Map(compiled.extensions.map((extension) => [extension.username, extension])),
    shortNames: new Map(
      compiled.extensions.flatMap(({ short, username }) =>
        short === undefined ? [] : [[short, username] as const],
      ),
    ),
    numbers: new Map(Object.entries(compiled.numbers)),
    elsewhere: new Set(compiled.elsewhere),
    classes: new Map(compiled.classes.map((klass) => [klass.name, openClass(klass)])),
    serviceCodes: new Map(Object.entries(compiled.serviceCodes)),
    rewrites: compiled.rewrites.map(openRewriteLater),
    blocked: { ...blocked, numbers: new Set(blocked.numbers) },
    premium: {
      areaCodes: new Set(premium.areaCodes),
      exchanges: new Set(premium.exchanges),
    },
    areas: new Map(Object.entries(areas).map(([name, starts]) => [name, new Set(starts)])),
    newAreaCodes: new Map(Object.entries(compiled.newAreaCodes)),
    menus: new Map(compiled.menus.map((menu) => [menu.name, menu])),
    ...(compiled.operator && { operator: compiled.operator }),
  };
}

/**
 * The set-up without any directory: phones that only Twilio's credential lists
 * know call the United States and Canada, an hour at a time.
 */
export const EMPTY: CompiledDirectory = {
  version: COMPILED_VERSION,
  site: {
    name: 'Dialtone',
    country: 'US',
    timeZone: 'UTC',
    languages: ['en'],
    voices: DEFAULT_VOICES,
    areaCodes: [],
    environments: {},
    defaults: { class: 'local', ringSeconds: 25, dialSeconds: 60 },
    strangers: true,
    handOffHosts: [],
    menus: DEFAULT_MENUS,
  },
  extensions: [],
  numbers: {},
  elsewhere: [],
  classes: [builtInClass('US')],
  serviceCodes: {},
  rewrites: [],
  blocked: { numbers: [], prefixes: [], anonymous: false },
  premium: DEFAULT_PREMIUM,
  areas: DEFAULT_AREAS,
  newAreaCodes: {},
  menus: [],
};

export function emptyDirectory(): Directory {
  return openDirectory(EMPTY);
}

function openClass(klass: CompiledClass): ClassOfService {
  return {
    ...klass,
    allow: new Set(klass.allow),
    deny: new Set(klass.deny),
    noLimit: new Set(klass.noLimit),
  };
}
