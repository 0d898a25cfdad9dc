/**
 * Where a call stands in the menus. It travels in the URL that Twilio is given for the next key, and
 * is read anew from each request: bounded, validated, and never a permission.
 */
import type { Directory, Language, Site } from '../../model/directory';

export type Position = MenuPosition | DialTonePosition;

export interface MenuPosition {
  readonly at: 'menu';
  readonly menu: string;
  readonly language: Language;
  /** How many times the menu has been said. */
  readonly round: number;
  /** The menus that led here, the nearest last: `#` goes back along it. */
  readonly history: readonly string[];
  /** Keys that may be the beginning of an emergency number. */
  readonly keys: string;
  /** Whether the last key of that number has been asked for. */
  readonly asked?: boolean;
}

export interface DialTonePosition {
  readonly at: 'dialTone';
  readonly language: Language;
  /** Digits of the stages before. */
  readonly keys: string;
  /** How many times the dial tone has been given in this call. */
  readonly round: number;
}

/** Longer ways forget their beginning. */
export const LONGEST_HISTORY = 8;
const MOST_ROUNDS = 99;
const LONGEST_KEYS = 32;
const MOST_DIGITS = 64;

/** As the query of a URL: nothing in it needs an escape but the keys `*` and `#`. */
export function positionQuery(position: Position): string {
  const { language, keys, round } = position;
  const { history = [], asked = false } = position.at === 'menu' ? position : {};
  return new URLSearchParams({
    ...(position.at === 'menu' && { menu: position.menu }),
    lang: language,
    round: String(round),
    ...(history.length > 0 && { way: history.join('.') }),
    ...(keys !== '' && { keys }),
    ...(asked && { asked: '1' }),
  }).toString();
}

export type Parameters = Readonly<Partial<Record<string, string>>>;

/** The position of a request to `menu`; undefined where it names no menu that there is. */
export function readMenuPosition(
  parameters: Parameters,
  directory: Directory,
): MenuPosition | undefined {
  const menu = parameters.menu ?? '';
  if (!directory.menus.has(menu)) return undefined;
  const history = (parameters.way ?? '').split('.').filter((name) => directory.menus.has(name));
  return {
    at: 'menu',
    menu,
    history: history.slice(-LONGEST_HISTORY),
    ...readCommon(parameters, directory),
    ...(wasAsked(parameters) && { asked: true }),
  };
}

/** For keys that come where no menu is: it is gone, with a deployment, or the directory cannot be read. */
export function nowhere(parameters: Parameters, site: Pick<Site, 'languages'>): MenuPosition {
  const language = readLanguage(parameters, site);
  return { at: 'menu', menu: '', language, round: 0, history: [], keys: '' };
}

/** The position of a request to `dial-tone`: whatever is wrong in it is left out. */
export function readDialTonePosition(
  parameters: Parameters,
  directory: Directory,
): DialTonePosition {
  return { at: 'dialTone', ...readCommon(parameters, directory) };
}

/** The language that a URL of ours carries, else the site's first. */
export function readLanguage(
  parameters: Parameters,
  { languages }: Pick<Site, 'languages'>,
): Language {
  return languages.find((each) => each === parameters.lang) ?? languages[0] ?? 'en';
}

function readCommon(parameters: Parameters, directory: Directory) {
  const round = /^\d{1,2}$/.test(parameters.round ?? '') ? Number(parameters.round) : 0;
  return {
    language: readLanguage(parameters, directory.site),
    round: Math.min(round, MOST_ROUNDS),
    keys: readKeys(parameters),
  };
}

/** Whether the question for a lost key was heard before. */
export function wasAsked({ asked }: Parameters): boolean {
  return asked === '1';
}

/** Keys of the documents before; none where they are not such as we write. */
export function readKeys({ keys = '' }: Parameters): string {
  return keys.length <= LONGEST_KEYS && /^[0-9*#]*$/.test(keys) ? keys : '';
}

/** What was pressed now. What no telephone sends counts as one key that means nothing. */
export function readDigits({ Digits: digits = '' }: Parameters): string {
  return digits.length <= MOST_DIGITS && /^[0-9*#]*$/.test(digits) ? digits : '?';
}
