/** Grandstream: adapters (HT) and desk phones (GXP and GRP). */
import type { PhoneFamily } from '../../phone';
import { GRANDSTREAM_WORDS } from './words';
import { grandstreamGxpGuide } from './gxpGuide';
import { GXP_MODELS } from './gxpModels';
import { grandstreamHtGuide } from './htGuide';
import { HT_MODELS } from './htModels';
import { grandstreamGxpNotes, grandstreamHtNotes } from './notes';
import { GXP_QUESTIONS, HT_QUESTIONS } from './questions';

const GRANDSTREAM = {
  words: GRANDSTREAM_WORDS,
  // Without the protocol, which is a setting of its own.
  provisioningUrl: (folder: string) => folder,
  // Grandstream Model HW HT801 V1.1A SW 1.0.17.5 DevId 000b82000001, or with colons
  userAgent:
    /^Grandstream Model HW (?<product>[\w-]{1,20})(?: +V\S{1,10})? SW (?<firmware>\S{1,20})(?: DevId (?<mac>(?:[0-9A-Fa-f]{2}:?){6}))?/,
};

export const grandstreamHt: PhoneFamily<'grandstream-ht'> = {
  ...GRANDSTREAM,
  id: 'grandstream-ht',
  name: 'Grandstream HT',
  models: HT_MODELS,
  guide: grandstreamHtGuide,
  whereToType: (language) => GRANDSTREAM_WORDS[language].ht.fetch,
  notes: grandstreamHtNotes,
  questions: HT_QUESTIONS,
};

export const grandstreamGxp: PhoneFamily<'grandstream-gxp'> = {
  ...GRANDSTREAM,
  id: 'grandstream-gxp',
  name: 'Grandstream GXP and GRP',
  models: GXP_MODELS,
  guide: grandstreamGxpGuide,
  whereToType: (language) => GRANDSTREAM_WORDS[language].gxp.fetch,
  notes: grandstreamGxpNotes,
  questions: GXP_QUESTIONS,
};
