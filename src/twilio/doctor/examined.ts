/** All that the checks look at: what the directory asks for, what Twilio holds, what differs. */
import type { Directory, EnvironmentName, Extension } from '../../runtime/model/directory';
import type { Change, Kind } from '../change';
import type { Evidence } from '../emergency/evidence';
import type { HeldBack } from '../emergency/guard';
import { optionOf } from '../emergency/releases';
import type { Actual, ActualDomain, ActualNumber } from '../actual';
import type { Desired } from '../desired';
import type { Passwords } from '../handMade';
import type { Commands } from './commands';

export interface Examined {
  readonly environment: EnvironmentName;
  readonly directory: Directory;
  readonly desired: Desired;
  /** Usernames for which the directory has an emergency address, in whatever environment. */
  readonly addressed: ReadonlySet<string>;
  readonly actual: Actual;
  /** All that plan would write, with `--prune` and `--account` too. */
  readonly changes: readonly Change[];
  /** Those of them that are held back. */
  readonly held: readonly HeldBack[];
  /** What the functions answered, and what was tried. */
  readonly evidence: Evidence;
  /** Of the whole account. */
  readonly domains: readonly ActualDomain[];
  /** Of the whole account, by E.164 number. */
  readonly numbers: ReadonlyMap<string, ActualNumber>;
  readonly passwords: Passwords & {
    readonly keyHere: boolean;
    /** The key's file, while nobody has noted that there is a copy. */
    readonly uncopied?: string | undefined;
  };
  /** Undefined where an API key may not read it. */
  readonly account?: ExaminedAccount | undefined;
  /** Undefined where the account has no credit of its own. */
  readonly balance?: { readonly amount: number; readonly currency: string } | undefined;
  /** The states of the account's customer profiles. */
  readonly profiles?: readonly string[] | undefined;
  /** The account may call where its parent account may. */
  readonly inheritsPermissions: boolean;
  /** The Sync service that the functions are told to use is not there. */
  readonly lostSync?: string | undefined;
  readonly build?: ExaminedBuild | undefined;
  readonly variables: readonly ExaminedVariable[];
  readonly alerts: ExaminedAlerts;
  readonly expected: Expected;
  readonly commands: Commands;
}

export interface ExaminedAccount {
  /** `Trial` or `Full`. */
  readonly type: string;
  /** It is another account's subaccount. */
  readonly parent: boolean;
}

/** What a deployment of this directory would be. */
export interface Expected {
  /** Of a build made now; undefined where none could be made. */
  readonly stamp?: string | undefined;
  /** Visibility by path; undefined where no build could be made. */
  readonly functions?: ReadonlyMap<string, string> | undefined;
  /** package.json's, at exact versions. */
  readonly dependencies: Readonly<Record<string, string>>;
}

export interface ExaminedBuild {
  /** Such as `node22`; undefined where none was asked for. */
  readonly runtime?: string | undefined;
  readonly dependencies: Readonly<Record<string, string>>;
  /** Visibility by path: `public`, `protected` or `private`. */
  readonly functions: ReadonlyMap<string, string>;
  /** What `/build.json` shows; undefined where it shows nothing. */
  readonly deployedStamp?: string | undefined;
}

/** Without its value: that is read once and goes no further. */
export interface ExaminedVariable {
  readonly name: string;
  /** Of name and value as JSON. */
  readonly bytes: number;
  /** A master key, or what opens the account. */
  readonly secret: boolean;
  /** The env file does not have it. */
  readonly stale: boolean;
}

export interface ExaminedAlerts {
  readonly sinceHours: number;
  readonly list: readonly ExaminedAlert[];
  /** There were more than Twilio was asked for. */
  readonly more: boolean;
}

export interface ExaminedAlert {
  /** Twilio's error code, such as `32009`. */
  readonly code: string;
  readonly at: Date;
  readonly requestUrl: string;
  /** Parameters of the request, of the newest alerts alone. */
  readonly call?: { readonly from: string; readonly to: string } | undefined;
}

/** The apply that makes a change: with its own option where it is held back. */
export function applyFor({ held, commands }: Examined, kind: Kind, field: string): string {
  const back = held.find(
    ({ change }) => change.kind === kind && change.fields.some(({ name }) => name === field),
  );
  return back ? `${commands.apply} ${optionOf(back.release)}` : commands.apply;
}

/** What plan would write about one kind of thing. */
export function changesOf({ changes }: Examined, kind: Kind): readonly Change[] {
  return changes.filter((change) => change.kind === kind);
}

/** The environment's own phones that may call 911. */
export function emergencyExtensions({ directory, environment }: Examined): readonly Extension[] {
  return extensionsOf(directory, environment).filter(({ emergency }) => emergency);
}

export function extensionsOf(
  { extensions }: Directory,
  environment: EnvironmentName,
): readonly Extension[] {
  return [...extensions.values()].filter(({ environments }) => environments.includes(environment));
}
