/** Who is calling, and as whom. */
import type {
  ClassOfService,
  Directory,
  Extension,
  CallLanguage,
  Target,
} from '../model/directory';
import { directoryAt } from '../model/local';
import { edgeOf } from '../model/sip';
import { isE164 } from '../numbers/phoneNumber';
import type { Listed, Call } from './call';
import { classNamed, classOutside } from './classOfService';
import type { Refuse } from './decision';
import { refuse } from './trace';

/** A phone that may place calls. */
export interface Caller {
  readonly username: string;
  /** What people outside see. */
  readonly callerId: string;
  /** What our own phones see: what they would dial to call back. */
  readonly shownInside: string;
  /** What other SIP systems see. */
  readonly number: string;
  readonly class: ClassOfService;
  readonly emergencyAllowed: boolean;
  readonly edge?: string | undefined;
  readonly hash?: Target | undefined;
  readonly hashAtDialTone?: Target | undefined;
  readonly zero?: Target | undefined;
  readonly language?: CallLanguage | undefined;
  /** No phone of ours: a call to one of our numbers that reached a menu. */
  readonly outside?: boolean;
  /** For a phone that only Twilio's credential lists know: the others on them. */
  readonly neighbours: ReadonlySet<string>;
}

/** Undefined for who is no phone of the directory. */
export function extensionOf(
  user: string | undefined,
  { extensions }: Directory,
): Extension | undefined {
  return user === undefined ? undefined : extensions.get(user);
}

/** The directory as it is where the phone is. */
export function directoryFor({ from }: Pick<Call, 'from'>, directory: Directory): Directory {
  return directoryAt(extensionOf(from?.user, directory), directory);
}

/** Of the phone that calls; one that the directory does not know has the site's. */
export function classOfCaller({ from }: Pick<Call, 'from'>, directory: Directory): ClassOfService {
  const extension = extensionOf(from?.user, directory);
  return classNamed(extension?.class ?? directory.site.defaults.class, directory);
}

/** The extension, or why the phone may not call. */
export function identifyCaller(call: Call, directory: Directory): Caller | Refuse {
  const username = call.from?.user;
  if (username === undefined) return refuse('from-missing');
  if (call.sipUsername !== undefined && call.sipUsername !== username) {
    return refuse('caller-mismatch');
  }
  if (isFromElsewhere(call, directory)) return refuse('caller-elsewhere');
  const extension = directory.extensions.get(username);
  if (!extension) return identifyListed(username, call.listed, call, directory);
  if (!extension.environments.includes(call.environment)) return refuse('caller-elsewhere');
  return callerOf(extension, call, directory);
}

/**
 * Registered to the SIP domain of another environment. The first label tells: what an edge makes of the
 * rest is not documented.
 */
function isFromElsewhere({ environment, sipDomain }: Call, { site }: Directory): boolean {
  const here = site.environments[environment]?.sipDomain;
  const label = sipDomain?.split('.', 1)[0]?.toLowerCase();
  return here !== undefined && label !== undefined && label !== here;
}

function callerOf(extension: Extension, call: Call, directory: Directory): Caller {
  const asked = callerIdAsked(call, directory);
  return {
    username: extension.username,
    callerId: asked ?? extension.callerId,
    shownInside: shownInside(extension),
    number: asked ?? extension.number ?? extension.callerId,
    class: classNamed(extension.class, directory),
    emergencyAllowed: extension.emergency,
    edge: edgeOf(extension, call.environment, directory),
    hash: extension.hash,
    hashAtDialTone: extension.hashAtDialTone,
    zero: extension.zero,
    language: extension.language,
    neighbours: new Set(),
  };
}

/** Its short name or number, never the house number: that rings somewhere else. */
export function shownInside({ short, number, username }: Extension): string {
  return short ?? number ?? username;
}

/** What our own phones see of a caller who withholds the number: any text may stand there (`<Sip>`). */
export const ANONYMOUS = 'anonymous';

/** Somebody who called one of our numbers: may do what the site's defaults allow, and never call for help. */
export function callerFromOutside(
  from: string | undefined,
  called: string,
  directory: Directory,
): Caller {
  // Twilio refuses to dial outside with a caller ID that is no number (error 13214).
  const callerId = from ?? called;
  return {
    username: '',
    callerId,
    shownInside: from ?? ANONYMOUS,
    number: callerId,
    class: classOutside(called, directory),
    emergencyAllowed: false,
    outside: true,
    neighbours: new Set(),
  };
}

/** A phone on the domain's credential lists whose username is its number has the site's defaults. */
function identifyListed(
  username: string,
  listed: Listed | undefined,
  call: Call,
  directory: Directory,
): Caller | Refuse {
  if (!directory.site.strangers) return refuse('caller-unknown');
  if (listed === 'failed') return refuse('lookup-failed');
  if (!listed?.has(username) || !isE164(username)) return refuse('caller-unknown');
  const { defaults } = directory.site;
  const callerId = callerIdAsked(call, directory) ?? username;
  return {
    username,
    callerId,
    shownInside: username,
    number: callerId,
    class: classNamed(defaults.class, directory),
    emergencyAllowed: false,
    edge: edgeOf(undefined, call.environment, directory),
    hash: defaults.hash,
    hashAtDialTone: defaults.hashAtDialTone,
    zero: defaults.zero,
    neighbours: listed,
  };
}

/** `callerId=` of the webhook's URL counts only when the number is ours. */
function callerIdAsked(call: Call, directory: Directory): string | undefined {
  // In a URL that was typed by hand the plus is not encoded and arrives as a space.
  const asked = call.callerId?.replace(/^ /, '+');
  if (asked === undefined) return undefined;
  const { numbers, elsewhere, site } = directory;
  const ours = numbers.has(asked) || elsewhere.has(asked) || site.defaults.callerId === asked;
  return ours ? asked : undefined;
}
