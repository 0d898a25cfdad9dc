/** Prompts: heard in every language of the site, as a recording that exists or as a sentence. */
import { sentenceOf } from '../compile/menus';
import { candidates, recordingUrl, stemOf } from '../recordings/recordings';
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

/** Two files of one name would be a riddle; a missing one is reported once for all its languages. */
function checkRecordings(context: Context, location: Location, prompt: PromptSource): void {
  const { recordings, source } = context;
  const { play } = prompt;
  if (play === undefined || source.site.menus.recordings) return;
  const at = below(location, 'play');
  const missing: CallLanguage[] = [];
  for (const stem of new Set(source.site.languages.map((language) => stemOf(play, language)))) {
    const files = candidates(stem, recordings);
    if (files.length < 2) continue;
    const message = `there are two recordings \`${play}\`: ${files.map((file) => `sounds/${file}`).join(', ')}`;
    addError(context, at, message, 'Keep one of them.');
  }
  for (const language of source.site.languages) {
    if (!recordingUrl(play, language, source.site, recordings)) missing.push(language);
  }
  if (missing.length === 0) return;
  const files = [...new Set(missing.map((language) => `sounds/${stemOf(play, language)}.mp3`))];
  const silent = missing.filter((language) => sentenceOf(prompt, language) === undefined);
  const message = `there is no recording ${files.map((file) => `\`${file}\``).join(', ')} or .wav`;
  if (silent.length === 0) {
    const fix = 'Its sentence is spoken instead. Record it, or remove `play`.';
    return context.report.warn(at.file, at.path, message, fix);
  }
  const example = silent.map((language) => `${language}: …`).join(', ');
  addError(
    context,
    at,
    message,
    `Add it${near(files, context)}, or a sentence: \`say: { ${example} }\`.`,
  );
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
    const message = `the site does not speak ${language}`;
    const fix = `Add it to \`languages\` in site.yaml, or remove it.`;
    context.report.warn(location.file, [...location.path, 'say', language], message, fix);
  }
}

/** A file of the same name that Twilio does not play, or in other letters. */
function near(files: readonly string[], { recordings }: Context): string {
  const stem = (files[0] ?? '').replace(/^sounds\/|\.mp3$/g, '').toLowerCase();
  const found = [...recordings].find((file) => file.toLowerCase().replace(/\.[^.]*$/, '') === stem);
  return found === undefined ? '' : ` as MP3 or WAV (sounds/${found} is there)`;
}
