/** What the person who imports must know of the menus. */
import { type Report, shown } from '../report';
import { becameOf, BOUNCE, FRICTION, OPERATOR } from './destinations';
import type { Draft } from './drafts';
import { isAlike, type Names } from './names';
import type { Resolver } from './resolver';
import { reached } from './tree';

/** Every name that is no context, and what it became. */
export function tellDestinations({ used, given, host }: Resolver, report: Report): void {
  for (const [name, from] of [...used].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { severity, text, fix } = becameOf(name, given, host);
    for (const context of from) {
      report.addContext(context, severity, `leads to ${shown(name)}, which ${text}`, fix);
    }
  }
}

/** Contexts that nothing leads to are no menus here. */
export function tellUnreached(
  resolver: Resolver,
  before: ReadonlyMap<string, Draft>,
  written: readonly Draft[],
  report: Report,
): void {
  const found = new Set(written.map(({ context }) => context));
  const emergency = reached(
    before,
    written.flatMap(({ context }) => nineOf(before.get(context))),
  );
  for (const [name, { before: asked }] of resolver.contexts) {
    if (found.has(name)) continue;
    if (emergency.has(name) || asked === BOUNCE) {
      report.addContext(name, 'changed', 'is not needed: the emergency path is on every menu here');
    } else if (/^outgoing_operator_/.test(name) || OPERATOR.test(asked ?? '')) {
      report.addContext(name, 'changed', 'is not needed: the operator here has its own words');
    } else if (resolver.isAlias(name)) {
      if (asked === undefined || asked === FRICTION) continue;
      report.addContext(name, 'changed', `is no menu: what leads to it leads to ${shown(asked)}`);
    } else {
      const fix = 'If a number leads to it, import with --incoming-menu; else it was never heard.';
      report.addContext(name, 'lost', 'is left out: nothing leads to it', fix);
    }
  }
}

function nineOf(draft: Draft | undefined) {
  return draft === undefined ? [] : draft.keys.filter(({ key }) => key === '9').map(({ to }) => to);
}

/** Names that changed by more than hyphens for underscores. */
export function tellNames(drafts: readonly Draft[], names: Names, report: Report): void {
  if (drafts.length > 0) {
    const text = `${drafts.length} contexts are menus, named with hyphens for underscores`;
    report.add(null, 'kept', text, 'See them drawn: `dialtone menus draw`.');
  }
  for (const { context } of drafts) {
    const name = names.of(context);
    if (isAlike(context, name)) continue;
    const text = `is called ${shown(name)}: its name cannot be, or another has it`;
    report.addContext(context, 'changed', text);
  }
}
