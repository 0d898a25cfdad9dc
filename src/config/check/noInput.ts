/** A caller who presses nothing: wherever they are, the call ends, and not before anything is heard. */
import { barred } from '../../runtime/calls/menus/sequence';
import { noInputCalls } from './noInputCalls';
import { arrivalsIn, callersAt } from './arrivals';
import { cyclesIn } from './cycles';
import type { Context } from './context';
import type { Planned } from './plan';
import { below, addError } from './values';

/** Reports every cycle of menus through which a call goes by itself. */
export function checkNoInput(context: Context, { plan, whens }: Planned): void {
  const { source } = context;
  const callers = callersAt(arrivalsIn(source), source);
  const endless = new Set<string>();
  const unheard = new Set<string>();
  for (const when of whens) {
    const reportCycle = (message: string, cycle: readonly string[], reported: Set<string>) => {
      // One that shares a menu with another is reported when that is fixed.
      if (cycle.some((name) => reported.has(name))) return;
      for (const name of cycle) reported.add(name);
      const menu = plan.menus.get(cycle[0] ?? '');
      const key = menu && barred(menu, when) ? 'otherwise' : 'next';
      reportFirst(context, cycle, key, message);
    };
    // A menu to which nobody comes yet is taken to be for all.
    const starts = [...source.menus.keys()].filter(
      (name) => callers.get(name)?.some((each) => each.emergency === when.emergency) ?? true,
    );
    const { steps, rounds } = noInputCalls(starts, plan, when);
    for (const round of rounds) {
      reportCycle('loops back to itself before it waits for a key', round, unheard);
    }
    const next = new Map([...steps].map(([name, after]) => [name, [...after.keys()]]));
    for (const cycle of cyclesIn(next)) {
      const passed = cycle.slice(1).flatMap((to, i) => steps.get(cycle[i] ?? '')?.get(to) ?? []);
      const whole = [...cycle.slice(0, 1), ...passed];
      reportCycle('never ends for a caller who presses nothing', whole, endless);
    }
  }
  reportRepeats(context);
}

function reportFirst(
  context: Context,
  cycle: readonly string[],
  key: 'next' | 'otherwise',
  message: string,
): void {
  const [name = ''] = cycle;
  const entry = context.source.menus.get(name);
  if (!entry) return;
  const location = below({ file: entry.file, path: [name] }, key);
  const fix = 'Let one of them end, such as `next: { do: hangUp }`.';
  addError(context, location, `${message}: ${cycle.join(' → ')}`, fix);
}

/** Without a key calls/ repeats nothing. */
function reportRepeats({ source, report }: Context): void {
  for (const [name, { file, menu }] of source.menus) {
    for (const key of ['next', 'otherwise'] as const) {
      const target = menu[key];
      if (!target || !('do' in target) || target.do !== 'repeat') continue;
      const message = 'ends the call: `repeat` works only for keys';
      const fix = 'Write `hangUp`; `rounds` says how many times a menu plays.';
      report.warn(file, [name, key, 'do'], message, fix);
    }
  }
}
