/**
 * Whose emergency calls are placed as an account stands, and whether a write took one away. Of what
 * documentation is silent on, every possible world is looked at, but those that a true drill excludes: a
 * call that is placed in one of them before, and in that same world not after, is lost.
 */
import { type Cell, type Form, FORMS, lookUp } from './table';

/** A telephone, with the password that it was given. */
export interface Telephone {
  readonly username: string;
  readonly number: string;
  /** Lifting it sends `#`. */
  readonly hotline: boolean;
  /** On which of the domain's lists its password is the one that it has. */
  readonly calls: boolean;
  readonly registers: boolean;
  /** Whether the functions deployed for us place its emergency calls, were they asked. */
  readonly placed: boolean;
  readonly registered: boolean;
  /** Who answers when its number is called: '' for nobody. */
  readonly answerer: string;
}

export interface Truth {
  readonly flag: boolean;
  readonly caller: boolean;
  readonly secure: boolean;
  /** Whose functions the domain's voice URL leads to. */
  readonly voiceUrl: 'none' | 'other' | 'ours';
  /** What the functions deployed for us dial. */
  readonly dials: '911' | '+1911';
  readonly telephones: readonly Telephone[];
}

/** What is so, of what nobody has documented. */
type World = (unknown: string) => boolean;
/** Of a drill that was truly made: which worlds it leaves. */
export type Drilled = (world: World) => boolean;

/** What each option of the command line may make worse: with that put back, nothing is. */
const NAMES: Readonly<Record<string, (before: Truth, after: Truth) => Truth>> = {
  'switch-emergency-calling': ({ flag }, after) => ({ ...after, flag }),
  'switch-emergency-caller': ({ caller }, after) => ({ ...after, caller }),
  'switch-voice-url': ({ voiceUrl }, after) => ({ ...after, voiceUrl }),
  'switch-encryption': ({ secure }, after) => ({ ...after, secure }),
  'replace-addresses': (before, after) => withOf(before, after, ['registered']),
  'end-emergency-phones': (before, after) => withOf(before, after, ['calls', 'registers']),
  'switch-call-backs': (before, after) => withOf(before, after, ['answerer']),
};

export const OPTIONS = Object.keys(NAMES);

/** @returns what is lost, but for what an option or a raised password generation has named. */
export function worse(before: Truth, after: Truth, allowed: Allowed = {}): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const { option, raised = new Set(), drills = [] } = allowed;
  const given = passwords(before, after, raised);
  const losses = (from: Truth, to: Truth) => lostBy(from, to, drills);
  if (option === undefined) return losses(before, given);
  // Its own part is made between the others, some before it and some after: in one of these orders the
  // others lose nothing.
  const back = NAMES[option]!;
  const changes = (undo: typeof back) =>
    JSON.stringify(undo(before, given)) !== JSON.stringify(given);
  const others = Object.values(NAMES).filter((undo) => undo !== back && changes(undo));
  const orders = Array.from({ length: 2 ** others.length }, (_, bits) => {
    const later = others.filter((__, at) => (bits & (2 ** at)) !== 0);
    const earlier = later.reduce((truth, undo) => undo(before, truth), back(before, given));
    const ownMade = later.reduce((truth, undo) => undo(before, truth), given);
    return new Set([...losses(before, earlier), ...losses(ownMade, given)]);
  });
  return [...orders.reduce((least, one) => (one.size < least.size ? one : least))];
}

export interface Allowed {
  readonly option?: string | undefined;
  readonly raised?: ReadonlySet<string>;
  readonly drills?: readonly Drilled[];
}

/** Their new passwords were asked for by name. */
function passwords(before: Truth, after: Truth, raised: ReadonlySet<string>): Truth {
  const named = withOf(before, after, ['calls', 'registers']);
  const telephones = after.telephones.map((is, at) =>
    raised.has(is.username) ? named.telephones[at]! : is,
  );
  return { ...after, telephones };
}

function lostBy(before: Truth, after: Truth, drills: readonly Drilled[]): string[] {
  return before.telephones.flatMap((was) => {
    const is = after.telephones.find(({ username }) => username === was.username);
    if (!is) return [];
    return lost([before, was], [after, is], drills).map((what) => `${was.username}: ${what}`);
  });
}

type Setup = readonly [Truth, Telephone];

function lost(before: Setup, after: Setup, drills: readonly Drilled[]): string[] {
  const cells = FORMS.flatMap((form) => {
    const gone = worldsOf(form, before).some(
      (world) =>
        drills.every((drill) => drill(world)) &&
        isLess(helpTo(form, before, world), helpTo(form, after, world)),
    );
    return gone ? [form] : [];
  });
  return rings(before) && !rings(after) ? [...cells, 'nobody calls it back'] : cells;
}

function isLess(before: string, after: string): boolean {
  return before !== '' && (after === '' || (before === 'own' && after !== 'own'));
}

function rings([{ secure }, { answerer, registers }]: Setup): boolean {
  return answerer !== '' && registers && !secure;
}

/** Where help is sent: '' when nobody places the call. */
export function helpTo(form: Form, setup: Setup, world: World): string {
  const [{ flag, dials }, telephone] = setup;
  const { by, proof, address } = cellOf(form, setup);
  if (by === 'nobody' || proof === 'unshown') return '';
  if (proof !== 'silent') return address;
  const on = flag ? 'on' : 'off';
  const name = kindOf(telephone);
  if ((form === 'prefixed') === flag && form !== 'keys' && !world(`reaches ${form} ${name}`)) {
    // Twilio has taken 1911 for 911; a dialled 911 has gone nowhere.
    return form === 'prefixed' ? helpTo('dialled', setup, world) : '';
  }
  if (by === 'functions' && dials === '+1911' && !flag && !world('+1911 is dialled')) return '';
  return by === 'other' && !world(`others place ${form} ${on}`) ? '' : address;
}

function cellOf(form: Form, [truth, telephone]: Setup): Cell {
  const { flag, caller, secure, voiceUrl, dials } = truth;
  const { hotline, calls, placed, registered } = telephone;
  return lookUp({
    form,
    flag: flag ? 'on' : 'off',
    caller: caller ? 'set' : '-',
    voiceUrl: voiceUrl !== 'ours' ? voiceUrl : placed ? 'shown' : 'unshown',
    name: kindOf(telephone),
    number: registered ? 'registered' : 'unregistered',
    // None of them is set up for encrypted calls.
    credential: calls && !secure ? 'yes' : 'no',
    hotline: hotline ? 'yes' : 'no',
    dials,
    drilled: 'no',
  });
}

function worldsOf(form: Form, [, telephone]: Setup): World[] {
  const unknown = [
    `reaches ${form} ${kindOf(telephone)}`,
    '+1911 is dialled',
    `others place ${form} on`,
    `others place ${form} off`,
  ];
  return Array.from({ length: 2 ** unknown.length }, (_, bits) => (one) => {
    const at = unknown.indexOf(one);
    return at < 0 || (bits & (2 ** at)) === 0;
  });
}

function kindOf({ username, number }: Telephone): string {
  return username === number ? 'own number' : 'word';
}

function withOf(before: Truth, after: Truth, names: readonly (keyof Telephone)[]): Truth {
  const telephones = after.telephones.map((is) => {
    const was = before.telephones.find(({ username }) => username === is.username) ?? is;
    return { ...is, ...Object.fromEntries(names.map((name) => [name, was[name]])) };
  });
  return { ...after, telephones };
}
