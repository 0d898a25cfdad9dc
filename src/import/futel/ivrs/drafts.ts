/** Contexts as menus: what is heard of each today, in the order in which their engine asks. */
import type { Key } from '../../../runtime/model/directory';
import type { Report } from '../report';
import type { Context } from './contexts';
import { BOUNCE, HANG_UP } from './destinations';
import type { Destination } from './destination';
import { GIVEN } from './given';
import { playedFields, reportOdd } from './odd';
import type { Resolver } from './resolver';

/** A recording: the same in every language, or one in each. */
export interface Recording {
  readonly folder: string | undefined;
  readonly name: string;
  readonly everywhere?: true;
}

export interface DraftKey {
  readonly key: Key;
  readonly says: readonly Recording[];
  readonly to: Destination;
}

/** A menu, its destinations still by the names of contexts. */
export interface Draft {
  readonly context: string;
  readonly file: string;
  readonly intro: readonly Recording[];
  readonly oneOf: readonly Recording[];
  readonly keys: readonly DraftKey[];
  /** Where it goes on without keys; undefined: it began again, for ever. */
  readonly next?: Destination;
  /** Only for phones that may call 911. */
  readonly onlyEmergency?: true;
}

/** The menu of each context that is one. */
export function draftsOf(resolver: Resolver, report: Report): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  for (const [name, context] of resolver.contexts) {
    reportOdd(context, resolver, report);
    if (!resolver.isAlias(name)) drafts.set(name, draftOf(context, resolver));
  }
  return drafts;
}

function draftOf(context: Context, resolver: Resolver): Draft {
  const { name, file, random, sounds, statements, folder } = context;
  const to = (destination: string) => resolver.to(destination, name);
  const inLanguage = (each: string): Recording => ({ folder, name: each });
  const everywhere = (each: string): Recording => ({ folder, name: each, everywhere: true });
  const common = {
    context: name,
    file,
    ...(context.before === BOUNCE && { onlyEmergency: true as const }),
  };
  const next =
    context.next !== undefined
      ? { next: to(context.next) }
      : // Whoever writes one for the import means it to end.
        file === GIVEN && { next: HANG_UP };
  const [played] = playedFields(context);
  if (played === 'random_sounds') {
    return { ...common, intro: [], oneOf: random.map(everywhere), keys: [], ...next };
  }
  if (played !== 'menu_entries') {
    const intro = played === 'intro_sounds' ? sounds.map(everywhere) : statements.map(inLanguage);
    return { ...common, intro, oneOf: [], keys: [], ...next };
  }
  const keys = context.keys.map(({ key, statements: said, destination }) => {
    const all = said.length === 0 ? [] : [...said, PRESS[key]];
    return { key, says: all.map(inLanguage), to: to(destination) };
  });
  return { ...common, intro: [], oneOf: [], keys, next: HANG_UP };
}

/** The recording that names each key. */
const PRESS: Readonly<Record<Key, string>> = {
  '1': 'press-one',
  '2': 'press-two',
  '3': 'press-three',
  '4': 'press-four',
  '5': 'press-five',
  '6': 'press-six',
  '7': 'press-seven',
  '8': 'press-eight',
  '9': 'press-nine',
  '0': 'press-zero',
};
