/** Prompts: heard in every language of the site, as a recording that exists or as a sentence. */
import { sentenceOf } from '../compile/menus';
import { candidates, type Hosted, recordingUrl, stemOf } from '../recordings/recordings';
import type { PromptSource } from '../schema';
import type { CallLanguage } from '../../runtime/model/directory';
import type { Context } from './context';
import { below, type Location, addError } from './values';

export function checkPrompt(context: Context, location: Location, prompt: PromptSource): void {
  const { languages } = context.source.site;
  if (!context.source.files['site.yaml'].readable) return;
  // A sentence in a language of its own is the same in every menu.
  if (
    typeof prompt.say === 'string' &&
    languages.length > 1 &&
    typeof prompt.language !== 'string'
  ) {
    const written = languages.map((language) => `${language}: …`).join(', ');
    const message = `is one sentence, but the site has ${languages.length} languages`;
    addError(context, below(location, 'say'), message, `Write \`say: { ${written} }\`.`);
  }
  checkRecordings(context, location, prompt);
  checkSentences(context, location, prompt);
  checkStrangeLanguages(context, location, prompt);
}

function checkRecordings(context: Context, location: Location, prompt: PromptSource): void {
  const { play } = prompt;
  const { site } = context.source;
  if (play === undefined) return;
  const at = below(location, 'play');
  const missing = missingRecordings(context, at, play, site.languages, site);
  if (!missing) return;
  const silent = missing.languages.filter((language) => sentenceOf(prompt, language) === undefined);
  if (silent.length === 0) {
    const fix = 'Its sentence is spoken instead. Record it, or remove `play`.';
    return context.report.warn(at.file, at.path, missing.message, fix);
  }
  const example = silent.map((language) => `${language}: …`).join(', ');
  const fix = `Add it${missing.near}, or a sentence: \`say: { ${example} }\`.`;
  addError(context, at, missing.message, fix);
}

interface Missing {
  readonly languages: readonly CallLanguage[];
  readonly message: string;
  /** What is there instead, for the fix; else nothing. */
  readonly near: string;
}

/**
 * Two files of one name would be a riddle; a missing one is reported once for all its languages.
 *
 * @param site whose recordings are meant: behind its URL they are taken to be there.
 */
export function missingRecordings(
  context: Context,
  at: Location,
  play: string,
  languages: readonly CallLanguage[],
  site: Hosted,
): Missing | undefined {
  const { recordings } = context;
  if (site.menus.recordings) return undefined;
  for (const stem of new Set(languages.map((language) => stemOf(play, language)))) {
    const files = candidates(stem, recordings);
    if (files.length < 2) continue;
    const message = `there are two recordings \`${play}\`: ${files.map((file) => `sounds/${file}`).join(', ')}`;
    addError(context, at, message, 'Keep one of them.');
  }
  const missing = languages.filter((each) => !recordingUrl(play, each, site, recordings));
  if (missing.length === 0) return undefined;
  const files = [...new Set(missing.map((language) => `sounds/${stemOf(play, language)}.mp3`))];
  const message = `there is no recording ${files.map((file) => `\`${file}\``).join(', ')} or .wav`;
  return { languages: missing, message, near: near(files, context) };
}

/** Without a recording every language needs its sentence. */
function checkSentences(context: Context, location: Location, { say, play }: PromptSource): void {
  if (play !== undefined || say === undefined || typeof say === 'string') return;
  const { files, site } = context.source;
  for (const language of site.languages) {
    // One that is there but faulty has been reported already.
    if (
      say[language] !== undefined ||
      files[location.file]?.has([...location.path, 'say', language])
    )
      continue;
    const message = `says nothing in ${language}, one of the site's languages`;
    addError(context, below(location, 'say'), message, `Add \`${language}: …\`.`);
  }
}

function checkStrangeLanguages(context: Context, location: Location, { say }: PromptSource): void {
  if (say === undefined || typeof say === 'string') return;
  const { languages } = context.source.site;
  for (const language of Object.keys(say) as CallLanguage[]) {
    if (languages.includes(language)) continue;
    warnOfLanguage(context, below(location, 'say', language), language);
  }
}

export function warnOfLanguage({ report }: Context, at: Location, language: CallLanguage): void {
  const fix = `Add it to \`languages\` in site.yaml, or remove it.`;
  report.warn(at.file, at.path, `the site does not speak ${language}`, fix);
}

/** A file of the same name that Twilio does not play, or in other letters. */
function near(files: readonly string[], { recordings }: Context): string {
  const stem = (files[0] ?? '').replace(/^sounds\/|\.mp3$/g, '').toLowerCase();
  const found = [...recordings].find((file) => file.toLowerCase().replace(/\.[^.]*$/, '') === stem);
  return found === undefined ? '' : ` as MP3 or WAV (sounds/${found} is there)`;
}
