/** What is odd in a context by itself: empty, never reached, without a folder. */
import type { Report } from '../report';
import type { Context } from './contexts';
import { answersBefore, OPERATOR } from './destinations';
import { isEmpty, type Resolver } from './resolver';

export function reportOdd(context: Context, resolver: Resolver, report: Report): void {
  const { name } = context;
  if (isEmpty(context) && !answersBefore(context)) {
    const text = 'is empty: callers hear nothing, and the call ends';
    report.addContext(name, 'wrong', text, 'Write what should be there, or remove it.');
  }
  if (context.folder === undefined && plays(context)) {
    const text = 'names recordings, but no `statement_dir`: they are searched at the top';
    report.addContext(name, 'wrong', text, 'Say which folder they are in.');
  }
  reportUnreachable(context, resolver, report);
}

function plays({ random, sounds, statements, keys }: Context): boolean {
  const said = keys.flatMap((key) => key.statements);
  return [random, sounds, statements, said].some((each) => each.length > 0);
}

/** The fields that are answered with, the first of which is all that is heard. */
export function playedFields({ random, sounds, statements, keys }: Context): string[] {
  return [
    ...(random.length > 0 ? ['random_sounds'] : []),
    ...(sounds.length > 0 ? ['intro_sounds'] : []),
    ...(statements.length > 0 ? ['intro_statements'] : []),
    ...(keys.length > 0 ? ['menu_entries'] : []),
  ];
}

function reportUnreachable(context: Context, resolver: Resolver, report: Report): void {
  const { name, before, next } = context;
  const all = playedFields(context);
  const alias = resolver.isAlias(name) && !isEmpty(context);
  const [first, ...dead] = alias ? [before, ...all] : all;
  // What follows a menu is the end.
  if (next !== undefined && (alias || first === 'menu_entries' || first === undefined)) {
    dead.push('next_context');
  }
  // The volunteer's leg of a call is not needed at all.
  if (dead.length === 0 || OPERATOR.test(before ?? '')) return;
  const fields = dead.map((each) => `\`${each}\``).join(', ');
  const cause = first === undefined ? 'it is empty' : `its \`${first}\` comes first`;
  const fix = 'If it should be heard, write it in the new menu.';
  report.addContext(name, 'wrong', `its ${fields} was never reached: ${cause}`, fix);
}
