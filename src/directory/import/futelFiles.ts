/** The four files of an imported directory. */
import type { FileName } from '../files';
import { MOST_AT_ONCE, type Phone, usersOf } from './futelPhones';
import { emergencyMode, type FutelOptions, siteFile } from './futelSite';
import { shown } from './report';
import { type Entry, schemaLine, words, yamlText } from './yamlText';

export function filesOf(
  phones: readonly Phone[],
  house: string | undefined,
  options: FutelOptions,
): Record<FileName, string> {
  return {
    'site.yaml': siteFile(emergencyMode(phones), house, options),
    'extensions.yaml': yamlText(
      `${schemaLine('extensions')}\n\n${EXTENSIONS_HEAD}`,
      phones.map((phone) => extensionEntry(phone, options)),
    ),
    'numbers.yaml': yamlText(`${schemaLine('numbers')}\n\n${NUMBERS_HEAD}`, ringRules(phones)),
    'calling.yaml': callingFile(),
  };
}

/** Where `#` hands the call to; undefined where it must be told as lost. */
export function handOffOf({ menu }: Phone, { handOffHost }: FutelOptions): string | undefined {
  if (menu === undefined || handOffHost === undefined) return undefined;
  return /^[A-Za-z0-9._+-]+$/.test(menu) ? `${menu}@${handOffHost}` : undefined;
}

/** Numbers of more phones than ring together. */
export function crowded(phones: readonly Phone[]): Map<string, string[]> {
  return new Map([...usersOf(phones)].filter(([, names]) => names.length > MOST_AT_ONCE));
}

function extensionEntry(phone: Phone, options: FutelOptions): Entry {
  const { username, name, number, emergency, menu, dialtone } = phone;
  const handOff = handOffOf(phone, options);
  const lost = menu !== undefined && handOff === undefined;
  const dial = dialtone ? 'dialtone' : 'hotline';
  return {
    key: username,
    value: {
      name: words(name ?? nameOf(username)),
      ...(number !== undefined && { number }),
      ...(emergency && { emergency: 'true' }),
      passwordGeneration: '0',
      ...(handOff !== undefined && { hash: { handOff } }),
    },
    after:
      (lost ? `\`#\` opened the menu ${shown(menu)}\n` : '') +
      `phone: { model: , mac: , dial: ${dial} }`,
    apart: true,
  };
}

/** `street-roots-one` is Street roots one. */
function nameOf(username: string): string {
  const spaced = username.replace(/[-_.\s]+/g, ' ').trim();
  return spaced === '' ? 'Phone' : spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

function ringRules(phones: readonly Phone[]): Entry[] {
  return [...crowded(phones)].map(([number, usernames]) => ({
    key: number,
    value: { ring: usernames.slice(0, MOST_AT_ONCE) },
    flow: true,
    apart: true,
    before: `${usernames.length} phones have it; Twilio rings ${MOST_AT_ONCE} together.`,
  }));
}

function callingFile(): string {
  const local = { allow: ['US', 'CA', 'PR', 'MX'], deny: ['premium'], maxMinutes: '60' };
  return yamlText(`${schemaLine('calling')}\n\n${CALLING_HEAD}`, [
    { key: 'classes', value: { local }, apart: true },
    { key: 'serviceCodes', value: { '988': '988' }, before: SERVICE_CODES_NOTE, apart: true },
  ]);
}

const EXTENSIONS_HEAD = `Imported from extensions.json; the key is the SIP username.

\`passwordGeneration: 0\`: the phone registers with the password that it has, which was set by
hand, and apply leaves it alone. Standing before the phone, give it one that the directory
makes: dialtone rotate <extension>.

What stands at the end of an entry as a comment awaits you: \`phone\` wants the model and the
MAC address of the device. Each phone that may call 911 also wants its \`address\`.`;

const NUMBERS_HEAD = `Imported. A number that is not here rings every extension that has it.`;

const CALLING_HEAD = `Imported. extensions.json knows none of this: where all phones could call, for an hour
at a time, is what the code beside it said.`;

const SERVICE_CODES_NOTE = `Short codes that are not here are refused. 988 is the crisis line; add 211 and its like
with the number to which each leads.`;
