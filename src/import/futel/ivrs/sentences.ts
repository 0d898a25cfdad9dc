/** Recordings of theirs that are heard here instead of sentences of ours. */
import type { SentenceName } from '../../../runtime/calls';
import { type Report, shown } from '../report';
import type { Context } from './contexts';
import { OPERATOR, OPERATOR_MENU } from './destinations';
import type { Recording } from './drafts';
import { playedFields } from './odd';
import type { Prompts } from './prompts';

/** By the name of our sentence. */
export type TheirSentences = ReadonlyMap<SentenceName, Their>;

interface Their {
  readonly context: string;
  readonly recording: Recording;
}

type Contexts = ReadonlyMap<string, Context>;

export function sentencesOf(contexts: Contexts): TheirSentences {
  const caller = contexts.get(OPERATOR_MENU);
  const empty = contexts.get('outgoing_operator_empty');
  const notify = [...contexts.values()].find(({ next }) => next === 'call_911_911');
  const found: [SentenceName, Their | undefined][] = [
    ['pleaseHold', caller && OPERATOR.test(caller.next ?? '') ? lastOf(caller) : undefined],
    ['caller-gone', empty?.statements.length === 1 ? lastOf(empty) : undefined],
    ['dialing911', notify?.statements.length === 1 ? lastOf(notify) : undefined],
  ];
  return new Map(found.flatMap(([name, their]) => (their ? [[name, their] as const] : [])));
}

/** What is said last before it goes on, where statements are all that is heard. */
function lastOf(context: Context): Their | undefined {
  const { name, before, folder, statements } = context;
  const last = statements.at(-1);
  if (before !== undefined || last === undefined) return undefined;
  if (playedFields(context)[0] !== 'intro_statements') return undefined;
  return { context: name, recording: { folder, name: last } };
}

/** Without the statement that the operator here says herself: it would be heard twice. */
export function withoutHold(contexts: Contexts, sentences: TheirSentences): Contexts {
  const caller = contexts.get(OPERATOR_MENU);
  if (caller?.next === undefined || !sentences.has('pleaseHold')) return contexts;
  const statements = caller.statements.slice(0, -1);
  const { next, ...rest } = caller;
  // Nothing is left to hear: it stands for the operator.
  const left =
    statements.length > 0
      ? { ...caller, statements }
      : { ...rest, statements, keys: [], before: next };
  return new Map(contexts).set(OPERATOR_MENU, left);
}

/** As site.yaml has them. */
export function namedSentences(
  sentences: TheirSentences,
  prompts: Prompts,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...sentences].flatMap(([name, { recording }]) => {
      const play = prompts.nameOf(recording);
      return play === undefined ? [] : [[name, play]];
    }),
  );
}

/** @returns the contexts that are in it. */
export function reportSentences(
  sentences: TheirSentences,
  named: Readonly<Record<string, string>>,
  report: Report,
): ReadonlySet<string> {
  const reported = new Set<string>();
  for (const [name, { context }] of sentences) {
    const play = named[name];
    if (play === undefined) continue;
    reported.add(context);
    const text = `its recording ${shown(play)} is heard instead of our own sentence: ${shown(name)} in site.yaml`;
    if (name === 'dialing911') report.addContext(context, 'changed', text, DIALING_FIX);
    else report.addContext(context, 'kept', text);
  }
  return reported;
}

const DIALING_FIX =
  'Put it below sounds/ of the directory, as MP3 or WAV: before 911 no other host is asked. Until then our sentence is spoken.';
