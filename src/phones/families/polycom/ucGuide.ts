/** Poly VVX phones with UC software. (VVX user guide 6.0; Quick Tip 18298) */
import type { PhoneSettings } from '../../phone';
import { type Guide, light, say, unproven } from '../../sheet/guide';
import type { SheetLanguage } from '../../sheet/language';
import { browserTo, wordsIn } from '../guides';
import { polycomPages } from './guidePages';
import { POLYCOM_WORDS } from './words';

export function polycomUcGuide(settings: PhoneSettings, language: SheetLanguage): Guide {
  const words = wordsIn(POLYCOM_WORDS, language);
  const { own, sheet } = words;
  const { uc } = own;
  return {
    plug: [unproven(own.plug), say(sheet.devices.powerOrPoe)],
    openSettings: [
      say(uc.menu),
      unproven(uc.showsAddress),
      browserTo(sheet, 'https://<address>', uc.login, unproven),
    ],
    pages: polycomPages(settings, words, { admin: true }),
    lights: [
      light(own.picture, unproven(own.pictureMeans)),
      light(own.lineKey, unproven(own.lineKeyMeans)),
      light(uc.lamp, unproven(uc.lampMeans)),
    ],
    reset: [say(uc.reset), unproven(uc.resetWithout), unproven(sheet.devices.macAsPassword)],
  };
}
