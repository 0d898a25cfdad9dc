/** Every model that a file can be written for, by its id in extensions.yaml. */
import type { PhoneModel } from '../phone';
import { GXP_MODELS } from './grandstreamGxp';
import { HT_MODELS } from './grandstreamHt';
import { LINPHONE_MODELS } from './linphone';
import { POLYCOM_LEGACY_MODELS } from './polycomLegacy';
import { POLYCOM_UC_MODELS } from './polycomUc';
import { SPA_MODELS } from './spa';
import { YEALINK_MODELS } from './yealink';

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
