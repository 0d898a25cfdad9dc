/** The guide of every family of phones. */
import type { Family, PhoneSettings } from '../../phone';
import type { Guide, GuideOf } from '../guide';
import { grandstreamGxpGuide } from './grandstreamGxp';
import { grandstreamHtGuide } from './grandstreamHt';
import { linphoneGuide } from './linphone';
import { polycomLegacyGuide } from './polycomLegacy';
import { polycomUcGuide } from './polycomUc';
import { spaGuide } from './spa';
import { yealinkGuide } from './yealink';

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
