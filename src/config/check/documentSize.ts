/** How many bytes a document of menus has at most: as `twiml/` renders it, in the longest form that it can have. */
import { LONGEST_HISTORY } from '../../runtime/calls/menus/position';
import type { Audio } from '../../runtime/calls/decision';
import type { CallLanguage, Menu, Prompt, Site } from '../../runtime/model/directory';
import { twimlFor } from '../../runtime/twiml';

/** Twilio takes 64 KB (https://www.twilio.com/docs/api/errors/11750); the rest is for what is added later. */
export const MOST_BYTES = 60_000;

type Voices = Pick<Site, 'country' | 'languages' | 'voices'>;

/** With the longest that chance chooses, in the language that needs most; in bytes of UTF-8. */
export function documentBytes(audible: readonly Menu[], site: Voices): number {
  const all = site.languages.map((language) => {
    const frame = renderedBytes([], language, site);
    // Each sound by itself: sentences that are joined need less.
    const size = ({ [language]: sound }: Prompt) =>
      sound ? renderedBytes([sound], language, site) - frame : 0;
    const sizes = audible.flatMap(({ intro, oneOf, prompts }) => [
      ...[...intro, ...prompts].map(size),
      Math.max(0, ...oneOf.map(size)),
    ]);
    return sizes.reduce((total, each) => total + each, frame);
  });
  return Math.max(...all);
}

/** The longest URL: names as long as a menu's can be, and no round has more digits. */
const NAME = 'm'.repeat(40);
const HISTORY = Array<string>(LONGEST_HISTORY).fill(NAME);
const POSITION = { at: 'menu', menu: NAME, history: HISTORY, round: 20, keys: '' } as const;

function renderedBytes(audio: readonly Audio[], language: CallLanguage, site: Voices): number {
  const position = { ...POSITION, language };
  const document = twimlFor(
    { kind: 'gather', position, audio, digits: 1, waitSeconds: 30, language },
    { site, template: () => undefined, parameters: {} },
  );
  return Buffer.byteLength(document);
}
