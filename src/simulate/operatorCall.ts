/** What `explain` tells of a call for the operator beyond the decision: who would be called, by the code that calls them. */
import { type Decision, readCall } from '../runtime/calls';
import { queueOf, routeWait } from '../runtime/calls/operator';
import type { CallLanguage } from '../runtime/model/directory';
import { printable } from '../diagnostics/printable';
import type { Question } from './question';
import type { Project } from '../config/project';

/** A volunteer, by name: never a number. */
export interface Called {
  readonly name: string;
  readonly languages: readonly CallLanguage[];
}

/** Stands in for a call that nobody has made yet. */
const NO_CALL = `CA${'0'.repeat(32)}`;

/**
 * Those who would be called together for a caller; undefined where the operator is not asked.
 *
 * @param question as Twilio asks: a phone's `from` is a URI.
 */
export function calledFor(
  decision: Decision,
  { environment, from, to, at }: Question,
  { directory }: Project,
): readonly Called[] | undefined {
  if (decision.kind !== 'queue') return undefined;
  const language = decision.language ?? directory.site.languages[0] ?? 'en';
  const wait = {
    ...readCall({ from, to }),
    environment,
    call: NO_CALL,
    language,
    search: 'none',
  } as const;
  const { effects = [] } = routeWait(wait, directory, at);
  const legs = effects.flatMap((effect) => effect.legs);
  return legs.map(({ offer: { volunteer } }) => {
    const found = directory.operator?.volunteers.find(({ name }) => name === volunteer);
    return { name: volunteer, languages: found?.languages ?? [] };
  });
}

export function calledText(called: readonly Called[]): string {
  if (called.length === 0) return 'nobody: the caller is asked for a message at once';
  return called
    .map(({ name, languages }) => `${printable(name)} (${languages.join(', ')})`)
    .join(', ');
}

/** A queue has the name of its call, which is known when the call is made. */
export function withQueueName<T extends Decision>(decision: T, { callSid }: Question): T {
  if (decision.kind !== 'queue' || callSid !== undefined) return decision;
  return { ...decision, queue: queueOf('CA…') };
}
