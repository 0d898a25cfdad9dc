/** A caller who presses nothing: wherever they are, the call ends, and not before anything is heard. */
import { barred } from '../../runtime/calls/menus/sequence';
import { silentCalls } from './silentCalls';
import { arrivalsIn, callersAt } from './arrivals';
import { circlesOf } from './circles';
import type { Context } from './context';
import type { Planned } from './plan';
import { below, tell } from './values';

/** Tells of every circle of menus through which a call goes by itself. */
export function checkSilence(context: Context, { plan, whens }: Planned): void {
  const { source } = context;
  const callers = callersAt(arrivalsIn(source), source);
  const endless = new Set<string>();
  const unheard = new Set<string>();
  for (const when of whens) {
    const tellCircle = (message: string, circle: readonly string[], told: Set<string>) => {
      // One that shares a menu with another is told when that is fixed.
      if (circle.some((name) => told.has(name))) return;
      for (const name of circle) told.add(name);
      const menu = plan.menus.get(circle[0] ?? '');
      const key = menu && barred(menu, when) ? 'otherwise' : 'next';
      tellFirst(context, circle, key, message);
    };
    // A menu to which nobody comes yet is taken to be for all.
    const starts = [...source.menus.keys()].filter(
      (name) => callers.get(name)?.some((each) => each.emergency === when.emergency) ?? true,
    );
    const { steps, rounds } = silentCalls(starts, plan, when);
    for (const round of rounds) {
      tellCircle('comes back to itself before it waits for a key', round, unheard);
    }
    const places = new Map([...steps].map(([place, after]) => [place, [...after.keys()]]));
    for (const circle of circlesOf(places)) {
      const passed = circle.slice(1).flatMap((to, i) => steps.get(circle[i] ?? '')?.get(to) ?? []);
      const whole = [...circle.slice(0, 1), ...passed];
      tellCircle('never ends for a caller who presses nothing', whole, endless);
    }
  }
  tellRepeats(context);
}

function tellFirst(
  context: Context,
  circle: readonly string[],
  key: 'next' | 'otherwise',
  message: string,
): void {
  const [name = ''] = circle;
  const entry = context.source.menus.get(name);
  if (!entry) return;
  const place = below({ file: entry.file, path: [name] }, key);
  const fix = 'Let one of them end, such as `next: { do: hangUp }`.';
  tell(context, place, `${message}: ${circle.join(' → ')}`, fix);
}

/** Without a key calls/ repeats nothing. */
function tellRepeats({ source, report }: Context): void {
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
