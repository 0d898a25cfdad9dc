/** What callers hear, and where their keys lead. */
import type { Hours } from './hours';
import type { CallLanguage } from './language';

/** Where `#`, `0`, a key of a menu or what follows it leads. Every name in it exists. */
export type Target =
  | { readonly ring: readonly string[] }
  | { readonly dial: string }
  /** One of a named list of numbers, by chance. */
  | { readonly dialOneOf: readonly string[] }
  | { readonly twiml: string }
  | { readonly handOff: string }
  | { readonly menu: string }
  | { readonly do: Action };

/**
 * What a call can do beside going somewhere by name. `emergency` calls the country's own number,
 * `back` is what `#` does, `repeat` says the menu again.
 */
export const ACTIONS = ['dialTone', 'operator', 'emergency', 'back', 'repeat', 'hangUp'] as const;
export type Action = (typeof ACTIONS)[number];

export const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
export type Key = (typeof KEYS)[number];

/** A menu; one without keys plays its prompts and goes on. */
export interface Menu {
  readonly name: string;
  /** Played once, on entry; a key pressed meanwhile counts. */
  readonly intro: readonly Prompt[];
  /** One of these is played after `intro`, by chance. */
  readonly oneOf: readonly Prompt[];
  /** Played in every round: what the keys do, as written. */
  readonly prompts: readonly Prompt[];
  readonly keys: Readonly<Partial<Record<Key, Target>>>;
  /** What follows when no key came in the last round, or, without keys, when the prompts are over. */
  readonly next: Target;
  readonly waitSeconds: number;
  readonly rounds: number;
  /** Who may enter it, and when; for all others `otherwise` follows. */
  readonly only?:
    | {
        /** Phones that may call 911, or those that may not. */
        readonly emergency?: boolean;
        readonly hours?: readonly Hours[];
        readonly otherwise: Target;
      }
    | undefined;
}

/** What is heard, in each of the site's languages. A recording that is missing was replaced by its sentence when compiled. */
export type Prompt = Readonly<Partial<Record<CallLanguage, Sound>>>;

/** A recording, by its URL (relative to the deployment, or absolute), or a sentence to speak. */
export type Sound = { readonly play: string } | Sentence;

export interface Sentence {
  readonly say: string;
  /** Where it is not that of the menu. */
  readonly language?: CallLanguage;
}
