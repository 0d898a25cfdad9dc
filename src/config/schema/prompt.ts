/** What a caller hears: a recording, a sentence, or the sentence where the recording is missing. */
import * as z from 'zod';
import { fitsXml } from '../../runtime/model/xml';
import { CALL_LANGUAGES, type CallLanguage } from '../../runtime/model/directory';
import { choice, formed, NO_CHARACTER, scalar, Wrong, wrongIssue } from './scalars';

/**
 * Beyond these Twilio cuts off or says nothing (https://www.twilio.com/docs/api/errors/13521): the
 * least that its voices take, and the length of the text as part of a URL.
 */
const MOST_CHARACTERS = 3_000;
const MOST_ENCODED = 4_500;

const sentence = (description: string) =>
  scalar(
    (text) => {
      // YAML folds long sentences over several lines.
      const said = text.trim().replace(/\s+/g, ' ');
      if (said === '') return new Wrong('is empty', 'Write the sentence.');
      if (/[\p{Cc}<>]/u.test(said)) {
        return new Wrong('contains `<`, `>` or a control character', 'Write it as it is spoken.');
      }
      if (!fitsXml(said)) return NO_CHARACTER;
      if (said.length <= MOST_CHARACTERS && encodedLength(said) <= MOST_ENCODED) return said;
      return new Wrong(
        `is longer than Twilio speaks at once (${MOST_CHARACTERS} characters)`,
        'Shorten it, or split it into several prompts.',
      );
    },
    { description, type: 'string', minLength: 1, maxLength: MOST_CHARACTERS },
  );

const sentences = z
  .strictObject({
    en: sentence('In English.').exactOptional(),
    es: sentence('In Spanish.').exactOptional(),
  } satisfies Record<CallLanguage, unknown>)
  .meta({ description: 'The sentence in every language of the site.', minProperties: 1 });

export const recording = formed(
  /^\/?[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/,
  new Wrong(
    'is not the name of a recording',
    'Write it like `welcome` for sounds/<language>/welcome.mp3, without the extension.',
  ),
  {
    description:
      'Recording: `welcome` is `sounds/<language>/welcome.mp3` or `.wav` of the directory, for each ' +
      'language; `/bells` is `sounds/bells.mp3` or `.wav` for all.',
    examples: ['welcome', '/bells'],
  },
);

const languageOf = (description: string) => choice(CALL_LANGUAGES, description);

/** Whose voice speaks, where it is not that of the language in which the caller hears the menu. */
const language = z
  .union([
    languageOf('In every language of the site.'),
    z
      .strictObject({
        en: languageOf('Where the menu is heard in English.').exactOptional(),
        es: languageOf('Where the menu is heard in Spanish.').exactOptional(),
      } satisfies Record<CallLanguage, unknown>)
      .meta({ description: 'For each language of the menu.', minProperties: 1 }),
  ])
  .meta({
    description:
      'The language in which `say` is written, if it is not that of the menu: one, or one for each language of the ' +
      'menu, as in `{ en: es, es: en }` for an invitation to the other one. Its voice speaks.',
    examples: ['es', { en: 'es', es: 'en' }],
  });

/** The keys of a prompt, to stand among others. */
export const promptShape = {
  say: z
    .union([sentence('The sentence, if the site has one language.'), sentences])
    .meta({
      description:
        'What is spoken: a sentence for each language. With `play`, it is spoken while the recording is missing.',
      examples: [{ en: 'Welcome.', es: 'Bienvenidos.' }],
    })
    .exactOptional(),
  play: recording.exactOptional(),
  language: language.exactOptional(),
};

export const NOTHING_SAID = new Wrong(
  'has a `language`, but no sentence that is spoken in it',
  'Add `say`, or remove `language`.',
);

const promptObject = z.strictObject(promptShape).check(({ value, issues }) => {
  if (value.say === undefined && value.play === undefined) {
    issues.push(wrongIssue(value, new Wrong('says nothing', 'Write `say` or `play`.')));
  } else if (value.say === undefined && value.language !== undefined) {
    issues.push(wrongIssue(value, NOTHING_SAID));
  }
});

export type PromptSource = z.infer<typeof promptObject>;

export function prompt(description: string) {
  return promptObject.meta({ description, minProperties: 1 });
}

/** One prompt, or several in order. */
export function prompts(description: string) {
  const one = promptObject.meta({ description: 'One prompt.', minProperties: 1 });
  return z.union([z.array(one).min(1), one]).meta({ description });
}

function encodedLength(text: string): number {
  return new URLSearchParams([['', text]]).toString().length;
}
