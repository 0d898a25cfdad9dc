/** `menus/*.yaml`: what callers hear and what their keys do. */
import * as z from 'zod';
import { hoursList } from './calling';
import { NOTHING_SAID, prompt, prompts, promptShape } from './prompt';
import { flag, whole, Wrong, wrongIssue } from './scalars';
import { oneTarget, target, targetShape } from './target';

const key = z
  .strictObject({
    ...promptShape,
    prompts: prompts('Instead of `say` and `play`: several prompts, in order.').exactOptional(),
    ...targetShape,
  })
  .transform((written, { issues }) => {
    const { say, play, language, prompts: several, ...alternatives } = written;
    const target = oneTarget(alternatives, issues);
    const one = {
      ...(say !== undefined && { say }),
      ...(play !== undefined && { play }),
      ...(language !== undefined && { language }),
    };
    if (several !== undefined && Object.keys(one).length > 0) {
      const wrong = new Wrong(
        'says both `prompts` and `say`, `play` or `language`',
        'Keep `prompts`.',
      );
      issues.push(wrongIssue(written, wrong));
    }
    if (target === undefined) return z.NEVER;
    if (language !== undefined && say === undefined && several === undefined) {
      issues.push(wrongIssue(written, NOTHING_SAID));
      return z.NEVER;
    }
    const prompt = several ?? (Object.keys(one).length > 0 ? one : undefined);
    return { ...(prompt !== undefined && { prompt }), target };
  })
  .meta({
    description: 'What the menu says about the key (nothing: a silent key), and what the key does.',
    minProperties: 1,
  });

export const waitSeconds = (description: string) => whole(1, 30, 'seconds', description);
export const rounds = (description: string) => whole(1, 20, 'rounds', description);

const only = z
  .strictObject({
    emergency: flag(
      '`true`: phones that may call 911; `false`: those that may not, and callers from outside.',
    ).exactOptional(),
    hours: hoursList('When callers may enter it, in the site’s time zone.').exactOptional(),
  })
  .meta({
    description: 'Who may enter it, and when. Everybody else goes to `otherwise`.',
    minProperties: 1,
  });

const menuSchema = z
  .strictObject({
    intro: prompts(
      'Plays once, when a caller enters. A key pressed meanwhile counts.',
    ).exactOptional(),
    oneOf: z
      .array(prompt('One of them.'))
      .min(1)
      .meta({ description: 'One of these, chosen at random, plays after `intro`.' })
      .exactOptional(),
    keys: z
      .record(z.string(), key)
      .meta({
        description:
          'Keys 0 to 9, in the order in which they are announced. `*` changes the language and `#` goes back ' +
          'on every menu. A key that begins an emergency number acts after a short wait.',
        propertyNames: { pattern: '^[0-9]$' },
      })
      .exactOptional(),
    next: target(
      'What follows if no key came in the last round (by default `{ do: hangUp }`); without ' +
        'keys, what follows when everything has played.',
    ).exactOptional(),
    waitSeconds: waitSeconds(
      'Seconds of silence that count as no key; as in site.yaml by default.',
    ).exactOptional(),
    rounds: rounds('How many times it plays; as in site.yaml by default.').exactOptional(),
    only: only.exactOptional(),
    otherwise: target('Where callers who may not enter go. Required with `only`.').exactOptional(),
  })
  .check(({ value: menu, issues }) => {
    for (const wrong of diagnosticsOf(menu)) issues.push(wrongIssue(menu, wrong));
  })
  .meta({ description: 'A menu. One without keys plays and continues.' });

type Written = Readonly<Partial<Record<'keys' | 'next' | 'only' | 'otherwise', unknown>>>;

function diagnosticsOf({ keys, next, only: condition, otherwise }: Written): Wrong[] {
  const diagnostics: Wrong[] = [];
  if ((keys === undefined || Object.keys(keys as object).length === 0) && next === undefined) {
    diagnostics.push(
      new Wrong('has neither keys nor `next`: nothing follows', 'Add `next: { do: hangUp }`.'),
    );
  }
  if (condition !== undefined && otherwise === undefined) {
    const fix = 'Add `otherwise: { menu: … }`.';
    diagnostics.push(new Wrong('says who may enter, but not where the others go', fix));
  }
  if (condition === undefined && otherwise !== undefined) {
    const fix = 'Add `only: { … }`, or remove it.';
    diagnostics.push(new Wrong('has `otherwise`, but everyone may enter', fix));
  }
  return diagnostics;
}

export type MenuSource = z.infer<typeof menuSchema>;
export type KeySource = z.infer<typeof key>;

export const menusSchema = z.record(z.string(), menuSchema).meta({
  title: 'menus/*.yaml',
  description:
    'What callers hear and what their keys do; the key is the name of the menu: lower-case letters, ' +
    'digits and hyphens, at most 40. The folder may hold any number of files, of any name.',
  propertyNames: { pattern: '^[a-z0-9-]{1,40}$' },
});
