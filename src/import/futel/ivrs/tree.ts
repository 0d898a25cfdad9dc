/** The menus as a tree: without what our emergency path replaces, what never ends, and what nothing leads to. */
import type { Report } from '../report';
import { EMERGENCY, HANG_UP } from './destinations';
import type { Destination } from './destination';
import type { Draft, DraftKey } from './drafts';

type Drafts = ReadonlyMap<string, Draft>;

/** Leaves out silent keys 9 behind which 1 and 1 call 911: here they do so on every menu. */
export function withoutEmergencyKeys(drafts: Drafts, report: Report): Map<string, Draft> {
  return mapped(drafts, (draft) => {
    const nine = draft.keys.find(({ key }) => key === '9');
    if (nine === undefined || !callsEmergency(nine, drafts)) return draft;
    const text =
      'its key 9, and 1 and 1 after it, called 911: every menu here recognises 911 by itself';
    report.addContext(
      draft.context,
      'changed',
      text,
      'Try 933 from every phone that may call 911.',
    );
    return { ...draft, keys: draft.keys.filter((key) => key !== nine) };
  });
}

function callsEmergency({ says, to }: DraftKey, drafts: Drafts): boolean {
  if (says.length > 0) return false;
  const one = silentOne(to, drafts);
  let at = one && silentOne(one, drafts);
  // What announces it.
  for (let n = 0; at && 'menu' in at && at.menu !== EMERGENCY && n < drafts.size; n++) {
    const draft = drafts.get(at.menu);
    at = draft && draft.keys.length === 0 ? draft.next : undefined;
  }
  return at !== undefined && 'menu' in at && at.menu === EMERGENCY;
}

/** Where 1 leads on a menu that has nothing else. */
function silentOne(to: Destination, drafts: Drafts): Destination | undefined {
  const draft = 'menu' in to ? drafts.get(to.menu) : undefined;
  const [only, second] = draft?.keys ?? [];
  return only?.key === '1' && only.says.length === 0 && second === undefined ? only.to : undefined;
}

/** Ends what went on for ever: the menu that would begin what has been heard hangs up instead. */
export function withEnds(drafts: Drafts, report: Report): Map<string, Draft> {
  const ended = new Map(drafts);
  for (const name of drafts.keys()) {
    const seen = new Set<string>();
    for (let at: string | undefined = name; at !== undefined;) {
      seen.add(at);
      const draft: Draft | undefined = ended.get(at);
      if (draft === undefined || draft.keys.length > 0) break;
      const next: Destination = draft.next ?? { menu: at };
      const following: string | undefined = 'menu' in next ? next.menu : undefined;
      if (following !== undefined && seen.has(following)) {
        const text =
          'was endless: it started again until somebody hung up; now the call ends after it';
        const fix = 'Write what should follow as its `next`.';
        report.addForCallers({ extension: null, context: at, severity: 'wrong', text, fix });
        ended.set(at, { ...draft, next: HANG_UP });
        break;
      }
      at = following;
    }
  }
  return ended;
}

/** The menus to which something leads, in the order of the files. */
export function reached(drafts: Drafts, roots: Iterable<Destination>): Set<string> {
  const found = new Set<string>();
  const left = [...roots];
  for (let to = left.pop(); to !== undefined; to = left.pop()) {
    if (!('menu' in to) || found.has(to.menu)) continue;
    const draft = drafts.get(to.menu);
    if (draft === undefined) continue;
    found.add(to.menu);
    left.push(...targetsOf(draft));
  }
  return found;
}

export function targetsOf({ keys, next }: Draft): Destination[] {
  return [...keys.map(({ to }) => to), ...(next === undefined ? [] : [next])];
}

function mapped(drafts: Drafts, change: (draft: Draft) => Draft): Map<string, Draft> {
  return new Map([...drafts].map(([name, draft]) => [name, change(draft)]));
}
