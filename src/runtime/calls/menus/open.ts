/** A menu as it is heard. */
import type { Menu, Prompt, Target } from '../../model/directory';
import type { Gather, Audio } from '../decision';
import { isOpen } from '../../model/hours';
import type { CallContext } from '../context';
import { oneOf, seedOf } from './chance';
import { languageOf } from './language';
import type { MenuPosition } from './position';
import { hasKeys, menuSequence, type Visitor } from './sequence';

/** Which menu, and how the call comes to it. */
export interface Opening {
  readonly menu: string;
  readonly history: readonly string[];
  /** With its intro: it is entered, not said again. */
  readonly enters: boolean;
  /** How many times it will have been said. */
  readonly round: number;
}

/** No menu after all, but what it leads to. */
export interface Onward {
  readonly kind: 'onward';
  readonly target: Target;
  /** The menus' sounds that come before it. */
  readonly audio: readonly Audio[];
  /** The last menu that leads there. */
  readonly position: MenuPosition;
}

/** Nobody waits for a key where none is asked for; less is not documented. */
const NO_WAIT_SECONDS = 1;

/**
 * Menus without keys that lead to another menu are merged into it: one document, so that a key
 * pressed during any of their sounds is a key of the menu that follows. Where the site wants intros
 * `apart`, they are a document ahead of the prompts, and a key pressed in it does the same.
 */
export function openMenu(opening: Opening, context: CallContext): Gather | Onward {
  const { history, round } = opening;
  const { menus } = context.directory;
  const { passed, entered, end } = menuSequence(opening.menu, menus, visitorOf(context));
  const audio = entered.flatMap((menu) => soundsOf(menu, opening, context));
  const menu = passed.at(-1)!;
  const language = languageOf(context);
  const position: MenuPosition = { at: 'menu', menu, language, round, history, keys: '' };
  // A build refuses both; no call goes round for ever.
  if (end === 'round' || end === 'unknown') {
    return { kind: 'onward', target: { do: 'hangUp' }, audio, position };
  }
  if (end !== 'keys' && (audio.length === 0 || isDialTone(end))) {
    return { kind: 'onward', target: end, audio, position };
  }
  const last = end === 'keys' ? entered.at(-1) : undefined;
  const prompts = last ? promptsOf(last, context) : [];
  if (audio.length > prompts.length && isApart(prompts, context)) {
    const intro = audio.slice(0, -prompts.length);
    const ahead = { ...position, round: 0 };
    return {
      kind: 'gather',
      position: ahead,
      audio: intro,
      digits: 1,
      waitSeconds: NO_WAIT_SECONDS,
    };
  }
  const waitSeconds = last?.waitSeconds ?? NO_WAIT_SECONDS;
  return { kind: 'gather', position, audio, digits: 1, waitSeconds };
}

/** Nothing is fetched for a spoken prompt. */
function isApart(prompts: readonly Audio[], { directory }: CallContext): boolean {
  return directory.site.menus.intro === 'apart' && prompts.some((each) => 'play' in each);
}

/** The caller, now. */
export function visitorOf({ caller, directory, now }: CallContext): Visitor {
  return {
    emergency: caller.emergencyAllowed,
    isOpen: (hours) => isOpen(hours, now, directory.site.timeZone),
  };
}

/** Only the menu that is said again is heard without its intro. */
function soundsOf(menu: Menu, opening: Opening, context: CallContext): Audio[] {
  const enters = opening.enters || menu.name !== opening.menu || !hasKeys(menu);
  const chosen = oneOf(menu.oneOf, seedOf(context, menu.name));
  const onEntry = enters ? [...menu.intro, ...(chosen ? [chosen] : [])] : [];
  const intro = onEntry.flatMap((prompt) => soundOf(prompt, context));
  return [...intro, ...promptsOf(menu, context)];
}

function promptsOf({ prompts }: Menu, context: CallContext): Audio[] {
  return prompts.flatMap((prompt) => soundOf(prompt, context));
}

function soundOf(prompt: Prompt, context: CallContext): Audio[] {
  const sound = prompt[languageOf(context)];
  return sound ? [sound] : [];
}

export function isDialTone(target: Target): boolean {
  return 'do' in target && target.do === 'dialTone';
}
