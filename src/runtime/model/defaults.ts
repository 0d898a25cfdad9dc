/** What holds where the operator's files say nothing. */
import type { CompiledClass, CompiledDirectory } from './compiled';
import type { MenuSettings, OperatorDesk } from './directory';
import { type CallLanguage, SPEECH } from './language';

export const DEFAULT_CLASS = 'local';
export const DEFAULT_RING_SECONDS = 25;
export const DEFAULT_DIAL_SECONDS = 60;

/**
 * How many phones ring together: documented for Number (https://www.twilio.com/docs/voice/twiml/number),
 * and taken to hold for Sip.
 */
export const MOST_AT_ONCE = 10;
/** Of a number with more phones, so many times ten ring, one after the other: a caller does not wait longer. */
const MOST_ROUNDS = 3;
export const MOST_OF_A_NUMBER = MOST_AT_ONCE * MOST_ROUNDS;

export const DEFAULT_MENUS: MenuSettings = {
  waitSeconds: 3,
  rounds: 3,
  intro: 'together',
  hash: 'back',
  dialTone: { collect: 'pause', pauseSeconds: 4 },
};

export const DEFAULT_OPERATOR = {
  waitSeconds: 60,
  ringSeconds: 25,
  message: { maxSeconds: 15 * 60, keepDays: 30 },
  limits: { phone: { minute: 2, day: 20 }, site: { minute: 6, day: 100 } },
} satisfies Partial<OperatorDesk>;

/** Twilio's names. */
export const DEFAULT_VOICES = Object.fromEntries(
  Object.entries(SPEECH).map(([language, { voice }]) => [language, voice]),
) as Readonly<Record<CallLanguage, string>>;

/** The 900 area code, and the 976 exchange in every area code. */
export const DEFAULT_PREMIUM: CompiledDirectory['premium'] = {
  areaCodes: ['900'],
  exchanges: ['976'],
};

/**
 * Numbers that belong to no place, whose price no country tells: North America's 5XX and Canada's
 * 6XX, and 700, where each carrier has its own (https://lincmad.com/nongeographic.html; 532 by
 * libphonenumber). And two regions that carriers charge more for than for the country around them.
 */
export const DEFAULT_AREAS: CompiledDirectory['areas'] = {
  'non-geographic': [
    ...['500', '521', '522', '523', '524', '525', '526', '527', '528', '529', '532', '533'],
    ...['544', '566', '577', '588', '600', '622', '633', '644', '700'],
  ],
  alaska: ['907'],
  'northern-canada': ['867'],
};

/** The class `local` of a site that defines no class at all: home, an hour at a time. */
export function builtInClass(country: string): CompiledClass {
  return {
    name: DEFAULT_CLASS,
    allow: country === 'US' || country === 'CA' ? ['US', 'CA'] : [country],
    deny: ['premium'],
    maxMinutes: 60,
    noLimit: [],
  };
}
