/** Linphone, an app. */
import type { PhoneFamily } from '../../phone';
import { LINPHONE_WORDS, linphoneGuide } from './guide';
import { fileName, LINPHONE_MODELS } from './models';
import { linphoneNotes } from './notes';

export const linphone: PhoneFamily<'linphone'> = {
  id: 'linphone',
  name: 'Linphone',
  models: LINPHONE_MODELS,
  guide: linphoneGuide,
  words: LINPHONE_WORDS,
  notes: linphoneNotes,
  questions: [],
  whereToType: (language) => LINPHONE_WORDS[language].fetch,
  provisioningUrl: (folder, { id }) => `http://${folder}/${fileName(id)}`,
  // Linphone/5.2.3 (…)
  userAgent: /^(?<product>Linphone)[A-Za-z-]{0,10}\/(?<firmware>[\w.-]{1,20})/,
};
