/** The compiled directory: one private asset, plain JSON, opened by `openDirectory`. */
import type {
  ClassOfService,
  Extension,
  Menu,
  NumberRule,
  OperatorDesk,
  Site,
  Target,
} from './directory';
import type { RewriteRule } from './rewrite';

/** Raised with every change of shape: functions refuse an asset of another version. */
export const COMPILED_VERSION = 5;

export interface CompiledDirectory {
  readonly version: typeof COMPILED_VERSION;
  readonly site: Site;
  readonly extensions: readonly Extension[];
  /** E.164 number → what a call to it does. */
  readonly numbers: Readonly<Record<string, NumberRule>>;
  readonly elsewhere: readonly string[];
  readonly classes: readonly CompiledClass[];
  readonly serviceCodes: Readonly<Record<string, string | Target>>;
  readonly rewrites: readonly RewriteRule[];
  readonly blocked: {
    readonly numbers: readonly string[];
    readonly prefixes: readonly string[];
    readonly anonymous: boolean;
  };
  readonly premium: {
    readonly areaCodes: readonly string[];
    readonly exchanges: readonly string[];
  };
  readonly areas: Readonly<Record<string, readonly string[]>>;
  readonly newAreaCodes: Readonly<Record<string, string>>;
  readonly menus: readonly Menu[];
  readonly operator?: OperatorDesk;
}

/** A class of service with its chain of `extends` resolved. */
export type CompiledClass = Omit<ClassOfService, 'allow' | 'deny' | 'noLimit'> & {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
  readonly noLimit: readonly string[];
};
