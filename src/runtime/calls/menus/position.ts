/**
 * Where a call stands in the menus. It travels in the URL that Twilio is given for the next key, and
 * is read anew from each request: bounded, validated, and never a permission.
 */
import { callbackUrl, type Query } from '../../model/callbacks';
import type { Directory, CallLanguage, Site } from '../../model/directory';

export type Position = MenuPosition | DialTonePosition;

export interface MenuPosition {
  readonly at: 'menu';
  readonly menu: string;
  readonly language: CallLanguage;
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
  readonly language: CallLanguage;
  /** Digits of the stages before. */
  readonly keys: string;
  /** How many times the dial tone has been given in this call. */
  readonly round: number;
}

/** Longer ways forget their beginning. */
export const LONGEST_HISTORY = 8;

/** The URL that the next keys are sent to. */
export function positionUrl(position: Position): string {
  const { language: lang, ...values } = position;
  return values.at === 'menu'
    ? callbackUrl('menu', { ...values, lang, way: values.history })
    : callbackUrl('dialTone', { ...values, lang });
}

/** The position of a request to `menu`; undefined where it names no menu that there is. */
export function readMenuPosition(
  { menu, lang, way = [], round = 0, keys = '', asked }: Query<'menu'>,
  directory: Directory,
): MenuPosition | undefined {
  if (menu === undefined || !directory.menus.has(menu)) return undefined;
  return {
    at: 'menu',
    menu,
    history: way.filter((name) => directory.menus.has(name)).slice(-LONGEST_HISTORY),
    language: readLanguage(lang, directory.site),
    round,
    keys,
    ...(asked && { asked }),
  };
}

/** For keys that come where no menu is: it is gone, with a deployment, or the directory cannot be read. */
export function nowhere(lang: string | undefined, site: Pick<Site, 'languages'>): MenuPosition {
  const language = readLanguage(lang, site);
  return { at: 'menu', menu: '', language, round: 0, history: [], keys: '' };
}

/** The position of a request to `dial-tone`: whatever is wrong in it is left out. */
export function readDialTonePosition(
  { lang, round = 0, keys = '' }: Query<'dialTone'>,
  directory: Directory,
): DialTonePosition {
  return { at: 'dialTone', language: readLanguage(lang, directory.site), round, keys };
}

/** The language that a URL of ours carries, else the site's first. */
export function readLanguage(
  lang: string | undefined,
  { languages }: Pick<Site, 'languages'>,
): CallLanguage {
  return languages.find((each) => each === lang) ?? languages[0] ?? 'en';
}
