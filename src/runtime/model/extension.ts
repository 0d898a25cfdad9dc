/** One phone, or several that register alike. */
import type { CallLanguage } from './language';
import type { Target } from './menu';
import type { EnvironmentName } from './site';

/** How 911 leaves a phone that is set by hand: as it is, with a 1 before it, or as keys in its menu alone. */
export const PHONE_FORMS = ['911', '1911', 'keys'] as const;
export type PhoneForm = (typeof PHONE_FORMS)[number];

/** What a phone or a number has of its own where it is not as the site says. */
export interface Local {
  /** Completes seven-digit numbers. */
  readonly areaCode?: string;
  /** IANA time zone in which hours are read. */
  readonly timeZone?: string;
}

export interface Extension extends Local {
  readonly username: string;
  /** What people call it, such as `NE Ainsworth booth`. */
  readonly name: string;
  /** By which other phones dial it, beside its username. */
  readonly short?: string;
  readonly number?: string;
  /** What people outside see: as written, else its number, else the house number. Never what 911 sees. */
  readonly callerId: string;
  /** May call 911; then `number` is its own, and of others only where they stand at the same address. */
  readonly emergency: boolean;
  /** How its phone sends 911, where it is said. */
  readonly dial911As?: PhoneForm;
  /** Name of a class of service. */
  readonly class: string;
  readonly environments: readonly EnvironmentName[];
  /** Overrides the environment's. */
  readonly edge?: string;
  /** What `#` does; the site's default is already filled in. */
  readonly hash?: Target;
  /** What `#` does at the dial tone inside a call, if not what `hash` does. */
  readonly hashAtDialTone?: Target;
  /** What `0` does; the site's default is already filled in. */
  readonly zero?: Target;
  /** Its callers' language, where it is not the site's first. */
  readonly language?: CallLanguage;
}
