/** What a webhook answers when everything else has failed. */
import { CATALOGUES } from '../calls/sentences';
import { CALL_LANGUAGES, SPEECH } from '../model/language';

/** Made once, when the function is loaded, so that it depends on nothing that could fail with the rest. */
export const APOLOGY =
  '<?xml version="1.0" encoding="UTF-8"?><Response>' +
  CALL_LANGUAGES.map((language) => {
    const { twilio, voice } = SPEECH[language];
    const { apology, inAnEmergency } = CATALOGUES[language];
    return `<Say voice="${voice}" language="${twilio}">${apology} ${inAnEmergency}</Say>`;
  }).join('') +
  '<Hangup/></Response>';
