/** Every model that a file can be written for, by its id in extensions.yaml. */
import type { PhoneModel } from '../phone';
import { GXP_MODELS } from './grandstream/grandstreamGxp';
import { HT_MODELS } from './grandstream/grandstreamHt';
import { LINPHONE_MODELS } from './linphone/linphone';
import { POLYCOM_LEGACY_MODELS } from './polycom/polycomLegacy';
import { POLYCOM_UC_MODELS } from './polycom/polycomUc';
import { SPA_MODELS } from './spa/spa';
import { YEALINK_MODELS } from './yealink/yealink';

export const PHONE_MODELS: ReadonlyMap<string, PhoneModel> = new Map(
  [
    ...SPA_MODELS,
    ...HT_MODELS,
    ...POLYCOM_LEGACY_MODELS,
    ...YEALINK_MODELS,
    ...GXP_MODELS,
    ...POLYCOM_UC_MODELS,
    ...LINPHONE_MODELS,
  ].map((model) => [model.id, model]),
);
