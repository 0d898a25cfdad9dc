/** What the person who imports must know of the menus. */
import { type Report, shown } from '../report';
import { becameOf, BOUNCE, FRICTION, OPERATOR } from './destinations';
import type { Draft } from './drafts';
import { isAlike, type Names } from './names';
import type { Resolver } from './resolver';
import { reached } from './tree';

/** Every name that is no context, and what it became. */
export function reportDestinations({ used, given, host }: Resolver, report: Report): void {
  for (const [name, from] of [...used].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { severity, text, fix } = becameOf(name, given, host);
    for (const context of from) {
      const line = { context, severity, text: `goes to ${shown(name)}, which ${text}` };
      if (severity === 'lost') {
        report.addForCallers({ extension: null, ...line, ...(fix !== undefined && { fix }) });
      } else report.addContext(context, severity, line.text, fix);
    }
  }
}

/**
 * Contexts that nothing leads to are no menus here.
 *
 * @param reported those that have been reported already.
 */
export function reportUnreached(
  resolver: Resolver,
  before: ReadonlyMap<string, Draft>,
  written: readonly Draft[],
  reported: ReadonlySet<string>,
  report: Report,
): void {
  const found = new Set(written.map(({ context }) => context));
  const emergency = reached(
    before,
    written.flatMap(({ context }) => nineOf(before.get(context))),
  );
  for (const [name, { before: asked }] of resolver.contexts) {
    if (found.has(name) || reported.has(name)) continue;
    if (emergency.has(name) || asked === BOUNCE) {
      report.addContext(name, 'changed', 'is not needed: every menu here recognises 911');
    } else if (/^outgoing_operator_/.test(name) || OPERATOR.test(asked ?? '')) {
      report.addContext(name, 'changed', 'is not needed: the operator here has its own sentences');
    } else if (resolver.isAlias(name)) {
      if (asked === undefined || asked === FRICTION) continue;
      report.addContext(name, 'changed', `is not a menu: what went there goes to ${shown(asked)}`);
    } else {
      const fix =
        'If a number opens it, import with --incoming-menu; otherwise nobody ever heard it.';
      report.addContext(name, 'lost', 'is left out: nothing opens it', fix);
    }
  }
}

function nineOf(draft: Draft | undefined) {
  return draft === undefined ? [] : draft.keys.filter(({ key }) => key === '9').map(({ to }) => to);
}

/** Names that changed by more than hyphens for underscores. */
export function reportNames(drafts: readonly Draft[], names: Names, report: Report): void {
  if (drafts.length > 0) {
    const text = `${drafts.length} contexts became menus, named with hyphens instead of underscores`;
    report.add(null, 'kept', text, 'Draw them: `dialtone menus draw`.');
  }
  for (const { context } of drafts) {
    const name = names.of(context);
    if (isAlike(context, name)) continue;
    const text = `is renamed to ${shown(name)}: its name is not allowed, or another menu has it`;
    report.addContext(context, 'changed', text);
  }
}
