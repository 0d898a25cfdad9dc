/** Every path through the menus of a directory, as calls of a test plan. */
import type { Directory, EnvironmentName, Extension } from '../runtime/model/directory';
import type { Question } from './question';
import { WAIT } from './keys';
import type { Project } from '../config/project';
import { summaryOf } from './summary';
import { simulateKeys, type KeyStep } from './simulateKeys';

export interface EnumeratedCall {
  readonly question: Question;
  readonly keys: readonly string[];
  readonly expected: string;
  /** Worth trying on a real phone; never a call to 911. */
  readonly byHand: boolean;
}

/** A call from outside: nobody's number (NPA-555-01XX). */
const OUTSIDE = '+15035550188';

/** Deeper than any menu that a person would build. */
const DEEPEST = 24;

/**
 * For every phone what `#` and `0` do, for every number what a call to it does; and from each first
 * menu every key of every menu that can be reached, in every language. Phones for which menus are
 * the same are walked once.
 */
export function enumerateCalls(project: Project, at: Date): readonly EnumeratedCall[] {
  const simulated = new Set<string>();
  return questionsOf(project.directory, at).flatMap((question) => {
    const first = enumeratedCall(question, [], project);
    const kind = kindOf(question, first.expected, project.directory);
    if (simulated.has(kind)) return [first];
    simulated.add(kind);
    return [first, ...deeper(question, project)];
  });
}

function questionsOf({ extensions, numbers }: Directory, at: Date): Question[] {
  const outgoing = [...extensions.values()].flatMap((extension) =>
    ['#', '0'].map((to): Question => ({
      direction: 'outgoing',
      from: extension.username,
      to,
      environment: environmentOf(extension),
      at,
    })),
  );
  const incoming = [...numbers].map(([to, { environment }]): Question => ({
    direction: 'incoming',
    from: OUTSIDE,
    to,
    environment,
    at,
  }));
  return [...outgoing, ...incoming];
}

function environmentOf({ environments }: Extension): EnvironmentName {
  return environments.includes('prod') ? 'prod' : (environments[0] ?? 'prod');
}

/** What the menus can tell one caller from another by. */
function kindOf({ direction, from, environment }: Question, first: string, directory: Directory) {
  const extension = direction === 'outgoing' ? directory.extensions.get(from) : undefined;
  return JSON.stringify([
    direction,
    first,
    environment,
    extension?.emergency,
    extension?.language,
    extension?.hash,
    extension?.hashAtDialTone,
  ]);
}

/** Breadth first, so that every menu is reached on its shortest way. */
function deeper(question: Question, project: Project): EnumeratedCall[] {
  const calls: EnumeratedCall[] = [];
  const seen = new Set([stateOf(lastStep(question, [], project))]);
  let level: (readonly string[])[] = [[]];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const next: (readonly string[])[] = [];
    for (const keys of level) {
      for (const more of choicesAt(lastStep(question, keys, project), project.directory)) {
        const further = [...keys, ...more];
        calls.push(enumeratedCall(question, further, project));
        const state = stateOf(lastStep(question, further, project));
        if (state === undefined || seen.has(state)) continue;
        seen.add(state);
        next.push(further);
      }
    }
    level = next;
  }
  return calls;
}

/** Every key that does something, no key at all, and the emergency numbers. */
function choicesAt(
  { decision }: KeyStep,
  { menus, extensions }: Directory,
): readonly (readonly string[])[] {
  if (decision.kind !== 'gather' || decision.position.at === 'operatorOffer') return [];
  const emergencies = [[...'933'], [...'911']];
  if (decision.position.at === 'dialTone') {
    const menuAtTone = [...extensions.values()].some(({ hashAtDialTone }) => hashAtDialTone);
    const keys = [...(menuAtTone ? [['#']] : []), ...emergencies, [WAIT]];
    return decision.position.keys === '' ? keys : [];
  }
  // Held keys: what was begun is tried by the numbers above.
  if (decision.position.keys !== '') return [];
  const menu = menus.get(decision.position.menu);
  const keys = Object.keys(menu?.keys ?? {});
  const noInput = Array.from({ length: keys.length > 0 ? (menu?.rounds ?? 1) : 1 }, () => WAIT);
  const pressed = keys.map((key) => (key === '9' ? ['9', WAIT] : [key]));
  return [...pressed, ['*'], ['#'], noInput, ...emergencies];
}

/** Where a walk need not go on from twice. */
function stateOf({ decision }: KeyStep): string | undefined {
  if (decision.kind !== 'gather' || decision.position.at === 'operatorOffer') return undefined;
  const { position } = decision;
  const where = position.at === 'menu' ? `${position.menu} ${position.keys}` : 'dial tone';
  return `${where} ${position.language}`;
}

function lastStep(question: Question, keys: readonly string[], project: Project): KeyStep {
  const step = simulateKeys(question, keys, project).steps.at(-1);
  if (!step) throw new Error('a call has a first step');
  return step;
}

function enumeratedCall(
  question: Question,
  keys: readonly string[],
  project: Project,
): EnumeratedCall {
  const { decision } = lastStep(question, keys, project);
  const shortest = keys.length <= 1 || keys.join('') === '933';
  const helpless = decision.kind === 'emergency' && decision.number !== '933';
  const dials911 = keys.join('').includes('911');
  return {
    question,
    keys,
    expected: summaryOf(decision),
    byHand: shortest && !helpless && !dials911,
  };
}
