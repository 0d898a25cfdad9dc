/** Polycom SoundPoint IP 501 and SoundStation IP 4000. (Polycom SIP 3.1 guide; Quick Tip 18298) */
import type { PhoneSettings } from '../../phone';
import { type Guide, light, say, unproven } from '../../sheet/guide';
import type { SheetLanguage } from '../../sheet/language';
import { browserTo, wordsIn } from '../guides';
import { polycomPages } from './guidePages';
import { POLYCOM_WORDS } from './words';

export function polycomLegacyGuide(settings: PhoneSettings, language: SheetLanguage): Guide {
  const words = wordsIn(POLYCOM_WORDS, language);
  const { own, sheet } = words;
  const { legacy } = own;
  const conference = settings.model.id === 'polycom-soundstation-4000';
  return {
    plug: conference
      ? [unproven(legacy.plugConference)]
      : [unproven(own.plug), say(sheet.devices.ownPowerLast)],
    openSettings: [say(legacy.setup), browserTo(sheet, 'http://<address>', legacy.login)],
    pages: polycomPages(settings, words, { admin: false }),
    fromFileOnly: true,
    noHandset: conference,
    lights: conference
      ? [light(legacy.lightsAround, unproven(legacy.lightsAroundMean))]
      : [
          light(own.lineKey, unproven(own.lineKeyMeans)),
          light(own.picture, unproven(own.pictureMeans)),
        ],
    reset: [
      unproven(legacy.reset(conference ? '6 8 *' : '4 6 8 *')),
      unproven(sheet.devices.macAsPassword),
      unproven(legacy.letters),
    ],
  };
}
