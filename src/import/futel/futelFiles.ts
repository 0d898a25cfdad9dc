/** The files of an imported directory. */
import { MOST_OF_A_NUMBER } from '../../runtime/model/defaults';
import { isE164 } from '../../runtime/numbers/phoneNumber';
import type { Texts } from '../../config/read/files';
import { DIAL_TONE } from './futelEntries';
import { type Phone, usersOf } from './futelPhones';
import {
  emergencyMode,
  type FutelOptions,
  handOffHostName,
  isNamedByWord,
  siteFile,
} from './futelSite';
import type { Destination } from './ivrs/destination';
import { targetValue } from './ivrs/menuFiles';
import type { Written } from './ivrs/written';
import { operatorsFile } from './ivrs/operators';
import { shown } from './report';
import { type Entry, schemaLine, type Value, words, yamlText } from './yamlText';

/** Menus and operator, where they are imported too. */
export interface Beside {
  readonly written: Written;
  /** What `#` does, by the name of a phone's menu. */
  readonly hash: (menu: string) => Destination | undefined;
  readonly zero: Destination | undefined;
  /** What answers the house number: a menu, or the operator. */
  readonly incoming: Destination | undefined;
  readonly operators: readonly string[];
  readonly numberLists: Readonly<Record<string, readonly string[]>>;
  readonly serviceCodes: Readonly<Record<string, string>>;
}

export function filesOf(
  phones: readonly Phone[],
  house: string | undefined,
  options: FutelOptions,
  beside?: Beside,
): Texts {
  const value = (to: Destination | undefined) => to && targetValue(to, beside?.written.names);
  const zero = value(beside?.zero);
  const rules = [...houseRule(house, beside), ...ringRules(phones)];
  return {
    'site.yaml': siteFile(
      emergencyMode(phones),
      house,
      options,
      beside && { ...(zero && { zero }), sentences: beside.written.sentences },
    ),
    'extensions.yaml': yamlText(
      `${schemaLine('extensions')}\n\n${EXTENSIONS_HEAD}`,
      phones.map((phone) => {
        const to = (menu: string | undefined) =>
          menu === undefined ? undefined : value(opens(menu, options, beside?.hash));
        return extensionEntry(phone, to(phone.menu), to(phone.toneMenu));
      }),
    ),
    'numbers.yaml': yamlText(`${schemaLine('numbers')}\n\n${NUMBERS_HEAD}`, rules),
    'calling.yaml': callingFile(beside),
    ...(beside && asksOperator(beside) && { 'operators.yaml': operatorsFile(beside.operators) }),
    ...beside?.written.files,
  };
}

/** Without a desk, whatever asks for the operator would lead nowhere. */
function asksOperator({ operators, written }: Beside): boolean {
  return operators.length > 0 || written.operator;
}

function houseRule(house: string | undefined, beside: Beside | undefined): Entry[] {
  if (house === undefined) return [];
  if (beside?.incoming === undefined) {
    // That it is no number is reported where it is the house number.
    if (!isE164(house)) return [];
    return [
      { key: house, value: { elsewhere: 'true' }, flow: true, before: ELSEWHERE, apart: true },
    ];
  }
  const { incoming, written } = beside;
  const value: Value =
    'menu' in incoming ? { menu: written.names.of(incoming.menu) } : { operator: 'true' };
  return [{ key: house, value, flow: true, apart: true }];
}

/** Where a name in extensions.json leads; undefined where it must be reported as lost. */
export function opens(
  menu: string,
  options: FutelOptions,
  contexts: Beside['hash'] = () => undefined,
): Destination | undefined {
  const known = contexts(menu);
  if (known !== undefined) return known;
  if (menu === DIAL_TONE) return { do: 'dialTone' };
  const host = handOffHostName(options);
  if (host === undefined || !/^[A-Za-z0-9._+-]+$/.test(menu)) return undefined;
  return { handOff: `${menu}@${host}` };
}

/** Numbers of more phones than one number rings. */
export function crowded(phones: readonly Phone[]): Map<string, string[]> {
  return new Map([...usersOf(phones)].filter(([, names]) => names.length > MOST_OF_A_NUMBER));
}

function extensionEntry(
  phone: Phone,
  hash: Readonly<Record<string, Value>> | undefined,
  hashAtDialTone: Readonly<Record<string, Value>> | undefined,
): Entry {
  const { username, name, number, emergency, menu, toneMenu } = phone;
  const lost = [
    ...(menu !== undefined && !hash ? [`\`#\` opened the menu ${shown(menu)}`] : []),
    ...(toneMenu !== undefined && !hashAtDialTone
      ? [`\`#\` at the dial tone opened the menu ${shown(toneMenu)}`]
      : []),
  ];
  return {
    key: username,
    value: {
      name: words(name ?? nameOf(username)),
      ...(number !== undefined && { number }),
      ...(emergency && { emergency: 'true' }),
      ...(isNamedByWord(phone) && { dial911As: '911' }),
      passwordGeneration: '0',
      ...(hash && { hash }),
      ...(hashAtDialTone && { hashAtDialTone }),
    },
    // Menus and the dial tone were both in the call: lifting the handset dialled `#`.
    after: [...lost, 'phone: { model: , mac: , dial: hotline }'].join('\n'),
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
    value: { ring: usernames.slice(0, MOST_OF_A_NUMBER) },
    flow: true,
    apart: true,
    before: `${usernames.length} phones have it; a number rings ${MOST_OF_A_NUMBER}, ten at a time.`,
  }));
}

function callingFile(beside: Beside | undefined): string {
  const { numberLists = {}, serviceCodes = {} } = beside ?? {};
  const local = { allow: ['US', 'CA', 'PR', 'MX'], deny: ['premium'], maxMinutes: '60' };
  return yamlText(`${schemaLine('calling')}\n\n${CALLING_HEAD}`, [
    { key: 'classes', value: { local }, apart: true },
    {
      key: 'serviceCodes',
      value: { ...serviceCodes, '988': '988' },
      before: SERVICE_CODES_NOTE,
      apart: true,
    },
    ...(Object.keys(numberLists).length > 0
      ? [{ key: 'numberLists', value: numberLists, apart: true }]
      : []),
  ]);
}

const EXTENSIONS_HEAD = `Imported from extensions.json; the key is the SIP username.

\`passwordGeneration: 0\`: the phone keeps its password, which was set by hand, and apply leaves
it alone. When you are at the phone, give it a derived password: dialtone rotate <extension>.

Complete the comment at the end of each entry: \`phone\` needs the model and the MAC address of
the device. \`dial: hotline\`: it dials \`#\` when it is lifted, as before. Each phone that may call
911 also needs its \`address\`.

\`dial911As: 911\`: it is not known whether the phone dials 911 by itself. \`keys\` means that it
dials \`#\` when it is lifted, \`1911\` that it sends that for 911.`;

const NUMBERS_HEAD = `Imported. A number that is not listed rings every extension that has it.`;

const ELSEWHERE = `Phones call the house number outside, as before. If it is on the Twilio account, say what a call to
it does instead: \`menu:\`, \`ring:\` or \`operator: true\`.`;

const CALLING_HEAD = `Imported. extensions.json says nothing about this: the code beside it let all phones call
these countries, for an hour at a time.`;

const SERVICE_CODES_NOTE = `Short codes that are not listed are refused. 988 is the crisis line; add 211 and others
with the number that each calls.`;
