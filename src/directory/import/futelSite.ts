/** The site.yaml of an imported directory: what extensions.json knows nothing of. */
import { isE164 } from '../../numbers/phoneNumber';
import { ENVIRONMENTS } from '../types';
import { COUNTRY } from './futelEntries';
import type { Phone } from './futelPhones';
import { type Entry, schemaLine, type Value, words, yamlText } from './yamlText';

/** What extensions.json does not say. */
export interface FutelOptions {
  readonly name?: string | undefined;
  readonly timeZone?: string | undefined;
  /** `direct-example` for the SIP domains direct-example-dev, -stage and -prod. */
  readonly sipDomainPrefix?: string | undefined;
  /** The host whose menus `#` goes on to. */
  readonly handOffHost?: string | undefined;
  /** E.164; else the number that most extensions show. */
  readonly houseNumber?: string | undefined;
  /** Base URL below which their recordings lie, as `en/outgoing/press-one.ulaw`. */
  readonly recordings?: string | undefined;
  /** The context that answers the house number. */
  readonly incomingMenu?: string | undefined;
}

/** What site.yaml says beside, where there are menus. */
export interface SiteMenus {
  /** What `0` does on every phone. */
  readonly zero?: Value;
}

/** Who handles 911; undefined where nobody may call it. */
export type EmergencyMode = 'direct' | 'webhook' | undefined;

/** `direct` wants every phone that may call 911 named by its number, and no other so named. */
export function emergencyMode(phones: readonly Phone[]): EmergencyMode {
  if (!phones.some(({ emergency }) => emergency)) return undefined;
  const fit = phones.every(({ emergency, number, username }) =>
    emergency ? username === number : !isE164(username),
  );
  return fit ? 'direct' : 'webhook';
}

export function siteFile(
  mode: EmergencyMode,
  house: string | undefined,
  options: FutelOptions,
  menus?: SiteMenus,
): string {
  const { name = 'Futel', timeZone = 'America/Los_Angeles', handOffHost } = options;
  const { sipDomainPrefix = 'direct-futel' } = options;
  const environment = (each: string): Value => ({
    sipDomain: `${sipDomainPrefix}-${each}`,
    ...(mode && { emergency: mode }),
  });
  const environments = Object.fromEntries(ENVIRONMENTS.map((each) => [each, environment(each)]));
  const entries: Entry[] = [
    { key: 'name', value: words(name) },
    { key: 'country', value: COUNTRY },
    { key: 'timeZone', value: timeZone },
    { key: 'languages', value: ['en', 'es'] },
    { key: 'environments', value: environments, before: environmentsNote(mode), apart: true },
  ];
  const defaults = {
    ...(house !== undefined && { callerId: house }),
    ...(menus?.zero !== undefined && { zero: menus.zero }),
  };
  if (Object.keys(defaults).length > 0) {
    const before = 'The house number: what phones without a number of their own show.';
    const note = house === undefined ? {} : { before };
    entries.push({ key: 'defaults', value: defaults, flow: true, ...note, apart: true });
  }
  if (menus !== undefined) entries.push(menusEntry(options));
  if (handOffHost !== undefined) {
    const before = 'The only hosts to which a call may be handed off.';
    entries.push({ key: 'handOffHosts', value: [handOffHost], before, apart: true });
  }
  return yamlText(`${schemaLine('site')}\n\n${SITE_HEAD}`, entries);
}

/** As their engine had it. */
function menusEntry({ recordings }: FutelOptions): Entry {
  const url = recordings?.replace(/\/*$/, '/');
  return {
    key: 'menus',
    value: {
      waitSeconds: '2',
      rounds: '10',
      hash: 'top',
      ...(url !== undefined && { recordings: { url, extension: 'ulaw' } }),
    },
    before: 'As it was: two seconds for a key, ten rounds, and `#` begins again.',
    apart: true,
  };
}

function environmentsNote(mode: EmergencyMode): string {
  const note =
    'Each environment has a SIP domain of its own; add its `edge` where phones name one.';
  if (mode === undefined) return note;
  return `${note}\n${MODE_NOTES[mode]} See docs/emergency.md.`;
}

const MODE_NOTES = {
  direct: '911 goes to Twilio by itself: every phone that may call it is named by its number.',
  webhook:
    '911 goes to our function, unproven until tried with 933: `direct` wants each phone that may\n' +
    'call it, and no other, named by its number.',
} as const;

const SITE_HEAD = 'Imported. extensions.json knows none of this: see that it is right.';
