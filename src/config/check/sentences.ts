/** Recordings of our own sentences: of sentences that there are, in files that there are. */
import { REASONS, SENTENCE_NAMES } from '../../runtime/calls';
import type { CallLanguage } from '../../runtime/model/directory';
import { hostOf } from '../compile/sentences';
import { didYouMean } from '../read/suggest';
import type { Context } from './context';
import { missingRecordings, warnOfLanguage } from './prompts';
import { addError, below, type Location } from './values';

export function checkSentences(context: Context): void {
  const { files, site } = context.source;
  if (!files['site.yaml'].readable) return;
  for (const [name, source] of Object.entries(site.sentences)) {
    const location: Location = { file: 'site.yaml', path: ['sentences', name] };
    if (!checkName(context, location, name)) continue;
    if (typeof source === 'string') {
      checkRecording(context, location, name, source, site.languages);
      continue;
    }
    for (const [key, play] of Object.entries(source)) {
      const language = key as CallLanguage;
      const at = below(location, language);
      if (!site.languages.includes(language)) warnOfLanguage(context, at, language);
      else checkRecording(context, at, name, play, [language]);
    }
  }
}

function checkName(context: Context, location: Location, name: string): boolean {
  if ((SENTENCE_NAMES as readonly string[]).includes(name)) return true;
  const message = Object.hasOwn(REASONS, name)
    ? `\`${name}\` is always spoken, never a recording`
    : `there is no sentence \`${name}\``;
  const fix = Object.hasOwn(REASONS, name)
    ? 'Remove it.'
    : didYouMean(name, SENTENCE_NAMES, 'Use a name of docs/sounds.md.');
  addError(context, location, message, fix);
  return false;
}

/** The sentence is spoken where its recording is missing. */
function checkRecording(
  context: Context,
  at: Location,
  name: string,
  play: string,
  languages: readonly CallLanguage[],
): void {
  const missing = missingRecordings(
    context,
    at,
    play,
    languages,
    hostOf(name, context.source.site),
  );
  if (!missing) return;
  const fix = `Our sentence is spoken instead. Add it${missing.near}, or remove \`${at.path.at(-1)}\`.`;
  context.report.warn(at.file, at.path, missing.message, fix);
}
