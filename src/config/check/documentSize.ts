/** How many bytes a document of menus has at most: twiml/ renders it, and a test holds the two together. */
import type { CallLanguage, Menu, Prompt, Site } from '../../runtime/model/directory';

/** Twilio takes 64 KB (https://www.twilio.com/docs/api/errors/11750); the rest is for what is added later. */
export const MOST_BYTES = 60_000;

/** All that is no sound: the longest URL, with eight menus behind it, and a dial tone. */
const FRAME = 1_000;
/** `<Say voice="" language="en-US"></Say>`, and `<Play></Play>`. */
const TAGS = 40;

/** With the longest that chance chooses, in the language that needs most; in bytes of UTF-8. */
export function documentBytes(
  heard: readonly Menu[],
  { languages, voices }: Pick<Site, 'languages' | 'voices'>,
): number {
  const all = languages.map((language) => {
    const size = (prompt: Prompt) => promptBytes(prompt, language, voices[language]);
    const sizes = heard.map(
      ({ intro, oneOf, prompts }) =>
        sum([...intro, ...prompts].map(size)) + Math.max(0, ...oneOf.map(size)),
    );
    return FRAME + sum(sizes);
  });
  return Math.max(FRAME, ...all);
}

function promptBytes(prompt: Prompt, language: CallLanguage, voice: string): number {
  const sound = prompt[language];
  if (!sound) return 0;
  return TAGS + ('say' in sound ? xmlBytes(voice) + xmlBytes(sound.say) : xmlBytes(sound.play));
}

function xmlBytes(text: string): number {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return Buffer.byteLength(escaped);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
