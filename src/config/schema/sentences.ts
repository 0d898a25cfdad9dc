/** `sentences` of site.yaml: recordings that stand in for sentences of our own. */
import * as z from 'zod';
import { SENTENCE_NAMES } from '../../runtime/calls';
import type { CallLanguage } from '../../runtime/model/directory';
import { recording } from './prompt';

const ofOneLanguage = z
  .strictObject({
    en: recording.exactOptional(),
    es: recording.exactOptional(),
  } satisfies Record<CallLanguage, unknown>)
  .meta({
    description: 'For these languages only; the others are spoken.',
    minProperties: 1,
  });

export const sentences = z
  .record(
    z.string(),
    z.union([recording, ofOneLanguage]).meta({
      description:
        'A recording in every language, named as `play` names it, or one for each language.',
    }),
  )
  .default({})
  .meta({
    description:
      'Recordings that callers hear instead of our own sentences, by the name of the sentence: `pleaseHold`, `leaveMessage`, ' +
      '`thanks`, `nothingRecorded`, `dialing911`, `dialing933`, or the code of a reason (docs/sounds.md has all). ' +
      'A language without a recording is spoken. `dialing911` and `dialing933` are always files of the directory.',
    propertyNames: { enum: SENTENCE_NAMES },
    examples: [{ pleaseHold: 'operator/please-hold', busy: { en: 'line-is-busy' } }],
  });

export type SentencesSource = z.infer<typeof sentences>;
