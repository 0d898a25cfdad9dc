/**
 * The directory as the functions hold it in memory: names resolved, defaults
 * filled in, indexed. Made by `openDirectory` from the compiled asset; the
 * shape of what an operator writes is in `config/schema`.
 */
import type { Extension } from './extension';
import type { Menu, Target } from './menu';
import type { OperatorDesk } from './operatorDesk';
import type { BlockList, ClassOfService, NumberRule, PremiumRules, Rewrite } from './rules';
import type { Site } from './site';

export * from './extension';
export type { Hours } from './hours';
export { CALL_LANGUAGES, type CallLanguage } from './language';
export * from './menu';
export * from './operatorDesk';
export type { ClassOfService, NumberRule, Rewrite } from './rules';
export * from './site';

export interface Directory {
  readonly site: Site;
  /** By SIP username. */
  readonly extensions: ReadonlyMap<string, Extension>;
  /** Short name → SIP username. */
  readonly shortNames: ReadonlyMap<string, string>;
  /** What a call to one of our numbers does, by E.164 number. */
  readonly numbers: ReadonlyMap<string, NumberRule>;
  /** Numbers of ours that another carrier has: called like any number outside. */
  readonly elsewhere: ReadonlySet<string>;
  readonly classes: ReadonlyMap<string, ClassOfService>;
  /** Dialled short code → E.164 number, the short code that Twilio is given, or where it leads. */
  readonly serviceCodes: ReadonlyMap<string, string | Target>;
  /** In order; the first that matches applies. */
  readonly rewrites: readonly Rewrite[];
  readonly blocked: BlockList;
  readonly premium: PremiumRules;
  /** Areas of North America by name: area codes, or area codes with an exchange (six digits). */
  readonly areas: ReadonlyMap<string, ReadonlySet<string>>;
  /** Area codes that are newer than the numbering data, and the country of each. */
  readonly newAreaCodes: ReadonlyMap<string, string>;
  /** By name. */
  readonly menus: ReadonlyMap<string, Menu>;
  /** Who is called when a caller asks for the operator; absent where there is none. */
  readonly operator?: OperatorDesk;
}
