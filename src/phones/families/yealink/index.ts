/** Yealink desk phones. */
import type { PhoneFamily } from '../../phone';
import { YEALINK_WORDS, yealinkGuide } from './guide';
import { YEALINK_MODELS } from './models';
import { yealinkNotes } from './notes';
import { YEALINK_QUESTIONS } from './questions';

export const yealink: PhoneFamily<'yealink'> = {
  id: 'yealink',
  name: 'Yealink',
  models: YEALINK_MODELS,
  guide: yealinkGuide,
  words: YEALINK_WORDS,
  notes: yealinkNotes,
  questions: YEALINK_QUESTIONS,
  whereToType: (language) => YEALINK_WORDS[language].fetch,
  provisioningUrl: (folder) => `http://${folder}/`,
  // Yealink SIP-T46S 66.86.0.15 00:15:65:00:00:01
  userAgent:
    /^Yealink SIP-(?<product>[\w-]{1,20}) (?<firmware>[\d.]{1,20})(?: (?<mac>(?:[0-9A-F]{2}:?){6}))?/i,
};
