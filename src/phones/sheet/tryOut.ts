/** How to find out whether a phone works: nothing that the call path would refuse. */
import type { PhoneSettings } from '../phone';
import type { SheetAbout } from './about';
import { type Answered, isLifted } from './answers';
import { type Guide, say, type Said } from './guide';
import { CATALOGUES, type SheetCatalogue } from './language';

type Handset = Pick<Guide, 'noHandset'>;
type Words = SheetCatalogue['tryOut'];

export function tryOut(
  settings: PhoneSettings,
  guide: Handset,
  { answers, language }: SheetAbout,
): readonly Said[] {
  const { number, model } = settings;
  const words = CATALOGUES[language].tryOut;
  return [
    ...(isLifted(settings)
      ? [whenLifted(guide, answers.hash, words)]
      : [
          model.softphone ? say(words.appConnected) : lifted(guide, words.dialTone, words),
          ...key('0', answers.zero, words),
          ...key('#', answers.hash, words),
          ...(answers.extension === undefined ? [] : [say(words.dialPhone(answers.extension))]),
        ]),
    ...(number === undefined || !answers.rings ? [] : [say(words.rings(number))]),
  ];
}

/** By what answers `#`, which a hotline dials by itself. */
function whenLifted(guide: Handset, hash: Answered, words: Words): Said {
  const expected: Readonly<Record<Exclude<Answered, 'emergency'>, string>> = words.lifted;
  return hash === 'emergency' ? say(words.doNotLift) : lifted(guide, expected[hash], words);
}

/** What comes of a key; nothing is said of one that is refused, or of one that is not always the same. */
function key(name: string, answered: Answered, words: Words): readonly Said[] {
  const all: Readonly<Partial<Record<Answered, string>>> = {
    ...words.expected,
    dialTone: words.dialTone,
  };
  const expected = all[answered];
  return expected === undefined ? [] : [say(words.dial(name, expected))];
}

function lifted({ noHandset }: Handset, expected: string, words: Words): Said {
  return say(noHandset ? words.pressHandsFree(expected) : words.lift(expected));
}
