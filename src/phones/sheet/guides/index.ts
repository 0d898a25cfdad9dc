/** The guide of every family of phones. */
import type { Family, PhoneSettings } from '../../phone';
import type { Guide, GuideOf } from '../guide';
import { grandstreamGxpGuide } from '../../families/grandstream/guideGxp';
import { grandstreamHtGuide } from '../../families/grandstream/guideHt';
import { linphoneGuide } from '../../families/linphone/guide';
import { polycomLegacyGuide } from '../../families/polycom/guideLegacy';
import { polycomUcGuide } from '../../families/polycom/guideUc';
import { spaGuide } from '../../families/spa/guide';
import { yealinkGuide } from '../../families/yealink/guide';

const GUIDES: Readonly<Record<Family, GuideOf>> = {
  spa: spaGuide,
  'grandstream-ht': grandstreamHtGuide,
  'grandstream-gxp': grandstreamGxpGuide,
  'polycom-legacy': polycomLegacyGuide,
  'polycom-uc': polycomUcGuide,
  yealink: yealinkGuide,
  linphone: linphoneGuide,
};

export function guideFor(settings: PhoneSettings): Guide {
  return GUIDES[settings.model.family](settings);
}
