/** The site.yaml of an imported directory: what extensions.json knows nothing of. */
import { isE164 } from '../../runtime/numbers/phoneNumber';
import { nameOf } from '../../config/emergency/intendedSetup';
import { type EmergencyMode, ENVIRONMENTS } from '../../runtime/model/directory';
import { COUNTRY } from './futelEntries';
import type { Phone } from './futelPhones';
import { type Entry, schemaLine, type Value, words, yamlText } from './yamlText';

/** What extensions.json does not say. */
export interface FutelOptions {
  readonly name?: string | undefined;
  readonly timeZone?: string | undefined;
  /** `direct-example` for the SIP domains direct-example-dev, -stage and -prod. */
  readonly sipDomainPrefix?: string | undefined;
  /** Twilio edge to which the phones register. */
  readonly edge?: string | undefined;
  /** The host whose menus `#` goes on to, as `handOffHosts` of site.yaml has it. */
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
  /** Recordings instead of our own sentences. */
  readonly sentences: Readonly<Record<string, string>>;
}

/**
 * Who handles 911, as it is there: their SIP domains have Twilio's emergency calling on. `undefined`
 * where nobody may call it; `webhook` where the directory would refuse how a phone is named.
 */
export function emergencyMode(phones: readonly Phone[]): EmergencyMode | undefined {
  const callers = phones.filter(({ emergency }) => emergency);
  if (callers.length === 0) return undefined;
  if (misnamed(phones).length > 0) return 'webhook';
  return callers.some(isNamedByWord) ? 'menus' : 'direct';
}

/** Named by a number that Twilio would take for the caller's, where it may call 911 as no or another one. */
export function misnamed(phones: readonly Phone[]): readonly Phone[] {
  return phones.filter(
    ({ emergency, number, username }) => isE164(username) && !(emergency && username === number),
  );
}

/** Where it dials 911 by itself, Twilio rejects the call. */
export function isNamedByWord({ emergency, number, username }: Phone): boolean {
  return emergency && nameOf({ number, username }) === 'word';
}

export function siteFile(
  mode: EmergencyMode | undefined,
  house: string | undefined,
  options: FutelOptions,
  menus?: SiteMenus,
): string {
  const { name = 'Futel', timeZone = 'America/Los_Angeles', handOffHost } = options;
  const { sipDomainPrefix = 'direct-futel', edge } = options;
  const environment = (each: string): Value => ({
    sipDomain: `${sipDomainPrefix}-${each}`,
    ...(edge !== undefined && { edge }),
    ...(mode && { emergency: mode }),
  });
  const environments = Object.fromEntries(ENVIRONMENTS.map((each) => [each, environment(each)]));
  const entries: Entry[] = [
    { key: 'name', value: words(name) },
    { key: 'country', value: COUNTRY },
    { key: 'timeZone', value: timeZone },
    { key: 'languages', value: ['en', 'es'] },
    { key: 'environments', value: environments, before: environmentsNote(mode, edge), apart: true },
  ];
  if (mode !== undefined) {
    const before = 'What was dialled for 911 from menus, unchanged.';
    entries.push({ key: 'dial911As', value: '+1911', before, apart: true });
  }
  const defaults = {
    ...(house !== undefined && { callerId: house }),
    ...(menus?.zero !== undefined && { zero: menus.zero }),
  };
  if (Object.keys(defaults).length > 0) {
    const before = 'The house number: what phones without their own number show.';
    const note = house === undefined ? {} : { before };
    entries.push({ key: 'defaults', value: defaults, flow: true, ...note, apart: true });
  }
  if (menus !== undefined) entries.push(menusEntry(options));
  if (menus !== undefined && Object.keys(menus.sentences).length > 0) {
    const before = 'As before: recordings, instead of our own sentences.';
    entries.push({ key: 'sentences', value: { ...menus.sentences }, before, apart: true });
  }
  if (handOffHost !== undefined) {
    const before = 'The only hosts to which calls may be handed off.';
    entries.push({ key: 'handOffHosts', value: [handOffHost], before, apart: true });
  }
  return yamlText(`${schemaLine('site')}\n\n${SITE_HEAD}`, entries);
}

/** Without what says from where Twilio calls it. */
export function handOffHostName({ handOffHost }: FutelOptions): string | undefined {
  return handOffHost?.split(';', 1)[0];
}

/** As their engine had it. */
function menusEntry({ recordings }: FutelOptions): Entry {
  const url = recordings?.replace(/\/*$/, '/');
  return {
    key: 'menus',
    value: {
      waitSeconds: '2',
      rounds: '10',
      intro: 'apart',
      hash: 'top',
      ...(url !== undefined && { recordings: { url, extension: 'ulaw' } }),
    },
    before:
      'As before: two seconds for a key, ten rounds, intros ahead of their menus, and `#` starts again.',
    apart: true,
  };
}

function environmentsNote(mode: EmergencyMode | undefined, edge: string | undefined): string {
  const note = `Each environment has its own SIP domain${edge === undefined ? '; add its `edge` if phones name one' : ''}.`;
  if (mode === undefined) return note;
  return `${note}\n${MODE_NOTES[mode]} See docs/emergency.md.`;
}

const MODE_NOTES: Readonly<Record<EmergencyMode, string>> = {
  direct: 'Twilio itself handles 911: the username of every phone that may call it is its number.',
  menus:
    'As before: Twilio has emergency calling on, and phones call 911 from menus. If one that is\n' +
    'whose username is a word dials 911 itself, Twilio rejects the call.',
  webhook:
    'For now, and NOT as before: `menus` allows no phone whose username is a number other than the one it\n' +
    'calls 911 as. Rename those, and write `menus` before you apply.',
};

const SITE_HEAD = 'Imported. extensions.json says nothing about this: check that it is right.';
